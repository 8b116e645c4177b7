"""The filter between pages and a Janus: what passes, what is left behind, what closes the line."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import WebSocketError, WSMessage, WSMsgType

from desktop.domain.errors import Invalid
from desktop.services.video.gateway.limits import Rate
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.providers.janus import hear
from desktop.services.video.gateway.providers.janus_said import Candidate, Down, Up, read
from tests.conftest import FakeClock

CUSTOMER_LINES = {"0": "sound", "1": "camera", "2": "screen"}


def said(message: object, role: Role = Role.CUSTOMER):
    return read(json.dumps(message), role)


def test_what_a_page_sends_is_its_own_description_and_kinds():
    assert said({"type": "up", "sdp": "v=0", "lines": CUSTOMER_LINES}) == Up(
        sdp="v=0", lines=CUSTOMER_LINES
    )


def test_fields_that_would_name_a_room_a_plugin_or_a_feed_are_left_behind():
    up = said(
        {
            "type": "up",
            "sdp": "v=0",
            "lines": {"0": "sound"},
            "room": 1234,
            "pin": "x",
            "plugin": "janus.plugin.streaming",
            "janus": "message",
            "body": {"request": "destroy"},
            "handle_id": 7,
        }
    )
    assert up == Up(sdp="v=0", lines={"0": "sound"})
    down = said({"type": "down", "from": "advisor", "gen": 1, "sdp": "v=0", "feed": 99})
    assert down == Down(role=Role.ADVISOR, gen=1, sdp="v=0")
    way = said(
        {
            "type": "candidate",
            "on": "up",
            "candidate": {"candidate": "candidate:1", "sdpMid": "0", "handle_id": 7},
        }
    )
    assert way == Candidate(role=None, gen=0, way={"candidate": "candidate:1", "sdpMid": "0"})


@pytest.mark.parametrize(
    "message",
    [
        {"janus": "message", "body": {"request": "list"}},
        {"janus": "attach", "plugin": "janus.plugin.videoroom"},
        {"type": "create"},
        {"type": "list_sessions", "admin_secret": "x"},
        {"type": "message", "body": {"request": "kick"}},
        {"type": ["up"]},
        {},
    ],
)
def test_verbs_of_janus_are_ignored(message):
    assert said(message) is None


@pytest.mark.parametrize(
    ("role", "lines"),
    [
        (Role.CUSTOMER, {"0": "advisor"}),  # to be seen in the advisor's place
        (Role.CUSTOMER, {"0": "third"}),
        (Role.THIRD, {"0": "advisor"}),
        (Role.ADVISOR, {"0": "camera"}),
        (Role.CUSTOMER, {"0": "camera", "1": "camera"}),
        (Role.CUSTOMER, {}),
        (Role.CUSTOMER, {"x" * 17: "camera"}),
        (Role.CUSTOMER, {"": "camera"}),
        (Role.CUSTOMER, ["camera"]),
        (Role.CUSTOMER, {"0": ["camera"]}),
        (Role.CUSTOMER, None),
    ],
)
def test_nobody_sends_what_is_not_theirs(role, lines):
    with pytest.raises(Invalid):
        said({"type": "up", "sdp": "v=0", "lines": lines}, role)


@pytest.mark.parametrize(
    "message",
    [
        "text",
        [],
        None,
        {"type": "up", "lines": CUSTOMER_LINES},
        {"type": "up", "sdp": "", "lines": CUSTOMER_LINES},
        {"type": "up", "sdp": "v" * 65_537, "lines": CUSTOMER_LINES},
        {"type": "up", "sdp": {"v": 0}, "lines": CUSTOMER_LINES},
        {"type": "down", "from": "customer", "gen": 1, "sdp": "v=0"},  # one's own
        {"type": "down", "from": "admin", "gen": 1, "sdp": "v=0"},
        {"type": "down", "from": "advisor", "gen": True, "sdp": "v=0"},
        {"type": "down", "from": "advisor", "gen": -1, "sdp": "v=0"},
        {"type": "down", "from": "advisor", "gen": 1 << 40, "sdp": "v=0"},
        {"type": "candidate", "on": "somebody", "gen": 1, "candidate": {"candidate": "c"}},
        {"type": "candidate", "on": ["up"], "gen": 1, "candidate": {"candidate": "c"}},
        {"type": "candidate", "on": "up", "candidate": "c"},
        {"type": "candidate", "on": "up", "candidate": {"candidate": "c" * 1025}},
        {"type": "candidate", "on": "up", "candidate": {"candidate": "c", "sdpMid": 7}},
        {"type": "candidate", "on": "up", "candidate": {"candidate": "c", "sdpMLineIndex": "0"}},
    ],
)
def test_what_does_not_fit_is_refused(message):
    with pytest.raises(Invalid):
        said(message)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"{}", '{"type": "up"'])
def test_what_is_no_text_of_json_is_refused(text):
    with pytest.raises(Invalid):
        read(text, Role.CUSTOMER)


@pytest.mark.parametrize("end", [None, {}, {"candidate": ""}])
def test_the_end_of_ways_is_told_as_browsers_tell_it(end):
    assert said({"type": "candidate", "on": "up", "candidate": end}) == Candidate(
        role=None, gen=0, way=None
    )


async def test_after_a_frame_that_was_too_large_nothing_is_read():
    class Socket:
        """Closed by aiohttp itself, which hands the reason over as a message."""

        async def __aiter__(self):
            yield WSMessage(WSMsgType.ERROR, WebSocketError(1009, "Message too big"), None)

    page: Any = SimpleNamespace(socket=Socket(), role=Role.CUSTOMER, leave=pytest.fail)
    await hear(page, Rate(FakeClock(), a_second=50, burst=100))
