"""Who comes in: tokens once and in time, secrets that rotate, the newest page of a person."""

import pytest

from tests.services.video.gateway.gate import OTHER, sha256


async def turned_away(gate, role, **said) -> tuple[int, str]:
    page = await gate.page(role)
    await page.say("join" if "token" in said else "resume", **said)
    frame = await page.socket.receive(timeout=5)
    return page.socket.close_code, str(frame.extra or "")


async def test_an_invitation_is_good_once_also_while_the_first_page_is_gone(gate):
    call = await gate.call()
    first = await gate.join("customer", f"i-{call}")
    assert await turned_away(gate, "customer", token=f"i-{call}") == (4001, "used")
    assert await first.quiet() == []
    await first.socket.close()
    assert await turned_away(gate, "customer", token=f"i-{call}") == (4001, "used")


async def test_an_advisors_token_is_good_once(gate):
    call = await gate.call()
    await gate.join("advisor", f"a-{call}")
    assert await turned_away(gate, "advisor", token=f"a-{call}") == (4001, "used")


@pytest.mark.parametrize(
    ("role", "letter", "seconds"), [("customer", "i", 600), ("advisor", "a", 60)]
)
async def test_tokens_run_out(gate, clock, role, letter, seconds):
    early, late = await gate.call(), await gate.call()
    clock.advance(seconds=seconds - 1)
    await gate.join(role, f"{letter}-{early}")
    clock.advance(seconds=1)
    assert await turned_away(gate, role, token=f"{letter}-{late}") == (4001, "expired")


async def test_a_get_never_uses_an_invitation_up(gate):
    call = await gate.call()
    for path in ("/v", f"/v?i-{call}", f"/v#i-{call}", "/static/wire.js"):
        async with gate.session.get(gate.url + path) as answer:
            await answer.read()
            assert call.encode() not in await answer.read()
    page = await gate.page("customer")  # nor does a line that says nothing
    await page.socket.close()
    await gate.join("customer", f"i-{call}")


async def test_a_token_opens_the_door_of_its_role_alone(gate):
    call = await gate.call()
    assert (await turned_away(gate, "advisor", token=f"i-{call}"))[0] == 4001
    assert (await turned_away(gate, "customer", token=f"a-{call}"))[0] == 4001
    page = await gate.join("customer", f"i-{call}")
    assert (await turned_away(gate, "advisor", secret=page.secret))[0] == 4001
    await gate.join("advisor", f"a-{call}")


@pytest.mark.parametrize("given", ["", "x" * 43, "é", "x" * 300, 7, None, ["i"], {"a": 1}])
async def test_nonsense_opens_nothing(gate, given):
    page = await gate.page("customer")
    await page.say("join", token=given)
    if isinstance(given, str) and len(given) < 200:
        assert await page.closed() == 4001
    else:
        assert await page.quiet() == []  # no token at all: nothing was tried


async def test_the_hash_of_a_token_is_no_token(gate):
    call = await gate.call()
    assert (await turned_away(gate, "customer", token=sha256(f"i-{call}")))[0] == 4001


async def test_another_invitation_voids_the_former(gate):
    call = await gate.call()
    status, answer = await gate.post(call, "invite", invite=sha256("second"))
    assert (status, answer) == (200, {"expires_at": gate.core.now() + 600_000})
    assert await turned_away(gate, "customer", token=f"i-{call}") == (4001, "expired")
    await gate.join("customer", "second")


async def test_another_person_by_another_invitation_is_asked_anew_and_the_former_goes(gate):
    call, _advisor, first = await gate.both()
    await gate.post(call, "invite", invite=sha256("second"))
    second = await gate.join("customer", "second")
    assert second.told[0]["step"] == "opened"
    assert await first.closed() == 4002
    assert (await turned_away(gate, "customer", secret=first.secret))[0] == 4001
    await second.say("share", source="camera", width=1, height=1)
    await second.say("answer", gen=0, sdp="x")
    await second.quiet()
    assert "share" not in await gate.whats(call)


async def test_another_advisors_token_takes_the_page_over(gate):
    call, advisor, customer = await gate.both()
    assert (await gate.post(call, "advisor", advisor=sha256("again")))[0] == 200
    again = await gate.join("advisor", "again")
    assert await advisor.closed() == 4002
    assert "advisor_away" not in await gate.whats(call)
    await advisor_is_heard(again, customer)


async def advisor_is_heard(advisor, customer):
    await advisor.say("mute", on=True)
    await customer.hear("mute")


