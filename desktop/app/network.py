"""Hears from the system that the network is back, so that what waits leaves at once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

Reachability = QNetworkInformation.Reachability

USABLE = frozenset({Reachability.Local, Reachability.Site, Reachability.Online})
"""A branch's own network may lead to the server without leading to the internet."""


class Network(QObject):
    """`back` when the system says that there is a network again; where it says nothing, never."""

    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
        system = QNetworkInformation.instance()
        if system is not None:
            system.reachabilityChanged.connect(self.hear)

    def hear(self, reachability: Reachability) -> None:
        """Take what the system says."""
        if reachability in USABLE:
            self.back.emit()
