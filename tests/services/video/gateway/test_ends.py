"""How calls end by themselves, and what may still come after the end."""

import pytest

from desktop.domain.video.happenings import EndReason
from desktop.services.video.gateway.providers import Learnt, Role


async def reason(gate, call) -> str | None:
    last = [one for one in await gate.log(call) if one["what"] == "ended"]
    return last[0]["reason"] if last else None


async def test_nobody_comes(gate):
    call = await gate.call()
    await gate.sweep(seconds=599)
    assert await reason(gate, call) is None
    await gate.sweep(seconds=1)
    assert await reason(gate, call) == "no_show"
    assert gate.provider.closed == [call]


async def test_another_invitation_gives_ten_minutes_more(gate):
    call = await gate.call()
    await gate.sweep(seconds=500)
    await gate.post(call, "invite", invite="ab" * 32)
    await gate.sweep(seconds=599)
    assert await reason(gate, call) is None
    await gate.sweep(seconds=1)
    assert await reason(gate, call) == "no_show"


async def test_the_customer_says_no(gate):
    call = await gate.call()
    customer = await gate.join("customer", f"i-{call}")
    await customer.say("refuse")
    assert (await customer.hear("ended"))["reason"] == "refused"
    assert (await gate.whats(call))[-2:] == ["refused", "ended"]


async def test_a_call_that_began_cannot_be_refused(gate):
    call, _advisor, customer = await gate.both()
    await customer.say("refuse")
    await customer.quiet()
    assert await reason(gate, call) is None


@pytest.mark.parametrize(("who", "why"), [("customer", "network"), ("advisor", "advisor_gone")])
async def test_a_page_that_went_has_45_seconds_to_come_back(gate, who, why):
    call, advisor, customer = await gate.both()
    pages = {"customer": customer, "advisor": advisor}
    await pages[who].socket.close()
    await left(gate, call, f"{who}_away")
    await gate.sweep(seconds=44)
    back = await gate.resume(who, pages[who].secret)
    await gate.sweep(seconds=44)
    assert await reason(gate, call) is None
    await back.socket.close()
    await left(gate, call, f"{who}_away", times=2)
    await gate.sweep(seconds=45)
    assert await reason(gate, call) == why


async def left(gate, call, what, times=1):
    for _ in range(200):
        if (await gate.whats(call)).count(what) == times:
            return
    raise AssertionError(await gate.whats(call))


async def test_the_other_side_hears_that_the_customers_page_is_gone_and_back(gate):
    _call, advisor, customer = await gate.both()
    await customer.socket.close()
    await advisor.happened("customer_away")
    assert (await advisor.hear("peer"))["here"] is False
    await gate.resume("customer", customer.secret)
    assert await advisor.hear("peer") == {"type": "peer", "here": True, "fresh": False}


async def test_no_pictures_for_45_seconds(gate):
    call, advisor, customer = await gate.both()
    await customer.say("lost")
    await advisor.happened("lost")
    await advisor.say("lost")  # both see it, it is told once
    await advisor.quiet()
    await gate.sweep(seconds=30)
    await advisor.say("back")
    await advisor.happened("back")
    await customer.say("lost")
    await advisor.happened("lost")
    await gate.sweep(seconds=44)
    assert await reason(gate, call) is None
    await gate.sweep(seconds=1)
    assert await reason(gate, call) == "network"
    assert [one for one in await gate.whats(call) if one in ("lost", "back")] == [
        *("lost", "back", "lost")
    ]


async def test_the_first_picture_after_a_reload_says_that_it_is_back(gate):
    call, advisor, customer = await gate.both()
    await advisor.say("lost")
    await advisor.happened("lost")
    await customer.say("face")
    await advisor.happened("back")
    assert (await gate.whats(call)).count("face") == 1


async def test_before_the_first_picture_nothing_is_lost(gate):
    call = await gate.call()
    advisor = await gate.join("advisor", f"a-{call}")
    await advisor.say("lost")
    await advisor.quiet()
    assert "lost" not in await gate.whats(call)


async def test_what_the_provider_sees_counts_likewise(gate):
    call, _advisor, _customer = await gate.both()
    for what in (Learnt.SERVER, Learnt.SERVER, Learnt.LOST, Learnt.BACK):
        gate.core.rooms.learnt(call, Role.CUSTOMER, what)
    gate.core.rooms.learnt("another", Role.CUSTOMER, Learnt.LOST)
    assert (await gate.whats(call))[-3:] == ["via", "lost", "back"]


async def test_an_advisor_whose_page_never_came_is_missed_once_the_customer_is_there(gate):
    call = await gate.call()
    await gate.sweep(seconds=50)
    await gate.join("customer", f"i-{call}")
    await gate.sweep(seconds=44)
    assert await reason(gate, call) is None
    await gate.sweep(seconds=1)
    assert await reason(gate, call) == "advisor_gone"


