"""Asking for calls: the same asked again is the same call, and readiness is said honestly."""

import asyncio

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Unready
from tests.services.video.gateway.gate import OTHER, sha256


async def test_the_same_asked_again_is_the_same_call(gate, clock):
    body = gate.asked(asked_ago_ms=1500)
    first = await gate.ask("POST", "/api/calls", body)
    assert first == (
        200,
        {
            "now": gate.core.now(),
            "expires_at": gate.core.now() + 600_000,
            "provider": "fake",
            "third": True,
        },
    )
    clock.advance(seconds=30)
    status, again = await gate.ask("POST", "/api/calls", body)
    assert (status, again["expires_at"]) == (200, first[1]["expires_at"])
    log = await gate.log(body["id"])
    assert [one["what"] for one in log] == ["created"]
    assert log[0]["at"] == first[1]["now"] - 1500
    assert log[0]["provider"] == "fake"
    assert gate.provider.opened == [body["id"]]


async def test_asked_ten_times_at_once_it_is_one_call(gate):
    body = gate.asked()
    found = await asyncio.gather(*(gate.ask("POST", "/api/calls", body) for _ in range(10)))
    assert {status for status, _ in found} == {200}
    assert gate.provider.opened == [body["id"]]
    assert await gate.whats(body["id"]) == ["created"]


@pytest.mark.parametrize(
    "changes", [{"invite": sha256("x")}, {"advisor": sha256("x")}, {"seal": "A" * 43 + "="}]
)
async def test_the_same_id_with_other_words_is_taken(gate, changes):
    body = gate.asked()
    await gate.ask("POST", "/api/calls", body)
    assert await gate.ask("POST", "/api/calls", {**body, **changes}) == (409, {"error": "taken"})
    assert await gate.ask("POST", "/api/calls", body, key=OTHER) == (404, {"error": "unknown"})


async def test_where_pictures_cannot_go_there_is_no_call(gate):
    gate.provider.down = VideoFailed("provider")
    body = gate.asked()
    assert await gate.ask("POST", "/api/calls", body) == (503, {"error": "provider"})
    assert list(gate.core.calls) == []
    gate.provider.down = None
    assert (await gate.ask("POST", "/api/calls", body))[0] == 200


async def test_a_press_that_nobody_knows_makes_no_call(gate):
    body = gate.asked(press="01890000-0000-7000-8000-000000000000")
    assert await gate.ask("POST", "/api/calls", body) == (404, {"error": "unknown"})
    assert list(gate.core.calls) == []


@pytest.mark.parametrize(
    ("why", "ok"), [(None, True), (Unready.RELAY_DOWN, True), (Unready.MEDIA_SERVER_DOWN, False)]
)
async def test_readiness(gate, why, ok):
    gate.provider.why = why
    status, told = await gate.ask("GET", "/api/health")
    assert (status, told["ok"], told["why"]) == (200, ok, why.value if why else "")
    assert (told["protocol"], told["public"], told["third"]) == (1, gate.url, True)
    assert await gate.ask("GET", "/health", key="") == (200, {"ok": True})


async def test_the_log_is_read_from_a_number_on(gate):
    call, _, _ = await gate.both()
    whole = await gate.log(call)
    _, told = await gate.ask("GET", f"/api/calls/{call}/log?since=3")
    assert told["happenings"] == whole[3:]
    assert told["now"] == gate.core.now()
    assert (await gate.ask("GET", f"/api/calls/{call}/log?since=999"))[1]["happenings"] == []
    assert await gate.ask("GET", "/api/calls/call-none/log") == (404, {"error": "unknown"})
