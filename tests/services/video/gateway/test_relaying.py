"""What passes from page to page, and what a role may not say."""

import pytest


def arrow(**changes):
    return {"id": "1", "on": "camera", "shape": "arrow", "points": [[0, 0], [0.5, 1]], **changes}


async def test_what_the_advisor_draws_says_and_asks_reaches_the_customer(gate):
    _, advisor, customer = await gate.both()
    await advisor.say("point", **arrow())
    assert await customer.hear("point") == {
        "type": "point",
        **arrow(points=[[0.0, 0.0], [0.5, 1.0]]),
    }
    await advisor.say("clear")
    assert await customer.hear("clear") == {"type": "clear"}
    await advisor.say("mute", on=True)
    assert await customer.hear("mute") == {"type": "mute", "on": True}
    await advisor.say("frozen", on=False)
    assert await customer.hear("frozen") == {"type": "frozen", "on": False}


@pytest.mark.parametrize(
    "changes",
    [
        {"on": "kitchen"},
        {"shape": "<script>"},
        {"points": []},
        {"points": [[0, 0]] * 65},
        {"points": [[0, 1.01]]},
        {"points": [[-0.1, 0]]},
        {"points": [[0, True]]},
        {"points": [["0", 0]]},
        {"points": [[0, 0, 0]]},
        {"points": {"0": 0}},
        {"id": None},
        {"id": "x" * 65},
        {"id": 2**60},
    ],
)
async def test_a_drawing_that_is_none_reaches_nobody(gate, changes):
    _, advisor, customer = await gate.both()
    await advisor.say("point", **arrow(**changes))
    await advisor.quiet()
    assert await customer.quiet() == []


async def test_not_a_number_reaches_nobody(gate):
    _, advisor, customer = await gate.both()
    for number in ("NaN", "Infinity", "-Infinity", "1e999"):
        await advisor.socket.send_str(
            f'{{"type": "point", "id": 1, "on": "camera", "shape": "arrow", "points": [[{number}, 0]]}}'
        )
    await advisor.quiet()
    assert await customer.quiet() == []


ADVISORS: dict[str, dict] = {
    "point": arrow(),
    "clear": {},
    "mute": {"on": True},
    "frozen": {"on": True},
    "bye": {},
    "photo_ask": {"source": "camera"},
    "offer": {"gen": 9, "sdp": "v=0"},
}
CUSTOMERS: dict[str, dict] = {
    "share": {"source": "camera", "width": 1, "height": 1},
    "unshare": {"source": "camera"},
    "leave": {},
    "consent": {"lang": "fr"},
    "refuse": {},
    "face": {},
    "effort": {"effort": 1},
    "answer": {"gen": 0, "sdp": "v=0"},
    "photo_answer": {"yes": True, "source": "camera"},
}


async def test_each_role_may_say_its_own_words_alone(gate):
    call, advisor, customer = await gate.both()
    await customer.say("share", source="camera", width=640, height=480)
    await advisor.hear("share")
    before = await gate.whats(call)
    for kind, said in ADVISORS.items():
        await customer.say(kind, **said)
    assert await customer.quiet() == []
    assert await advisor.quiet() == []
    for kind, said in CUSTOMERS.items():
        await advisor.say(kind, **said)
    assert await advisor.quiet() == []
    assert await customer.quiet() == []
    assert await gate.whats(call) == before


async def test_nothing_but_consent_is_heard_of_a_customer_before_it(gate):
    call = await gate.call()
    advisor = await gate.join("advisor", f"a-{call}")
    await advisor.say("offer", gen=1, sdp="v=0")
    customer = await gate.join("customer", f"i-{call}")
    await advisor.quiet()
    for kind, said in CUSTOMERS.items():
        if kind not in {"leave", "consent", "refuse", "effort"}:
            await customer.say(kind, **said)
    await customer.say("media_again")
    await customer.say("candidate", gen=1, candidate={})
    assert await customer.quiet() == []
    assert await advisor.quiet() == []
    assert await gate.whats(call) == ["created", "advisor_here", "opened"]


