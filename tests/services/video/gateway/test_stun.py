"""The codec of relays against RFC 5769's own example, and against what a server may send."""

import pytest

from desktop.services.video.gateway.providers import stun

# RFC 5769, 2.4: a request with long-term authentication.
USER = "マトリックス"
REALM, NONCE = b"example.org", b"f//499k954d6OL34oL9FSTvy64sA"
TRANSACTION = bytes.fromhex("78ad3433c6ad72c029da412e")
EXAMPLE = bytes.fromhex(
    "00010060 2112a442 78ad3433c6ad72c029da412e"
    "00060012 e3839ee38388e383aae38383e382afe382b90000"
    "0015001c 662f2f3439396b39353464364f4c33346f4c394653547679363473 41"
    "0014000b 6578616d706c652e6f726700"
    "00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666"
)


def test_a_signed_request_is_the_standards_own():
    key = stun.long_term_key(USER, REALM.decode(), "TheMatrIX")
    who = ((stun.USERNAME, USER.encode()), (stun.NONCE, NONCE), (stun.REALM, REALM))
    assert stun.request(stun.BINDING, TRANSACTION, who, key=key) == EXAMPLE


def answer(kind: int, *attributes: tuple[int, bytes], transaction: bytes = TRANSACTION) -> bytes:
    return stun.request(kind, transaction, attributes)


def test_an_error_is_read_with_its_code():
    said = stun.reply(
        answer(
            stun.ALLOCATE | stun.FAILURE,
            (stun.ERROR, b"\0\0\x04\x01Unauthorized"),
            (stun.REALM, REALM),
        ),
        TRANSACTION,
    )
    assert (said.method, said.success, said.code) == (stun.ALLOCATE, False, 401)
    assert said.attributes[stun.REALM] == REALM


def test_success_has_no_code():
    said = stun.reply(answer(stun.ALLOCATE | stun.SUCCESS), TRANSACTION)
    assert said.success
    assert said.code == 0


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        answer(stun.ALLOCATE),  # a request is no answer
        answer(stun.ALLOCATE | stun.SUCCESS, transaction=bytes(12)),
        answer(stun.ALLOCATE | stun.SUCCESS) + b"more",
        answer(stun.ALLOCATE | stun.SUCCESS, (stun.REALM, REALM))[:-4],
        # an attribute that says to be longer than the message
        stun.request(stun.ALLOCATE | stun.SUCCESS, TRANSACTION, ((stun.REALM, b"ab"),))[:-6]
        + b"\x7f\xff\0\0\0\0",
    ],
)
def test_anything_else_is_refused(message):
    with pytest.raises(ValueError, match=r"."):
        stun.reply(message, TRANSACTION)
