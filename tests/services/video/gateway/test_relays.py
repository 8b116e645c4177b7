"""What pages get of relays, and how a dead one is found, without any server but a few lines of our own."""

import asyncio
import base64
import hashlib
import hmac

import pytest

from desktop.domain.errors import Invalid
from desktop.domain.video.readiness import Unready
from desktop.services.video.gateway.providers import Role, relays
from desktop.services.video.gateway.providers.lately import Lately
from desktop.services.video.gateway.providers.p2p import PeerToPeer
from desktop.services.video.gateway.providers.relays import Address, Relays

NOW = 1_764_000_000_123


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("turn:relay.example", ("relay.example", 3478, "udp")),
        ("turn:relay.example:443?transport=tcp", ("relay.example", 443, "tcp")),
        ("turns:relay.example", ("relay.example", 5349, "tls")),
        ("turns:relay.example:443?transport=tcp", ("relay.example", 443, "tls")),
        ("turn:[2001:db8::1]:3479?transport=udp", ("2001:db8::1", 3479, "udp")),
        ("stun:relay.example:3478", ("relay.example", 3478, "udp")),
    ],
)
def test_addresses_are_read(url, address):
    read = Address.of(url)
    assert (read.host, read.port, read.transport) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "relay.example:3478",
        "http://relay.example",
        "turn:user@relay.example",
        "turn:relay.example:0",
        "turn:relay.example:99999",
        "turn:relay.example?transport=sctp",
        "turns:relay.example?transport=udp",
    ],
)
def test_what_is_no_address_is_refused_at_the_start(url):
    with pytest.raises(Invalid):
        Relays(turn=(url,), secret="s")


def test_turn_without_a_secret_is_refused():
    with pytest.raises(Invalid):
        Relays(turn=("turn:relay.example",))


def test_credentials_are_late_and_run_out_after_ten_minutes():
    username, credential = Relays(turn=("turn:r",), secret="north").login("the-call", NOW)
    assert username == f"{NOW // 1000 + 600}:the-call"
    made = hmac.new(b"north", username.encode(), hashlib.sha1).digest()
    assert base64.b64decode(credential) == made


async def test_a_page_gets_all_relays_from_the_start_and_never_the_secret(clock):
    urls = ("turn:r?transport=udp", "turns:r:443?transport=tcp")
    provider = PeerToPeer(Relays(stun=("stun:r",), turn=urls, secret="north"), clock)
    media = await provider.credentials("c", Role.CUSTOMER, NOW)
    assert media["provider"] == "p2p"
    assert "policy" not in media
    assert [one["urls"] for one in media["ice"]] == [["stun:r"], list(urls)]
    assert set(media["ice"][1]) == {"urls", "username", "credential"}
    assert "north" not in str(media)
    assert "north" not in repr(Relays(turn=urls, secret="north"))


async def test_a_company_may_have_no_direct_ways(clock):
    provider = PeerToPeer(Relays(turn=("turn:r",), secret="s", only=True), clock)
    assert (await provider.credentials("c", Role.ADVISOR, NOW))["policy"] == "relay"


async def test_without_relays_nothing_can_be_down(clock):
    assert await PeerToPeer(Relays(stun=("stun:nowhere.invalid",)), clock).check() is None


async def test_a_dead_relay_is_a_warning(clock, unused_tcp_port, monkeypatch):
    monkeypatch.setattr(relays, "PATIENCE", 0.4)
    there = f"127.0.0.1:{unused_tcp_port}"
    urls = (f"turn:{there}?transport=udp", f"turn:{there}?transport=tcp", f"turns:{there}")
    provider = PeerToPeer(Relays(turn=urls, secret="s"), clock)
    assert await provider.check() is Unready.RELAY_DOWN


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n" + bytes(60)])
async def test_another_server_on_its_port_is_no_relay(clock, said, monkeypatch):
    monkeypatch.setattr(relays, "PATIENCE", 0.4)

    async def speak(reader, writer):
        await reader.read(20)
        writer.write(said)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    there = Relays(turn=(f"turn:127.0.0.1:{port}?transport=tcp",), secret="s")
    assert await there.down(clock) == there.turn
    server.close()
    await server.wait_closed()


async def test_one_look_serves_everybody_for_a_while(clock):
    looks = []

    async def look():
        looks.append(clock.monotonic())
        await asyncio.sleep(0)
        return Unready.RELAY_DOWN if len(looks) == 1 else None

    lately = Lately(look, clock)
    assert await asyncio.gather(*(lately() for _ in range(300))) == [Unready.RELAY_DOWN] * 300
    clock.advance(seconds=19)
    assert await lately() is Unready.RELAY_DOWN
    clock.advance(seconds=2)
    assert await lately() is None
    assert len(looks) == 2