async def test_unknown_words_and_no_words_are_left_aside(gate):
    _, advisor, customer = await gate.both()
    for text in ("{", "[]", "7", '"join"', "null", '{"type": 7}', "{}", '{"type": "dance"}'):
        await customer.socket.send_str(text)
    await customer.socket.send_bytes(b"\x00\xff")
    await customer.socket.send_str("[" * 30_000)
    assert await customer.quiet() == []
    assert await advisor.quiet() == []


async def test_an_offer_waits_for_the_customer_and_goes_on_at_once_afterwards(gate):
    call = await gate.call()
    customer = await gate.join("customer", f"i-{call}")
    await customer.say("consent", lang="fr")
    assert "offer" not in await customer.hear("media")
    advisor = await gate.join("advisor", f"a-{call}")
    assert (await advisor.hear("peer"))["here"] is True
    await advisor.say("offer", gen=5, sdp="v=0 late")
    await advisor.say("candidate", gen=5, candidate={"candidate": "x"})
    await advisor.say("candidate", gen=4, candidate={"candidate": "stale"})
    assert await customer.hear("offer") == {"type": "offer", "gen": 5, "sdp": "v=0 late"}
    assert await customer.hear("candidate") == {
        "type": "candidate",
        "gen": 5,
        "candidate": {"candidate": "x"},
    }
    await customer.say("answer", gen=4, sdp="v=0 stale")
    await customer.say("answer", gen=5, sdp="v=0 fits")
    await customer.say("candidate", gen=5, candidate=None)
    assert (await advisor.hear("answer"))["sdp"] == "v=0 fits"
    assert (await advisor.hear("candidate"))["candidate"] is None
    assert await customer.quiet() == []


async def test_a_reloaded_customer_gets_a_new_offer_and_one_whose_line_was_cut_does_not(gate):
    call, advisor, customer = await gate.both()
    await advisor.say("offer", gen=5, sdp="v=0 one")
    await customer.hear("offer")
    await customer.say("answer", gen=5, sdp="v=0")
    await advisor.hear("answer")
    cut = await gate.resume("customer", customer.secret)
    assert (await advisor.hear("peer"))["fresh"] is False
    assert await cut.quiet() == []
    reloaded = await gate.resume("customer", cut.secret)
    assert reloaded.told[0]["step"] == "connected"
    assert (await advisor.hear("peer"))["fresh"] is False
    await reloaded.say("consent", lang="fr")
    assert "offer" not in await reloaded.hear("media")
    assert (await advisor.hear("peer"))["fresh"] is True
    await advisor.say("offer", gen=6, sdp="v=0 two")
    assert (await reloaded.hear("offer"))["gen"] == 6
    assert (await gate.whats(call)).count("consented") == 1


async def test_an_offer_that_was_cut_off_comes_again(gate):
    _call, advisor, customer = await gate.both()
    await customer.socket.close()
    await advisor.happened("customer_away")
    await advisor.say("offer", gen=5, sdp="v=0")
    await advisor.say("candidate", gen=5, candidate={"candidate": "x"})
    await advisor.quiet()
    back = await gate.resume("customer", customer.secret)
    assert (await back.hear("offer"))["gen"] == 5
    assert (await back.hear("candidate"))["candidate"] == {"candidate": "x"}


async def test_an_answer_waits_for_an_advisor_whose_line_was_cut(gate):
    call, advisor, customer = await gate.both()
    await advisor.say("offer", gen=5, sdp="v=0")
    await customer.hear("offer")
    await advisor.socket.close()
    while "advisor_away" not in await gate.whats(call):
        pass
    await customer.say("answer", gen=5, sdp="v=0 kept")
    await customer.say("candidate", gen=5, candidate={"candidate": "y"})
    await customer.quiet()
    back = await gate.resume("advisor", advisor.secret)
    assert (await back.hear("answer"))["sdp"] == "v=0 kept"
    assert (await back.hear("candidate"))["candidate"] == {"candidate": "y"}


