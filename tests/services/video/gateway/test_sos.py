"""The customer's button over real lines: from the press to the call's log, and what a flood meets."""

import asyncio
from dataclasses import replace
from ipaddress import ip_network

import aiohttp
import pytest

from desktop.domain.errors import VideoFailed
from tests.services.video.gateway.counter import answered, at_button, linked, placed, unheard
from tests.services.video.gateway.gate import KEY, OTHER, sha256


def kinds(page) -> list[str]:
    return [one["type"] for one in page.told if one["type"] not in {"people", "hello"}]


async def test_a_press_becomes_a_call_whose_clocks_run_from_it(counter, clock):
    anne = await linked(counter, "anne")
    bea = await linked(counter, "bea")
    page = await at_button(counter)
    assert page.told[0] == {"type": "place", "title": "Accueil", "company": "Exemple", "lang": ""}
    await page.say("press", lang="fr", who={"number": " 4018277\n", "secret": "x", "name": 7})
    ringing = await page.hear("ringing")
    ring = await anne.hear("ring")
    assert ring["who"] == {"number": "4018277"}
    assert ring["title"] == "Accueil"
    await bea.hear("ring")
    clock.advance(seconds=3)
    await anne.say("take", press=ring["press"])
    won = await anne.hear("won")
    assert (won["press"], won["pressed_ago_ms"]) == (ringing["press"], 3000)
    await bea.hear("quiet")
    clock.advance(seconds=1)
    call = await counter.call(press=ring["press"], asked_ago_ms=900_000)
    taken = await page.hear("taken")
    assert taken["advisor"] == "Sonia Leroy"
    await page.socket.close()
    clock.advance(seconds=1)
    customer = await counter.join("customer", taken["invite"])
    await customer.say("consent", lang="fr")
    await customer.hear("media")
    log = await counter.log(call)
    assert [one["what"] for one in log] == ["created", "offered", "opened", "consented"]
    assert [one["at"] - log[0]["at"] for one in log] == [0, 3000, 5000, 5000]
    assert log[1]["by"] == "sos"


