"""A call from the key to its facts, over a line that is cut, doubled, silent."""

import asyncio
import base64
import hashlib
from datetime import timedelta

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import Delivery, EndReason
from desktop.domain.video.progress import Step
from desktop.services.video import api, engine
from tests.services.video.fake_gateway import JPEG, KEY, gateway
from tests.services.video.world import (
    LEA,
    QuickClock,
    draft,
    kept,
    plan,
    until,
    until_kept,
    working,
)


@pytest.fixture
def clock():
    return QuickClock()


@pytest.fixture
def fake(clock):
    with gateway(clock.now) as made:
        yield made


@pytest.fixture
async def video(store, clock, fake, tmp_path):
    async with working(store, clock, plan(tmp_path, fake)) as made:
        yield made


def told_to(video):
    heard = []
    video.listen(heard.append)
    return heard


async def begun(video, clock, **rest):
    return await video.begin(draft(clock, **rest), LEA, pressed=clock.monotonic() - 0.25)


async def test_a_call_from_the_key_to_its_facts(video, clock, fake, store):
    heard = told_to(video)
    live = await begun(video, clock)
    asked = fake.calls[live.asked.id]
    assert asked["asked_ago_ms"] == 250
    assert (asked["advisor_name"], asked["company"], asked["lang"]) == (
        "Léa Martin",
        "Banque",
        "fr",
    )
    link, page = live.link, live.page
    assert link.startswith(fake.url.replace("127.0.0.1", "localhost") + "/v#")
    assert hashlib.sha256(link.partition("#")[2].encode()).hexdigest() == asked["invite"]
    assert hashlib.sha256(page.partition("#")[2].encode()).hexdigest() == asked["advisor"]
    await video.send(live.asked.id, Delivery.QR)
    await until(lambda: heard and heard[-1].progress.step is Step.OFFERED)
    for what in ("opened", "consented", "face"):
        fake.happen(live.asked.id, what)
    await until(lambda: heard[-1].progress.step is Step.CONNECTED)
    assert heard[-1].link == ""
    fake.happen(live.asked.id, "share", source="screen")
    fake.photo(live.asked.id, "p1")
    await until(lambda: heard[-1].photos)
    await video.end(live.asked.id)
    fake.answer(live.asked.id)
    found = await until_kept(store, lambda one: not one.running)
    (call,), (photo,), (answer,) = found.calls, found.photos, found.answers
    assert (call.id, call.contact_id, call.end_reason) == (live.asked.id, "contact", EndReason.DONE)
    assert (call.delivery, call.photos, call.shares[0][0]) == (Delivery.QR, 1, "screen")
    assert base64.b64decode(photo.data) == JPEG
    assert (answer.effort, answer.words, answer.customer_id, answer.contact_id) == (
        *(2, "Merci"),
        *("claire", "contact"),
    )
    assert found.lines == ["answer", "video_call", "video_photo"]
    assert fake.calls[live.asked.id]["kept"] == len(fake.calls[live.asked.id]["log"])
    assert [one.data for one in await video.photos(live.asked.id)] == [photo.data]


async def test_the_line_is_cut_and_nothing_is_lost_or_doubled(video, clock, fake, store):
    heard = told_to(video)
    live = await begun(video, clock)
    call_id = live.asked.id
    for what in ("opened", "consented", "face", "lost"):
        fake.happen(call_id, what)
        fake.cut()
    fake.happen(call_id, "back")
    await until(lambda: len(fake.links) == 1)
    fake.say(type="happened", call=call_id, happening=fake.calls[call_id]["log"][1])
    fake.say(type="happened", call=call_id, happening=fake.calls[call_id]["log"][4])
    fake.happen(call_id, "ended", reason="done")
    await until_kept(store, lambda one: one.calls)
    assert (heard[-1].progress.last, heard[-1].progress.losses) == (7, 1)
    watched = [told["since"] for told in fake.heard if told["type"] == "watch"]
    assert watched == sorted(watched)
    assert len(watched) > 1


async def test_a_happening_that_overtakes_another_waits_for_it(video, clock, fake):
    heard = told_to(video)
    live = await begun(video, clock)
    await until(lambda: heard and heard[-1].progress.last == 1)
    log = fake.calls[live.asked.id]["log"]
    at = fake.millis()
    log += [{"n": 2, "at": at, "what": "opened"}, {"n": 3, "at": at, "what": "consented"}]
    fake.say(type="happened", call=live.asked.id, happening=log[2])
    await until(lambda: heard[-1].progress.last == 3)
    assert heard[-1].progress.opened_at is not None


