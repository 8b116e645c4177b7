"""The application is killed between any two steps of a call: its facts are there once all the same."""

import asyncio
import itertools
from typing import Any

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import EndReason
from desktop.services.changes import Changes
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore
from desktop.services.video.api import GatewayApi
from desktop.services.video.client import Video
from tests.services.video.fake_gateway import gateway
from tests.services.video.world import LEA, QuickClock, draft, dying, kept, plan, working


class Killed(Exception):
    """Nothing happens after this."""


class Life:
    """Counts what a process writes and asks; at one of its steps it is killed, before or after it."""

    def __init__(self, step: float, *, after: bool) -> None:
        self.left, self.after, self.dead = step, after, False

    async def live(self, work: Any) -> Any:
        if self.dead:
            work.close()
            raise Killed
        self.left -= 1
        if self.left <= 0 and not self.after:
            self.dead = True
            work.close()
            raise Killed
        done = await work
        if self.left <= 0 or self.dead:
            self.dead = True
            raise Killed
        return done


class MortalStore(LocalStore):
    """A store of which a process that is killed writes no more; what was written stays."""

    life: Life

    @classmethod
    def over(cls, store: LocalStore, life: Life) -> "MortalStore":
        mortal = cls(store.path, store.clock)
        mortal.device, mortal.life = store.device, life
        mortal.within = store
        return mortal

    async def read(self, query: Any, *args: Any, **named: Any) -> Any:
        return await self.within.read(query, *args, **named)

    async def write(self, work: Any, *args: Any, **named: Any) -> Any:
        return await self.life.live(self.within.write(work, *args, **named))


@pytest.fixture
def clock():
    return QuickClock()


async def whole_call(video: Video, clock: Any, fake: Any, life: Life) -> None:
    """From the key to the answer, until the process is killed; the customer goes on regardless."""
    try:
        await video.start(LEA)
        live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        call_id = live.asked.id
        for what in ("opened", "consented", "face"):
            fake.happen(call_id, what)
        fake.photo(call_id, f"{call_id}-1")
        fake.photo(call_id, f"{call_id}-2")
        fake.happen(call_id, "ended", reason="done")
        fake.answer(call_id)
        async with asyncio.timeout(5):
            while not life.dead and (await kept(video._store.within)).running:
                await asyncio.sleep(0.01)
    except (Killed, VideoFailed):
        assert life.dead


async def lived(store: LocalStore, fake: Any, folder: Any, life: Life) -> None:
    """A life, then another start on the same store."""
    clock: Any = store.clock
    with pytest.MonkeyPatch.context() as patched:
        whole = GatewayApi._whole

        async def mortal(api: GatewayApi, *args: Any) -> bytes:
            return await life.live(whole(api, *args))

        patched.setattr(GatewayApi, "_whole", mortal)
        video = Video(MortalStore.over(store, life), clock, Changes(), plan(folder, fake))
        await whole_call(video, clock, fake, life)
        await video.close()
    async with working(store, clock, plan(folder, fake)) as video:
        await video.settle()
        await video.settle()


def once(found: Any, fake: Any, where: str) -> None:
    """What the gateway had of every call is here, once, and it knows that."""
    assert found.running == 0, where
    assert sorted(one.id for one in found.calls) == sorted(fake.calls), where
    logs = {call_id: [one["what"] for one in fake.calls[call_id]["log"]] for call_id in fake.calls}
    for call_id, log in logs.items():
        photos = [one for one in found.photos if one.call_id == call_id]
        assert len(photos) == log.count("photo"), where
        assert fake.calls[call_id]["kept"] == len(log), where
    assert len(found.answers) == sum(log.count("answer") for log in logs.values()), where
    assert len(found.lines) == len(found.calls) + len(found.photos) + len(found.answers), where


async def test_killed_at_any_step_every_fact_is_there_once(tmp_path, store, clock):
    """Steps are the writes and the questions; the last life is not killed and ends the table."""
    with gateway(clock.now) as fake:
        for step in itertools.count(1):
            survived = False
            for after in (False, True):
                life = Life(step, after=after)
                await lived(store, fake, tmp_path, life)
                once(
                    await kept(store), fake, f"killed {'after' if after else 'before'} step {step}"
                )
                survived = not life.dead
            if survived:
                break
    assert step > 12


async def test_a_call_that_goes_on_when_the_application_comes_back_is_ended(tmp_path, store, clock):
    with gateway(clock.now) as fake:
        async with dying(store, clock, plan(tmp_path, fake)) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            fake.happen(live.asked.id, "opened")
        async with working(store, clock, plan(tmp_path, fake)) as video:
            await video.settle()
        assert (await kept(store)).calls[0].end_reason is EndReason.ADVISOR_GONE
        assert fake.calls[live.asked.id]["log"][-1]["reason"] == "advisor_gone"


async def test_a_gateway_that_does_not_answer_leaves_it_for_the_next_time(tmp_path, store, clock):
    with gateway(clock.now) as fake:
        async with dying(store, clock, plan(tmp_path, fake)) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        fake.happen(live.asked.id, "ended", reason="done")
        fake.refusing["log"] = (502, "")
        fake.deaf = True  # a link would tell the log as well, sooner or later
        async with working(store, clock, plan(tmp_path, fake)) as video:
            await video.settle()
            found = await kept(store)
            assert (found.calls, found.running) == ([], 1)
            fake.refusing.clear()
            await video.settle()
        found = await kept(store)
    assert (len(found.calls), found.running) == (1, 0)


async def test_what_the_gateway_has_no_more_is_recorded_as_far_as_it_is_known_here(
    tmp_path, store, clock
):
    with gateway(clock.now) as fake:
        async with dying(store, clock, plan(tmp_path, fake)) as video:
            live = await video.begin(draft(clock), LEA, pressed=clock.monotonic())
            fake.happen(live.asked.id, "opened")
            fake.happen(live.asked.id, "face")
            async with asyncio.timeout(5):
                while '"face"' not in (await store.read(rows.running))[0].log:
                    await asyncio.sleep(0.01)
        began = clock.now()
        clock.advance(days=30)
        fake.calls.clear()
        async with working(store, clock, plan(tmp_path, fake)) as video:
            await video.settle()
        found = await kept(store)
    assert (found.running, found.calls[0].face_at) == (0, began)
    assert found.calls[0].end_reason is EndReason.ADVISOR_GONE
    assert found.calls[0].ended_at == began


async def test_a_call_of_another_gateway_waits_for_it(tmp_path, store, clock):
    with gateway(clock.now) as fake:
        async with dying(store, clock, plan(tmp_path, fake)) as video:
            await video.begin(draft(clock), LEA, pressed=clock.monotonic())
        with gateway(clock.now) as other:
            async with working(store, clock, plan(tmp_path, other)) as video:
                await video.settle()
        assert (await kept(store)).running == 1
        async with working(store, clock, plan(tmp_path, fake)) as video:
            await video.settle()
    assert (await kept(store)).running == 0
