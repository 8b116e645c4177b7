"""Photos: asked, consented to, sent once, fetched whole; and all that is no photo."""

import asyncio
import contextlib
import hashlib
import io

import pytest

from desktop.services.video.gateway import jpeg as headers
from tests.services.video.gateway.gate import OTHER, SEAL, jpeg


async def asked(gate, *, width=64, height=48):
    """A call whose customer shows their camera and said yes to a photo: with its ticket."""
    call, advisor, customer = await gate.both()
    await customer.say("share", source="camera", width=640, height=480)
    await advisor.happened("share")
    await advisor.say("photo_ask", source="camera")
    assert await customer.hear("photo_ask") == {"type": "photo_ask", "source": "camera"}
    await customer.say("photo_answer", yes=True, source="camera", width=width, height=height)
    given = await customer.hear("photo_ticket")
    assert given["max_bytes"] == 6 * 1024 * 1024
    return call, advisor, customer, given["ticket"]


async def send(gate, ticket, content, **headers):
    headers = {"Content-Type": "image/jpeg", **headers}
    content = io.BytesIO(content) if isinstance(content, bytes) else content
    async with gate.session.post(
        f"{gate.url}/photo/{ticket}", data=content, headers=headers
    ) as answer:
        return answer.status, (await answer.json()).get("error", "")


async def test_a_photo_arrives_whole_and_is_deleted_once_it_is_kept(gate):
    call, advisor, _customer, ticket = await asked(gate)
    content = jpeg(size=300_000)
    assert await send(gate, ticket, content) == (200, "")
    told = await advisor.happened("photo")
    assert (told["source"], told["width"], told["height"]) == ("camera", 64, 48)
    assert (told["size"], told["sha256"]) == (300_000, hashlib.sha256(content).hexdigest())
    consented = [one for one in await gate.log(call) if one["what"] == "photo_consented"]
    assert consented[0]["id"] == told["id"]
    path = f"/api/calls/{call}/photos/{told['id']}"
    assert await gate.ask("GET", path) == (200, content)
    assert (await gate.ask("GET", path, key=OTHER))[0] == 404
    (kept,) = (gate.config.data / "calls").glob("*.sealed")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert content[:20] not in kept.read_bytes()
    await gate.post(call, "kept", n=told["n"] - 1)
    assert (await gate.ask("GET", path))[0] == 200
    await gate.post(call, "kept", n=told["n"])
    assert await gate.ask("GET", path) == (404, {"error": "unknown"})
    assert not kept.exists()


async def test_a_ticket_is_good_once(gate):
    call, _, _, ticket = await asked(gate)
    assert await send(gate, ticket, jpeg()) == (200, "")
    assert await send(gate, ticket, jpeg()) == (404, "unknown")
    assert (await gate.whats(call)).count("photo") == 1


async def test_of_two_uploads_on_one_ticket_one_arrives(gate):
    call, _, _, ticket = await asked(gate)
    found = await asyncio.gather(*(send(gate, ticket, jpeg(size=200_000)) for _ in range(4)))
    assert sorted(status for status, _ in found) == [200, 404, 404, 404]
    assert (await gate.whats(call)).count("photo") == 1


async def test_a_ticket_runs_out_and_both_sides_know(gate):
    call, advisor, _, ticket = await asked(gate)
    await gate.sweep(seconds=59)
    assert "photo_refused" not in await gate.whats(call)
    gate.clock.advance(seconds=1)
    assert await send(gate, ticket, jpeg()) == (404, "unknown")
    await gate.sweep()
    await advisor.hear("refused_photo")
    assert (await gate.log(call))[-1]["why"] == "failed"
    assert gate.core.tickets == {}


@pytest.mark.parametrize(
    ("content", "said", "why"),
    [
        (b"", {}, (400, "bad_request")),
        (b"GIF89a" + b"0" * 100, {}, (400, "bad_request")),
        (b"<html><script>alert(1)</script>", {}, (400, "bad_request")),
        (b"\xff\xd8\xff", {}, (400, "bad_request")),
        (jpeg()[:30], {}, (400, "bad_request")),
        (jpeg(width=65), {}, (400, "bad_request")),
        (jpeg(width=65_000, height=65_000), {}, (400, "bad_request")),
        (jpeg(), {"Content-Type": "text/html"}, (400, "bad_request")),
        (jpeg(), {"Content-Encoding": "identity, x"}, (400, "bad_request")),
        (jpeg(size=6 * 1024 * 1024 + 1), {}, (413, "too_large")),
    ],
    ids=range(10),
)
async def test_what_is_no_such_photo_is_refused_and_told(gate, content, said, why):
    call, advisor, _, ticket = await asked(gate)
    assert await send(gate, ticket, content, **said) == why
    await advisor.hear("refused_photo")
    assert (await gate.whats(call))[-1] == "photo_refused"
    assert list((gate.config.data / "calls").glob("*.sealed")) == []
    await advisor.say("photo_ask", source="camera")  # and another can be asked for
    await advisor.happened("photo_asked")