async def test_without_a_link_the_log_is_asked_for(video, clock, fake, store):
    fake.deaf = True
    fake.cut()
    live = await begun(video, clock)
    fake.happen(live.asked.id, "opened")
    fake.photo(live.asked.id, "p1")
    fake.happen(live.asked.id, "ended", reason="network")
    found = await until_kept(store, lambda one: one.calls and one.photos)
    assert found.calls[0].end_reason is EndReason.NETWORK


async def test_a_lost_answer_makes_one_call(video, clock, fake):
    fake.lose_answer.add("calls")
    live = await begun(video, clock)
    assert list(fake.calls) == [live.asked.id]
    assert fake.asked.count("POST /api/calls") == 2


async def test_a_gateway_that_says_nothing_is_said_within_seconds(
    video, clock, fake, store, monkeypatch
):
    assert api.LIMIT * api.TRIES + api.AGAIN < 7
    monkeypatch.setattr(api, "LIMIT", 0.4)
    fake.silent = True
    async with asyncio.timeout(10):
        with pytest.raises(VideoFailed) as told:
            await begun(video, clock)
    assert told.value.code == "no_answer"
    # It may be there all the same: what was written first is settled at the next look.
    assert (await kept(store)).running == 1
    monkeypatch.undo()
    fake.silent = False
    await video.settle()
    found = await kept(store)
    assert (found.running, found.calls) == (0, [])


async def test_a_gateway_that_refuses_leaves_nothing(video, clock, fake, store):
    fake.refusing["calls"] = (503, "provider")
    with pytest.raises(VideoFailed) as told:
        await begun(video, clock)
    assert told.value.code == "provider"
    assert (await kept(store)).running == 0


async def test_a_clock_that_lies_moves_the_fact_and_not_the_log(store, clock, fake, tmp_path):
    fake.ahead_ms = 3_600_000
    async with working(store, clock, plan(tmp_path, fake)) as video:
        live = await begun(video, clock)
        assert live.ahead_ms == 3_600_000
        assert live.expires_at == clock.now() + timedelta(minutes=10)
        heard = told_to(video)
        fake.happen(live.asked.id, "ended", reason="refused")
        found = await until_kept(store, lambda one: one.calls)
    assert found.calls[0].ended_at == clock.now()
    assert heard[-1].progress.ended_at == clock.now() - timedelta(hours=1)


async def test_a_clock_that_was_set_between_the_look_and_the_key_is_noticed(
    video, clock, fake, store
):
    fake.ahead_ms = 90_000
    live = await begun(video, clock)
    assert live.ahead_ms == 90_000
    await video.close()
    async with working(store, clock, plan(fake_folder(store), fake)) as again:
        await again.settle()
        found = await until_kept(store, lambda one: one.calls)
    assert found.calls[0].ended_at == clock.now()


def fake_folder(store):
    return store.path.parent


async def test_another_invitation_and_another_page(video, clock, fake):
    live = await begun(video, clock)
    renewed = await video.renew(live.asked.id)
    again = await video.page_again(live.asked.id)
    assert renewed.link != live.link
    assert again.page != live.page
    token = renewed.link.partition("#")[2]
    assert hashlib.sha256(token.encode()).hexdigest() == fake.calls[live.asked.id]["invite"]
    await video.invite(live.asked.id, "marc")
    assert fake.calls[live.asked.id]["third"] == {"person": "marc"}
    with pytest.raises(VideoFailed) as told:
        await video.renew("unknown")
    assert told.value.code == "unknown"


async def test_a_call_that_could_not_be_ended_is_ended_at_the_next_look(video, clock, fake, store):
    live = await begun(video, clock)
    fake.refusing["end"] = (500, "")
    with pytest.raises(VideoFailed):
        await video.end(live.asked.id)
    fake.refusing.clear()
    await video.check()
    found = await until_kept(store, lambda one: one.calls)
    assert found.calls[0].end_reason is EndReason.DONE


async def test_an_altered_photo_is_not_kept_and_not_given_up(video, clock, fake, store):
    live = await begun(video, clock)
    fake.photo(live.asked.id, "p1", JPEG + b"more")
    fake.happen(live.asked.id, "ended", reason="done")
    found = await until_kept(store, lambda one: one.calls)
    assert (found.photos, found.running) == ([], 1)
    assert fake.calls[live.asked.id]["kept"] == 0
    fake.calls[live.asked.id]["photos"]["p1"] = JPEG
    await video.settle()
    found = await until_kept(store, lambda one: one.photos)
    assert found.running == 0