@pytest.mark.parametrize("why", list(EndReason))
async def test_the_application_ends_it_twice_without_an_error(gate, why):
    call = await gate.call()
    for _ in range(2):
        assert await gate.post(call, "end", reason=why.value) == (200, {})
    assert (await gate.whats(call)).count("ended") == 1
    assert await reason(gate, call) == why.value
    for what, body in (
        ("offered", {"by": "qr"}),
        ("invite", {"invite": "ab" * 32}),
        ("advisor", {"advisor": "cd" * 32}),
    ):
        assert await gate.post(call, what, **body) == (409, {"error": "ended"})


async def test_either_page_ends_it(gate):
    for page in ("advisor", "customer"):
        call, advisor, customer = await gate.both()
        if page == "advisor":
            await advisor.say("bye")
        else:
            await customer.say("leave")
        await customer.hear("ended")
        assert await advisor.closed() == 4003
        assert await reason(gate, call) == "done"


async def test_the_answer_is_taken_once_and_within_15_minutes(gate, clock):
    first, _, one = await gate.both()
    second, _, other = await gate.both()
    for call in (first, second):
        await gate.post(call, "end", reason="done")
    clock.advance(minutes=14, seconds=59)
    await one.say("effort", effort=7, words="bien")
    await one.hear("thanks")
    await one.say("effort", effort=1, words="non")
    await one.quiet()
    clock.advance(seconds=1)
    await other.say("effort", effort=1, words="tard")
    await other.quiet()
    assert (await gate.whats(first)).count("answer") == 1
    assert "answer" not in await gate.whats(second)


@pytest.mark.parametrize(
    ("effort", "words"),
    [(0, ""), (8, ""), (True, ""), ("7", ""), (3.5, ""), (3, "x" * 501), (3, 5), ([], "")],
)
async def test_an_answer_that_is_none_is_left_aside(gate, effort, words):
    call, _, customer = await gate.both()
    await customer.say("effort", effort=3, words="too early")
    await customer.say("leave")
    await customer.hear("ended")
    await customer.say("effort", effort=effort, words=words)
    await customer.quiet()
    assert "answer" not in await gate.whats(call)


async def test_who_says_nothing_is_thanked_and_nothing_is_kept(gate):
    call, _, customer = await gate.both()
    await customer.say("leave")
    await customer.say("effort", effort=None, words=" ")
    await customer.hear("thanks")
    assert (await gate.whats(call))[-1] == "ended"


async def test_the_customers_page_comes_back_for_the_question(gate, clock):
    call, _, customer = await gate.both()
    await gate.post(call, "end", reason="done")
    await customer.socket.close()
    again = await gate.resume("customer", customer.secret)
    assert (again.told[0]["step"], again.told[0]["minutes_left"]) == ("ended", 15)
    assert (await again.hear("ended"))["reason"] == "done"
    await again.say("effort", effort=4, words="")
    await again.hear("thanks")
    assert [one for one in await gate.whats(call) if one.startswith("customer")] == []


async def test_a_kept_call_goes_once_its_answer_came_or_can_no_longer_come(gate, clock):
    answered, _, customer = await gate.both()
    silent, _, _ = await gate.both()
    for call in (answered, silent):
        await gate.post(call, "end", reason="done")
        await gate.post(call, "kept", n=len(await gate.log(call)))
    await customer.say("effort", effort=4, words="")
    await customer.hear("thanks")
    assert await gate.post(answered, "kept", n=99) == (200, {})
    assert (await gate.ask("GET", f"/api/calls/{answered}/log"))[0] == 404
    await gate.sweep(minutes=14)
    assert (await gate.ask("GET", f"/api/calls/{silent}/log"))[0] == 200
    await gate.sweep(minutes=1)
    assert (await gate.ask("GET", f"/api/calls/{silent}/log"))[0] == 404
    assert list((gate.config.data / "calls").iterdir()) == []


async def test_an_answer_that_the_application_has_not_got_is_not_thrown_away(gate):
    call, _, customer = await gate.both()
    await gate.post(call, "end", reason="done")
    await gate.post(call, "kept", n=len(await gate.log(call)))
    await customer.say("effort", effort=4, words="")
    await customer.hear("thanks")
    await gate.sweep(days=6)
    assert (await gate.whats(call))[-1] == "answer"


async def test_a_call_that_nobody_fetches_goes_after_the_retention(gate):
    call, _, customer = await gate.both()
    await gate.post(call, "end", reason="done")
    await gate.sweep(days=6, hours=23)
    assert (await gate.ask("GET", f"/api/calls/{call}/log"))[0] == 200
    await gate.sweep(hours=1)
    assert (await gate.ask("GET", f"/api/calls/{call}/log"))[0] == 404
    await customer.hear("ended")
    assert await customer.closed() == 4003