async def test_an_older_offer_does_not_take_the_newers_place(gate):
    _, advisor, customer = await gate.both()
    await advisor.say("offer", gen=5, sdp="v=0")
    await advisor.say("offer", gen=4, sdp="v=0 older")
    await advisor.say("offer", gen=6, sdp=7)
    await advisor.quiet()
    assert (await customer.quiet()).count("offer") == 1


async def test_shares_are_told_and_known_to_an_advisors_page_that_comes_back(gate):
    call, advisor, customer = await gate.both()
    await customer.say("share", source="camera", facing="environment", width=640, height=480)
    await customer.say("share", source="screen", width=1280, height=720)
    await customer.say("unshare", source="screen")
    await customer.say("unshare", source="screen")
    await advisor.happened("unshare")
    again = await gate.resume("advisor", advisor.secret)
    assert again.told[0]["shares"] == [
        {"source": "camera", "facing": "environment", "width": 640, "height": 480}
    ]
    assert again.told[0]["here"] == ["customer"]
    told = [one["happening"]["what"] for one in again.told if one["type"] == "happened"]
    await again.quiet()
    told = [one["happening"]["what"] for one in again.told if one["type"] == "happened"]
    assert told == await gate.whats(call)
    assert told[-3:] == ["share", "share", "unshare"]


async def test_a_reloaded_customer_shows_nothing_until_they_say_so_again(gate):
    _call, advisor, customer = await gate.both()
    await customer.say("share", source="camera", width=640, height=480)
    await advisor.happened("share")
    again = await gate.resume("customer", customer.secret)
    await again.say("consent", lang="fr")
    await again.hear("media")
    assert (await advisor.happened("unshare"))["source"] == "camera"


async def test_a_reloaded_customer_knows_that_the_advisor_is_muted(gate):
    _call, advisor, customer = await gate.both()
    await advisor.say("mute", on=True)
    await customer.hear("mute")
    again = await gate.resume("customer", customer.secret)
    assert await again.hear("mute") == {"type": "mute", "on": True}


async def test_late_credentials_come_only_to_those_who_may_have_them(gate, clock):
    _call, advisor, customer = await gate.both()
    clock.advance(minutes=10)
    for page, role in ((advisor, "advisor"), (customer, "customer")):
        await page.say("media_again")
        assert (await page.hear("media"))["ice"] == [{"role": role, "at": gate.core.now()}]


async def test_a_media_server_that_is_down_locks_nobody_out(gate):
    from desktop.domain.errors import VideoFailed

    call = await gate.call()
    gate.provider.down = VideoFailed("provider")
    advisor = await gate.join("advisor", f"a-{call}")
    assert advisor.told[0]["media"] == {"provider": "fake"}
    gate.provider.down = None
    await advisor.say("media_again")
    assert "ice" in await advisor.hear("media")


async def test_a_third_person_joins_draws_and_leaves(gate):
    from desktop.services.video.gateway.providers import Role
    from tests.services.video.gateway.gate import sha256

    call, advisor, customer = await gate.both()
    known = gate.core.calls.get(call)
    gate.core.admission.grant(known, Role.THIRD, sha256("t"), 60.0, ("p-lead", "Marc Petit"))
    third = await gate.join("advisor", "t")
    assert third.told[0]["role"] == "third"
    assert await customer.hear("third") == {"type": "third", "here": True, "name": "Marc Petit"}
    assert (await advisor.happened("third_here"))["person"] == "p-lead"
    await third.say("point", **arrow())
    await customer.hear("point")
    await advisor.hear("point")
    for kind, said in ADVISORS.items():
        if kind not in {"point", "clear", "bye"}:
            await third.say(kind, **said)
    await third.quiet()
    assert await customer.quiet() == []
    reloaded = await gate.resume("customer", customer.secret)
    assert await reloaded.hear("third") == {"type": "third", "here": True, "name": "Marc Petit"}
    await third.say("bye")
    assert await third.closed() == 1000
    assert (await reloaded.hear("third"))["here"] is False
    assert (await advisor.happened("third_away"))["person"] == "p-lead"
    assert "ended" not in await gate.whats(call)
    assert "Marc" not in str(await gate.log(call))
    page = await gate.page("advisor")
    await page.say("resume", secret=third.secret)
    assert await page.closed() == 4001