async def test_secrets_rotate_and_the_older_is_good_until_the_newer_was_used(gate):
    call = await gate.call()
    page = await gate.join("customer", f"i-{call}")
    first = page.secret
    second = (await gate.resume("customer", first)).secret  # suppose that this welcome was lost
    third = (await gate.resume("customer", first)).secret
    assert len({first, second, third}) == 3
    assert (await turned_away(gate, "customer", secret=second))[0] == 4001
    fourth = (await gate.resume("customer", third)).secret
    assert (await turned_away(gate, "customer", secret=first))[0] == 4001
    await gate.resume("customer", fourth)


async def test_the_newest_page_of_a_person_wins(gate):
    call, _advisor, customer = await gate.both()
    tab = await gate.resume("customer", customer.secret)
    assert await customer.closed() == 4002
    assert tab.told[0]["step"] == "connected"
    assert "customer_away" not in await gate.whats(call)


async def test_a_secret_is_one_calls_alone(gate):
    one, other = await gate.call(), await gate.call()
    page = await gate.join("customer", f"i-{one}")
    await gate.join("customer", f"i-{other}")
    again = await gate.resume("customer", page.secret)
    await again.say("leave")
    await again.hear("ended")
    assert ("ended" in await gate.whats(one), "ended" in await gate.whats(other)) == (True, False)


async def test_nobody_comes_in_after_the_end(gate):
    call, advisor, _customer = await gate.both()
    unopened = await gate.call()
    for each in (call, unopened):
        await gate.post(each, "end", reason="done")
    assert await advisor.closed() == 4003
    assert (await turned_away(gate, "advisor", secret=advisor.secret))[0] == 4003
    assert (await turned_away(gate, "customer", token=f"i-{unopened}"))[0] == 4001
    assert (await turned_away(gate, "advisor", token=f"a-{unopened}"))[0] == 4001


async def test_five_wrong_tokens_shut_the_door_for_a_minute(gate, clock):
    call = await gate.call()
    for number in range(5):
        assert (await turned_away(gate, "customer", token=f"guess{number}"))[0] == 4001
    assert (await turned_away(gate, "customer", token=f"i-{call}"))[0] == 4008
    clock.advance(seconds=59)
    assert (await turned_away(gate, "customer", token=f"i-{call}"))[0] == 4008
    clock.advance(seconds=1)
    await gate.join("customer", f"i-{call}")


async def test_joins_are_paced(gate, clock):
    call = await gate.call()
    page = await gate.join("customer", f"i-{call}")
    for _ in range(29):
        page = await gate.resume("customer", page.secret)
    assert (await turned_away(gate, "customer", secret=page.secret))[0] == 4008
    clock.advance(seconds=1)
    await gate.resume("customer", page.secret)


async def test_a_page_that_does_not_say_who_it_is_is_left_alone(gate, monkeypatch):
    monkeypatch.setattr("desktop.services.video.gateway.joining.KNOCKING", 0.05)
    page = await gate.page("customer")
    assert await page.closed() == 4008


async def test_strangers_are_bounded_and_pages_that_sit_do_not_count(gate, monkeypatch):
    monkeypatch.setattr("desktop.services.video.gateway.joining.STRANGERS", 2)
    call = await gate.call()
    await gate.join("customer", f"i-{call}")
    await gate.join("advisor", f"a-{call}")
    pages = [await gate.page("customer") for _ in range(2)]
    with pytest.raises(Exception, match="429"):
        await gate.page("customer")
    await pages[0].socket.close()
    await pages[1].say("join", token="none")
    await pages[1].closed()
    await gate.page("customer")


async def test_another_key_knows_nothing_of_a_call(gate):
    call = await gate.call()
    for method, path, body in (
        ("GET", f"/api/calls/{call}/log", None),
        ("GET", f"/api/calls/{call}/photos/x", None),
        ("POST", f"/api/calls/{call}/end", {"reason": "done"}),
        ("POST", f"/api/calls/{call}/invite", {"invite": sha256("x")}),
        ("POST", f"/api/calls/{call}/advisor", {"advisor": sha256("x")}),
        ("POST", f"/api/calls/{call}/offered", {"by": "qr"}),
        ("POST", f"/api/calls/{call}/kept", {"n": 1}),
        ("POST", "/api/calls", gate.asked(id=call)),
    ):
        status, answer = await gate.ask(method, path, body, key=OTHER)
        assert (status, answer) == (404, {"error": "unknown"}), path
    assert await gate.whats(call) == ["created"]
