"""What outlives a stop, a kill and a torn line; and what a journal never holds."""

import asyncio
import json

import pytest

from desktop.domain.errors import VideoFailed
from desktop.services.video.gateway.providers import Role
from tests.services.video.gateway.gate import SEAL, jpeg, sha256


def journal(gate, call):
    return gate.config.data / "calls" / f"{call}.jsonl"


async def test_a_stop_is_said_and_both_pages_come_back_to_the_same_call(gate):
    call, advisor, customer = await gate.both()
    codes = await asyncio.gather(gate.stop(), advisor.closed(), customer.closed())
    assert codes[1:] == [1001, 1001]
    await gate.start()
    await gate.sweep(seconds=44)
    back = await gate.resume("customer", customer.secret)
    assert (back.told[0]["step"], back.told[0]["advisor"]) == ("connected", "")
    desk = await gate.resume("advisor", advisor.secret)
    await gate.sweep(seconds=44)
    await desk.say("mute", on=True)
    await back.hear("mute")
    log = await gate.log(call)
    assert [one["n"] for one in log] == list(range(1, len(log) + 1))
    last = [one["what"] for one in log][-4:]
    assert sorted(last[:2]) == ["advisor_away", "customer_away"]
    assert last[2:] == ["customer_here", "advisor_here"]


async def test_calls_that_go_on_get_their_room_again_and_one_without_goes_on_too(gate):
    over, on = await gate.call(), await gate.call()
    await gate.post(over, "end", reason="done")
    gate.provider.opened.clear()
    await gate.restart()
    assert gate.provider.opened == [on]
    gate.provider.down = VideoFailed("provider")
    await gate.restart()
    gate.provider.down = None
    await gate.join("advisor", f"a-{on}")


async def test_what_a_restarted_gateway_lacks_is_given_again(gate):
    call, _, customer = await gate.both()
    await gate.restart()
    _, found = await gate.ask("GET", f"/api/calls/{call}/log")
    assert found["sealable"] is False
    wrong = gate.asked(id=call, seal="A" * 43 + "=")
    assert await gate.ask("POST", "/api/calls", wrong) == (409, {"error": "taken"})
    again = gate.asked(id=call, invite="", advisor="")
    assert (await gate.ask("POST", "/api/calls", again))[0] == 200
    _, found = await gate.ask("GET", f"/api/calls/{call}/log")
    assert found["sealable"] is True
    assert (await gate.resume("customer", customer.secret)).told[0]["advisor"] == "Sonia Leroy"


async def test_an_answer_waits_for_its_key_and_is_not_thanked_for_before(gate):
    call, _, customer = await gate.both()
    await gate.post(call, "end", reason="done")
    await gate.restart()
    back = await gate.resume("customer", customer.secret)
    await back.say("effort", effort=6, words="Merci Sonia")
    await back.say("effort", effort=1, words="twice")
    assert "thanks" not in await back.quiet()
    assert "answer" not in await gate.whats(call)
    assert "Merci" not in journal(gate, call).read_text(encoding="utf-8")
    await gate.post(call, "kept", n=99)
    await gate.sweep(minutes=20)
    await gate.ask("POST", "/api/calls", gate.asked(id=call, invite="", advisor=""))
    await back.hear("thanks")
    assert (await gate.whats(call)).count("answer") == 1


async def test_without_the_key_no_photo_is_asked_for(gate):
    _, advisor, customer = await gate.both()
    await customer.say("share", source="camera", width=1, height=1)
    await advisor.happened("share")
    await gate.restart()
    desk = await gate.resume("advisor", advisor.secret)
    back = await gate.resume("customer", customer.secret)
    await desk.say("photo_ask", source="camera")
    await desk.hear("refused_photo")
    assert await back.quiet() == []


async def test_a_token_that_was_used_is_used_after_a_restart_and_others_are_good(gate, clock):
    used, fresh = await gate.call(), await gate.call()
    await gate.join("customer", f"i-{used}")
    await gate.restart()
    page = await gate.page("customer")
    await page.say("join", token=f"i-{used}")
    assert await page.closed() == 4001
    clock.advance(seconds=599)
    await gate.join("customer", f"i-{fresh}")


async def test_a_token_runs_out_while_the_gateway_is_down(gate, clock):
    call = await gate.call()
    await gate.stop()
    clock.advance(seconds=600)
    await gate.start()
    page = await gate.page("customer")
    await page.say("join", token=f"i-{call}")
    assert await page.closed() == 4001
    await gate.sweep()
    assert (await gate.log(call))[-1]["reason"] == "no_show"


async def test_a_voided_invitation_stays_void_after_a_restart(gate):
    call = await gate.call()
    await gate.post(call, "invite", invite=sha256("second"))
    await gate.restart()
    page = await gate.page("customer")
    await page.say("join", token=f"i-{call}")
    assert await page.closed() == 4001
    await gate.join("customer", "second")


@pytest.mark.parametrize("who", ["customer", "advisor"])
async def test_who_does_not_come_back_after_a_restart_ends_the_call(gate, who):
    call, advisor, customer = await gate.both()
    await gate.restart()
    stays, secret = (
        ("advisor", advisor.secret) if who == "customer" else ("customer", customer.secret)
    )
    await gate.resume(stays, secret)
    await gate.sweep(seconds=45)
    ended = (await gate.log(call))[-1]
    assert ended["reason"] == ("network" if who == "customer" else "advisor_gone")


