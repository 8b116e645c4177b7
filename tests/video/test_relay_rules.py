"""What the guide's coturn lets a customer reach through it: the internet, never the company's networks."""

import os
import socket
import struct

import pytest

from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import stun
from tests.video.media_servers import coturn  # noqa: F401 - a fixture

pytestmark = pytest.mark.video

PERMISSION, PEER = 0x008, 0x0012


@pytest.fixture
def permitted(coturn):  # noqa: F811 - a fixture
    """Asks, with a call's own credentials, whether packets may go to an address; gives the code of a refusal."""
    line = socket.create_connection(("127.0.0.1", coturn.port), 5)

    def ask(method, *attributes, key=None):
        transaction = os.urandom(12)
        line.sendall(stun.request(method, transaction, attributes, key=key))
        head = line.recv(stun.HEADER, socket.MSG_WAITALL)
        rest = line.recv(stun.size_of(head), socket.MSG_WAITALL)
        return stun.reply(head + rest, transaction)

    username, password = coturn.relays().login("call", round(Clock().now().timestamp() * 1000))
    first = ask(stun.ALLOCATE, stun.UDP_RELAY)
    realm, nonce = first.attributes[stun.REALM], first.attributes[stun.NONCE]
    key = stun.long_term_key(username, realm.decode(), password)
    who = ((stun.USERNAME, username.encode()), (stun.REALM, realm), (stun.NONCE, nonce))
    assert ask(stun.ALLOCATE, stun.UDP_RELAY, *who, key=key).success

    def permit(address: str) -> int:
        number = struct.unpack("!I", socket.inet_aton(address))[0] ^ stun.COOKIE
        peer = struct.pack("!BBHI", 0, 1, 9 ^ stun.COOKIE >> 16, number)
        return ask(PERMISSION, (PEER, peer), *who, key=key).code

    yield permit
    line.close()


def test_the_internet_is_reached(permitted):
    assert permitted("198.51.100.7") == 0


@pytest.mark.parametrize(
    "address", ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"]
)
def test_private_networks_are_not(permitted, address):
    assert permitted(address) == 403