async def test_more_than_was_said_is_cut_off_while_it_comes(gate):
    call, _, _, ticket = await asked(gate)
    sent = 0

    async def flood():
        nonlocal sent
        yield jpeg()
        for _ in range(400):
            sent += 65_536
            yield b"\x00" * 65_536

    with contextlib.suppress(OSError):  # the line may be closed upon the sender
        assert await send(gate, ticket, flood()) == (413, "too_large")
    assert sent < 20 * 1024 * 1024
    assert "photo" not in await gate.whats(call)


async def test_the_largest_photo_fits(gate):
    _call, _, _, ticket = await asked(gate)
    assert await send(gate, ticket, jpeg(size=6 * 1024 * 1024)) == (200, "")


async def test_guessed_tickets_are_wrong_tokens(gate):
    _call, _, _, ticket = await asked(gate)
    for number in range(5):
        assert await send(gate, f"guess{number}", jpeg()) == (404, "unknown")
    assert await send(gate, ticket, jpeg()) == (429, "slow_down")


async def test_the_customer_says_no(gate):
    call, advisor, customer = await gate.both()
    await customer.say("share", source="screen", width=1, height=1)
    await advisor.happened("share")
    await advisor.say("photo_ask", source="screen")
    await customer.hear("photo_ask")
    await customer.say("photo_answer", yes=False, source="screen")
    await advisor.hear("refused_photo")
    assert (await gate.whats(call))[-2:] == ["photo_asked", "photo_refused"]
    await customer.say("photo_answer", yes=True, source="screen", width=1, height=1)
    assert "photo_ticket" not in await customer.quiet()


async def test_no_ticket_without_a_question(gate):
    _call, advisor, customer = await gate.both()
    await customer.say("photo_answer", yes=True, source="camera", width=1, height=1)
    assert await customer.quiet() == []
    await advisor.say("photo_ask", source="camera")  # nothing is shown
    await advisor.hear("refused_photo")
    assert await customer.quiet() == []


@pytest.mark.parametrize("size", [0, -1, 16_385, 1.5, True, "64", None])
async def test_a_size_that_is_none_gives_no_ticket(gate, size):
    _call, advisor, customer = await gate.both()
    await customer.say("share", source="camera", width=1, height=1)
    await advisor.happened("share")
    await advisor.say("photo_ask", source="camera")
    await customer.hear("photo_ask")
    await customer.say("photo_answer", yes=True, source="camera", width=size, height=48)
    assert "photo_ticket" not in await customer.quiet()


async def test_a_photo_under_way_at_the_end_still_arrives(gate):
    call, _, customer, ticket = await asked(gate)
    await customer.say("leave")
    await customer.hear("ended")
    assert await send(gate, ticket, jpeg()) == (200, "")
    assert (await gate.whats(call))[-1] == "photo"


async def test_after_a_restart_a_photo_is_opened_once_the_key_is_given_again(gate):
    call, advisor, _, ticket = await asked(gate)
    await send(gate, ticket, jpeg())
    told = await advisor.happened("photo")
    await gate.restart()
    path = f"/api/calls/{call}/photos/{told['id']}"
    assert await gate.ask("GET", path) == (409, {"error": "sealed"})
    body = gate.asked(id=call, seal=SEAL)
    assert (await gate.ask("POST", "/api/calls", body))[0] == 200
    assert await gate.ask("GET", path) == (200, jpeg())


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (jpeg(640, 480), (640, 480)),
        (b"\xff\xd8\xff\xff\xff" + jpeg(3, 4)[3:], (3, 4)),
        (jpeg().replace(b"\xff\xc0", b"\xff\xc2"), (64, 48)),
        (jpeg().replace(b"\xff\xc0", b"\xff\xc4"), None),
        (jpeg(0, 10), None),
        (b"\xff\xd8" + b"\xff" * 10_000, None),
        (b"\xff\xd8" + b"\xff\xe1\x00\x02" * 200 + jpeg()[2:], None),
        (b"\xff\xd8\xff\xe1\xff\xff", None),
        (b"\xff\xd8\xff\xe1\x00\x00" + jpeg()[2:], None),
        (b"\xff\xd8\xff\xd9", None),
        (b"", None),
    ],
    ids=range(11),
)
def test_the_size_is_read_off_the_headers(content, size):
    assert headers.size(content) == size
