"""The samples of the guide to deploying are read as the gateway reads them."""

from pathlib import Path

import pytest

from desktop.config import BadSettings
from desktop.services.video.gateway.config import read
from desktop.services.video.gateway.providers.making import provided

SAMPLE = Path(__file__).parents[4] / "docs" / "samples" / "video" / "gateway.toml"


@pytest.mark.parametrize("name", ["p2p", "janus"])
def test_the_sample_makes_a_gateway(name, tmp_path, clock):
    path = tmp_path / "gateway.toml"
    text = SAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace('provider = "p2p"', f'provider = "{name}"'), encoding="utf-8")
    provider = provided(read(path), clock)
    assert provider.name == name
    assert provider.third == (name == "janus")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("stun:turn.bank.example:3478", "turn.bank.example:3478"),
        ("stun:turn.bank.example:3478", "turn:turn.bank.example:3478"),
        ("turn:turn.bank.example:3478?transport=udp", "stun:turn.bank.example:3478"),
        ("turns:turn.bank.example:443?transport=tcp", "turns:turn.bank.example:https"),
        ("ws://10.20.0.11:8188", "10.20.0.11:8188"),
        ("ws://10.20.0.11:8188", "http://10.20.0.11:8188"),
    ],
)
def test_an_address_of_another_kind_names_its_line(right, wrong, tmp_path):
    path = tmp_path / "gateway.toml"
    text = SAMPLE.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(BadSettings) as failed:
        read(path)
    assert f"{path}:" in str(failed.value)