async def test_the_applications_own_invitation_is_void_where_a_press_has_one(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    call = await answered(counter, anne, (await anne.hear("ring"))["press"])
    await page.hear("taken")
    stranger = await counter.page("customer")
    await stranger.say("join", token=f"i-{call}")
    assert await stranger.closed() == 4001


async def test_asking_again_for_the_call_of_a_press_answers_the_same(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await anne.hear("ring"))["press"]
    await anne.say("take", press=press)
    await anne.hear("won")
    body = counter.asked(press=press)
    first = await counter.ask("POST", "/api/calls", body)
    again = await counter.ask("POST", "/api/calls", body)
    assert first[0] == again[0] == 200
    assert [one["type"] for one in page.told].count("taken") == 0
    await page.hear("taken")
    assert await page.quiet() == []
    status, answer = await counter.ask("POST", "/api/calls", counter.asked(press=press))
    assert (status, answer) == (404, {"error": "unknown"})


async def test_a_press_that_nobody_won_makes_no_call(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await anne.hear("ring"))["press"]
    for key, status, code in ((KEY, 409, "taken"), (OTHER, 404, "unknown")):
        found = await counter.ask("POST", "/api/calls", counter.asked(press=press), key=key)
        assert found == (status, {"error": code})
    assert not list(counter.core.calls)
    assert await anne.quiet() == []


async def test_of_many_who_take_at_once_one_wins(counter):
    team = [await linked(counter, f"p{n}") for n in range(8)]
    page = await at_button(counter)
    await page.say("press", lang="fr")
    presses = [(await one.hear("ring"))["press"] for one in team]
    assert len(set(presses)) == 1
    await asyncio.gather(*(one.say("take", press=presses[0]) for one in team))
    heard = sorted([await unheard(one) for one in team])
    assert heard == [["quiet", "lost"]] * 7 + [["won"]]


async def test_nobody_is_told_after_15_seconds_and_a_call_back_reaches_the_lead(counter, clock):
    anne = await linked(counter, "anne", available=False)
    page = await at_button(counter)
    await page.say("press", lang="fr")
    assert (await page.hear("ringing"))["free"] is False
    clock.advance(seconds=15)
    await page.hear("nobody")
    lead = await linked(counter, "lead", role="lead", available=False)
    await page.say("callback", phone="06 39 98 01 02", name="Zoé", when="ce soir")
    await page.hear("noted")
    told = await lead.hear("callback")
    assert (told["phone"], told["name"], told["when"]) == ("06 39 98 01 02", "Zoé", "ce soir")
    assert told["press"] == page.told[1]["press"]
    await lead.say("callback_kept", press=told["press"])
    await lead.quiet()
    await counter.restart()
    again = await linked(counter, "lead", role="lead")
    assert await unheard(again) == []
    assert kinds(anne) == ["welcome"]


async def test_a_call_back_waits_through_a_restart(counter):
    page = await at_button(counter)
    await page.say("callback", phone="0639980102")
    await page.hear("noted")
    await counter.restart()
    anne = await linked(counter, "anne")
    assert (await anne.hear("callback"))["phone"] == "0639980102"


@pytest.mark.parametrize(
    ("said", "why"),
    [({}, "phone"), ({"phone": "bientôt"}, "phone"), ({"phone": 639980102}, "phone")],
)
async def test_a_call_back_without_figures_is_not_noted(counter, said, why):
    page = await at_button(counter)
    await page.say("callback", **said)
    assert await page.hear("not_noted") == {"type": "not_noted", "why": why}


async def test_closing_the_page_ends_the_press(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    await anne.hear("ring")
    await page.socket.close()
    await anne.hear("quiet")


async def test_a_page_that_goes_while_the_call_is_made_leaves_a_call_nobody_comes_to(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await anne.hear("ring"))["press"]
    await anne.say("take", press=press)
    await anne.hear("won")
    claimed = counter.core.hooks.claim("ours", press)
    await page.socket.close()
    await anne.hear("quiet")
    call = counter.core.calls.get(await counter.call())
    claimed.begun(call)
    await counter.sweep(seconds=0)
    assert (await counter.log(call.id))[-1]["reason"] == "no_show"


async def test_giving_up_just_as_the_call_is_made_ends_it(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    call = await answered(counter, anne, (await anne.hear("ring"))["press"])
    await page.say("cancel")
    await page.quiet()
    await counter.sweep(seconds=0)
    assert (await counter.log(call))[-1]["reason"] == "no_show"


async def test_a_winner_that_dies_gives_the_press_to_the_others(counter):
    anne = await linked(counter, "anne")
    bea = await linked(counter, "bea")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await anne.hear("ring"))["press"]
    await bea.hear("ring")
    await anne.say("take", press=press)
    await bea.hear("quiet")
    await anne.socket.close()
    assert (await bea.hear("ring"))["press"] == press
    await answered(counter, bea, press)
    await page.hear("taken")


async def test_a_provider_that_fails_gives_the_press_to_the_others(counter):
    anne = await linked(counter, "anne")
    bea = await linked(counter, "bea")
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await anne.hear("ring"))["press"]
    await bea.hear("ring")
    await anne.say("take", press=press)
    await bea.hear("quiet")
    counter.provider.down = VideoFailed("provider")
    status, _ = await counter.ask("POST", "/api/calls", counter.asked(press=press))
    assert status == 503
    counter.provider.down = None
    await bea.hear("ring")
    await answered(counter, bea, press)
    await page.hear("taken")


async def test_another_team_and_another_key_never_ring(counter):
    south = await linked(counter, "south", team="t-south")
    foreign = await linked(counter, "anne", key=OTHER)
    page = await at_button(counter)
    await page.say("press", lang="fr")
    press = (await page.hear("ringing"))["press"]
    for other in (south, foreign):
        await other.say("take", press=press)
        assert await unheard(other) == ["lost"]


async def test_a_flood_from_one_address_is_told_to_wait(counter, clock):
    anne = await linked(counter, "anne")
    pages = [await at_button(counter) for _ in range(4)]
    for page in pages:
        await page.say("press", lang="fr")
    await pages[0].hear("ringing")
    for page in pages[1:]:
        assert (await page.hear("slow_down"))["seconds"] > 0
    await anne.quiet()
    assert kinds(anne).count("ring") == 1
    clock.advance(seconds=15)
    await pages[0].hear("nobody")
    for page in pages[1:3]:
        await page.say("press", lang="fr")
        await page.hear("ringing")
        await page.say("cancel")
    await pages[3].say("press", lang="fr")
    assert (await pages[3].hear("slow_down"))["seconds"] == 45


async def test_many_addresses_neither_bury_a_team_nor_another_place(gate, clock):
    placed(gate)
    gate.config = replace(gate.config, trusted_proxies=(ip_network("127.0.0.1/32"),))
    await gate.restart()
    anne = await linked(gate, "anne")
    crowd = [await at_button(gate, **{"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(30)]
    for page in crowd:
        await page.say("press", lang="fr")
    heard = [(await page.socket.receive_json(timeout=5))["type"] for page in crowd]
    assert heard == ["ringing"] * 20 + ["slow_down"] * 10
    calm = await at_button(gate, "site", **{"X-Forwarded-For": "203.0.113.1"})
    await calm.say("press", lang="fr")
    press = (await calm.hear("ringing"))["press"]
    await answered(gate, anne, press)
    await calm.hear("taken")
    clock.advance(seconds=15)
    for page in crowd[:20]:
        await page.hear("nobody")


async def test_pages_of_one_address_are_bounded(counter):
    pages = [await at_button(counter) for _ in range(20)]
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await at_button(counter)
    assert refused.value.status == 429
    await pages[0].socket.close()
    await pages[1].quiet()
    await at_button(counter)


@pytest.mark.parametrize(
    ("place", "origin", "status"),
    [
        ("counter", "https://evil.example", 403),
        ("counter", "", 403),
        ("nowhere", None, 404),
        ("..%2f..%2fetc", None, 404),
    ],
)
async def test_a_foreign_page_and_an_unknown_place_get_nothing(counter, place, origin, status):
    headers = {"Origin": counter.url if origin is None else origin}
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await counter.session.ws_connect(f"{counter.url}/ws/sos/{place}", headers=headers)
    assert refused.value.status == status


async def test_nonsense_and_scripts_are_taken_as_words_or_left_aside(counter):
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.socket.send_str("[1, 2]")
    await page.socket.send_str("{")
    await page.socket.send_str('{"type": 3}')
    name = "<script>alert(1)</script>" + "é" * 500
    await page.say("press", lang=9, who={"name": name, "number": "a\x00b\u202ec"})
    who = (await anne.hear("ring"))["who"]
    assert who["name"] == name[:80]
    assert who["number"] == "a b c"


async def test_an_oversized_message_closes_the_line(counter):
    page = await at_button(counter)
    await page.say("press", lang="fr", who={"name": "x" * 70_000})
    assert await page.closed() == 1009


async def test_a_flood_of_messages_closes_the_line(counter):
    page = await at_button(counter)
    for _ in range(260):
        await page.say("hello")
    assert await page.closed() == 1008


async def test_nothing_of_a_press_is_written_anywhere(counter, tmp_path, caplog):
    caplog.set_level(0)
    anne = await linked(counter, "anne")
    page = await at_button(counter)
    await page.say("press", lang="fr", who={"name": "Zoé Exemple", "phone": "0639980102"})
    await answered(counter, anne, (await anne.hear("ring"))["press"])
    invite = (await page.hear("taken"))["invite"]
    await page.say("callback", phone="0639980102", name="Zoé Exemple")
    await page.hear("noted")
    await counter.stop()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for word in ('Exemple"', "Zoé", "0639980102", invite):
        assert word.encode() not in written.replace(b'"company":"Exemple"', b"")
        assert word not in caplog.text
    assert sha256(invite).encode() in written