async def test_a_photo_that_takes_its_time_holds_nothing_up(video, clock, fake, store):
    heard = told_to(video)
    live = await begun(video, clock)
    fake.slow_photos = True
    fake.happen(live.asked.id, "opened")
    fake.photo(live.asked.id, "p1")
    fake.happen(live.asked.id, "lost")
    fake.happen(live.asked.id, "ended", reason="done")
    await until(lambda: heard and heard[-1].progress.step is Step.ENDED)
    assert (await kept(store)).photos == []
    fake.slow_photos = False
    found = await until_kept(store, lambda one: one.calls)
    assert len(found.photos) == 1


async def test_an_answer_under_another_key_is_left_aside(video, clock, fake, store):
    live = await begun(video, clock)
    fake.calls[live.asked.id]["seal"] = base64.b64encode(b"x" * 32).decode()
    for what in ("opened", "face"):
        fake.happen(live.asked.id, what)
    fake.happen(live.asked.id, "ended", reason="done")
    fake.answer(live.asked.id)
    found = await until_kept(store, lambda one: not one.running)
    assert (len(found.calls), found.answers) == (1, [])


async def test_a_happening_of_a_newer_gateway_is_left_aside(video, clock, fake, store):
    live = await begun(video, clock)
    fake.happen(live.asked.id, "teleported", whereto="Angers")
    fake.happen(live.asked.id, "share", source="thoughts")
    fake.say(type="happened", call=live.asked.id)
    fake.happen(live.asked.id, "ended", reason="done")
    found = await until_kept(store, lambda one: not one.running)
    assert len(found.calls) == 1


async def test_a_customer_found_meanwhile_is_whom_the_facts_are_about(video, clock, fake, store):
    from desktop.services.store import drafts

    live = await begun(video, clock, customer=None)
    await store.write(drafts.put, draft(clock), clock.now())
    fake.photo(live.asked.id, "p1")
    fake.happen(live.asked.id, "ended", reason="done")
    found = await until_kept(store, lambda one: one.calls)
    assert (found.calls[0].customer_id, found.photos[0].customer_id) == ("claire", "claire")


async def test_an_answer_is_awaited_for_a_quarter_of_an_hour(video, clock, fake, store):
    live = await begun(video, clock)
    for what in ("opened", "face"):
        fake.happen(live.asked.id, what)
    fake.happen(live.asked.id, "ended", reason="done")
    found = await until_kept(store, lambda one: one.calls)
    clock.advance(minutes=15)
    await video.settle()
    assert (await kept(store)).running == 1
    clock.advance(minutes=2)
    await video.settle()
    assert (await kept(store)).running == 0
    assert found.answers == []


async def test_a_call_that_goes_on_is_ended_and_recorded_by_who_leaves(
    store, clock, fake, tmp_path, monkeypatch
):
    monkeypatch.setattr(engine, "LAST_WORD", 10.0)  # the one of a busy machine is another test's
    async with working(store, clock, plan(tmp_path, fake)) as video:
        live = await begun(video, clock)
        for what in ("opened", "consented", "face"):
            fake.happen(live.asked.id, what)
    (call,) = (await kept(store)).calls
    assert (call.id, call.end_reason) == (live.asked.id, EndReason.ADVISOR_GONE)
    assert fake.calls[live.asked.id]["log"][-1]["what"] == "ended"


async def test_closing_takes_no_time_even_with_a_silent_gateway(store, clock, fake, tmp_path):
    async with working(store, clock, plan(tmp_path, fake)) as video:
        fake.silent = True
        waiting = asyncio.ensure_future(begun(video, clock))
        await until(lambda: "POST /api/calls" in fake.asked)
        async with asyncio.timeout(4):
            await video.close()
        with pytest.raises(VideoFailed):
            await waiting
        with pytest.raises(VideoFailed):
            await video.check()


async def test_who_stops_waiting_leaves_a_call_that_is_settled(video, clock, fake, store):
    fake.silent = True
    waiting = asyncio.ensure_future(begun(video, clock))
    await until(lambda: "POST /api/calls" in fake.asked)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    fake.silent = False
    await video.settle()
    assert (await kept(store)).running == 0


def test_the_key_is_nowhere_in_what_is_kept():
    assert KEY not in repr(plan(__import__("pathlib").Path()).settings)