async def test_an_ended_call_is_still_there_and_goes_when_it_may(gate, clock):
    call, _, _ = await gate.both()
    await gate.post(call, "end", reason="done")
    before = await gate.log(call)
    await gate.restart()
    assert await gate.log(call) == before
    assert await gate.post(call, "kept", n=before[-1]["n"]) == (200, {})
    await gate.restart()
    await gate.sweep(minutes=15)
    assert (await gate.ask("GET", f"/api/calls/{call}/log"))[0] == 404
    assert list((gate.config.data / "calls").iterdir()) == []


@pytest.mark.parametrize("torn", range(1, 60, 7))
async def test_a_line_that_a_kill_tore_is_cut_off_and_the_log_goes_on(gate, torn):
    call, _advisor, _customer = await gate.both()
    await gate.post(call, "end", reason="done")
    before = await gate.log(call)
    await gate.stop()
    path = journal(gate, call)
    path.write_bytes(path.read_bytes()[:-torn])
    await gate.start()
    after = await gate.log(call)
    whole = [one for one in after if one["what"] not in ("customer_away", "advisor_away")]
    assert whole == before[: len(whole)]
    assert len(before) - len(whole) <= 1
    assert (await gate.post(call, "end", reason="done"))[0] == 200
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line) for line in lines)
    numbers = [one["n"] for one in await gate.log(call)]
    assert numbers == list(range(1, len(numbers) + 1))


async def test_a_journal_of_nothing_but_rubbish_stops_nobody(gate):
    call = await gate.call()
    await gate.stop()
    folder = gate.config.data / "calls"
    for name, content in (
        ("call-empty", b""),
        ("call-noise", b"\x00\xff\n\n{]\n"),
        ("call-other", b'{"call": {"id": "call-elsewhere"}}\n'),
        ("call-bare1", b'{"n": 1, "at": 0, "what": "created"}\n'),
        ("NOT-OURS", b"x\n"),
    ):
        (folder / f"{name}.jsonl").write_bytes(content)
    with journal(gate, call).open("ab") as file:
        file.write(
            b'{"n": 2, "at": "soon", "what": "opened"}\nrubbish\n{"n": 2, "at": 1, "what": "?"}\n'
        )
    await gate.start()
    assert await gate.whats(call) == ["created"]
    assert (await gate.post(call, "offered", by="qr"))[0] == 200
    await gate.restart()
    assert await gate.whats(call) == ["created", "offered"]


async def test_a_journal_holds_no_name_no_word_no_token_and_is_its_owners_alone(gate):
    call, advisor, customer = await gate.both(company="Exemple")
    await customer.say("share", source="camera", width=1, height=1)
    await advisor.happened("share")
    await advisor.say("photo_ask", source="camera")
    await customer.hear("photo_ask")
    await customer.say("photo_answer", yes=True, source="camera", width=64, height=48)
    ticket = (await customer.hear("photo_ticket"))["ticket"]
    async with gate.session.post(
        f"{gate.url}/photo/{ticket}", data=jpeg(), headers={"Content-Type": "image/jpeg"}
    ) as answer:
        assert answer.status == 200
    await customer.say("leave")
    await customer.say("effort", effort=1, words="Bonjour Sonia, je suis Jean Dupont")
    await customer.hear("thanks")
    secrets = ("Sonia", "Dupont", "Bonjour", SEAL, ticket, advisor.secret, customer.secret)
    for path in gate.config.data.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in (*secrets, f"i-{call}", f"a-{call}", "127.0.0.1", "JFIF"):
                assert secret.encode() not in content, (path.name, secret)
    assert journal(gate, call).stat().st_mode & 0o777 == 0o600
    assert (gate.config.data / "calls").stat().st_mode & 0o777 == 0o700


async def test_nothing_is_pushed_that_could_not_be_written(gate, monkeypatch):
    call, advisor, customer = await gate.both()

    def full(*_args, **_more):
        raise OSError(28, "full")

    monkeypatch.setattr(gate.core.calls.journal, "_write", full)
    before = journal(gate, call).read_bytes()
    await customer.say("via", via="relay")
    assert await customer.closed() == 1011
    while next(one for one in gate.core.calls).of(Role.CUSTOMER):
        await asyncio.sleep(0)
    monkeypatch.undo()
    await advisor.quiet()
    assert "via" not in [one.get("happening", {}).get("what") for one in advisor.told]
    assert journal(gate, call).read_bytes() == before
    await (await gate.resume("customer", customer.secret)).say("via", via="relay")
    assert (await advisor.happened("via"))["via"] == "relay"


async def test_half_a_line_of_a_full_disk_does_not_spoil_the_next(gate, monkeypatch):
    import os

    call = await gate.call()
    real = os.write

    def half(handle, line):
        if len(line) > 20:
            return real(handle, line[:20])
        raise OSError(28, "full")

    monkeypatch.setattr(os, "write", half)
    assert (await gate.post(call, "offered", by="qr"))[0] == 500
    monkeypatch.undo()
    assert (await gate.post(call, "offered", by="sms"))[0] == 200
    await gate.restart()
    assert [one.get("by") for one in await gate.log(call)] == [None, "sms"]


async def test_what_matters_is_synced_before_it_is_told(gate, monkeypatch):
    import os

    synced = 0
    real = os.fsync

    def count(handle):
        nonlocal synced
        synced += 1
        return real(handle)

    monkeypatch.setattr(os, "fsync", count)
    call = await gate.call()
    after = synced
    assert after >= 3  # created, and both tokens
    await gate.post(call, "offered", by="qr")
    assert synced == after
    await gate.join("customer", f"i-{call}")
    assert synced == after + 2  # the token is used up, and opened
    await gate.post(call, "end", reason="done")
    assert synced == after + 3
