"""What the system says of the network, and what is made of it."""

import pytest
from PySide6.QtNetwork import QNetworkInformation

from desktop.app.network import Network

Reachability = QNetworkInformation.Reachability


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (Reachability.Unknown, 0),
        (Reachability.Disconnected, 0),
        (Reachability.Local, 1),
        (Reachability.Site, 1),
        (Reachability.Online, 1),
    ],
)
def test_only_a_network_that_can_be_used_is_told(qapp, said, heard):
    told = []
    network = Network()
    network.back.connect(lambda: told.append(1))
    network.hear(said)
    assert len(told) == heard
