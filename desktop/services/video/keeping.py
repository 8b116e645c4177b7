"""Takes in what happens in calls, and has it in the store exactly once, whatever is cut or killed."""

import base64
import json
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.domain.changes import Changed, Kind
from desktop.domain.customers import Answer
from desktop.domain.drafts import cleaned
from desktop.domain.errors import Invalid
from desktop.domain.ids import AnswerId, CustomerId
from desktop.domain.importing import derived_id
from desktop.domain.video.calls import VideoPhoto, call_of, photo_of
from desktop.domain.video.progress import PhotoTold
from desktop.services.clock import Clock
from desktop.services.store import video as rows
from desktop.services.store.local import LocalStore
from desktop.services.video.call import Call
from desktop.services.video.pulling import fetched, log_of, say_kept
from desktop.services.video.sealing import key_of, opened

log = logging.getLogger(__name__)

Told = Callable[[Call], None]
Change = Callable[[Changed], None]


class Keeping:
    """Facts of calls. What cannot be kept now stays due, and is tried at the next word."""

    def __init__(self, store: LocalStore, clock: Clock, told: Told, change: Change) -> None:
        self._store = store
        self._clock = clock
        self._told = told
        self._change = change

    def hear(self, call: Call, told: list[dict[str, Any]]) -> bool:
        """Take happenings in and tell of them, before anything is written or fetched.

        False: some lack in between, and are to be asked for.
        """
        before = call.seen
        whole = call.take(told)
        if call.seen > before:
            self._told(call)
        return whole

    async def catch_up(self, call: Call) -> bool:
        """Take in all that the gateway's log has, and keep it. Raises VideoFailed, StoreUnavailable."""
        self.hear(call, await log_of(call))
        return await self.keep(call)

    async def keep(self, call: Call) -> bool:
        """Have in the store what was heard; whether nothing more can come.

        Raises VideoFailed, StoreUnavailable: nothing is lost then.
        """
        async with call.lock:
            await self._save(call)
            for told in call.missing:
                await self._keep_photo(call, told)
            await self._keep_answer(call)
            if call.ended and not call.recorded:
                await self._record(call)
            return await self._release(call)

    async def leave(self, call: Call) -> None:
        """The gateway knows the call no more: it is recorded as far as its log goes here."""
        async with call.lock:
            call.lost |= {told.id for told in call.missing}
            await self._save(call)
            await self._keep_answer(call)
            if call.seen and not call.recorded:
                await self._record(call)
            await self._store.write(rows.drop_running, call.id)

    async def _save(self, call: Call) -> None:
        if call.unsaved:
            unsaved = list(call.unsaved)
            await self._store.write(rows.note_log, call.id, json.dumps(unsaved))
            del call.unsaved[: len(unsaved)]

    async def _keep_photo(self, call: Call, told: PhotoTold) -> None:
        """Fetch one, unless it is here; record it once what came is what was told."""
        known = await self._store.read(rows.recorded, [told.id])
        photo: VideoPhoto | None = None
        if known:
            photo = await self._store.read(rows.photo, photo_of(call.asked, told, "").id)
        else:
            content = await fetched(call, told)
            if content is not None:
                photo = photo_of(await self._about(call), told, base64.b64encode(content).decode())
                async with self._store.unit() as unit:
                    unit.record(photo)
        if photo is not None:
            call.photos = (*call.photos, photo)
            self._told(call)
            self._change(Changed(kind=Kind.VIDEO, customer_id=photo.customer_id))

    async def _keep_answer(self, call: Call) -> None:
        if call.answered or not call.progress.sealed_answer:
            return
        answer_id = AnswerId(derived_id("video-call", "answer", call.id))
        if not await self._store.read(rows.recorded, [answer_id]):
            try:
                told = json.loads(_answer_of(call))
                effort, words = told.get("effort"), str(told.get("words") or "")
            except (Invalid, ValueError, AttributeError):
                log.warning("an answer cannot be opened")
                call.answered = True
                return
            about = await self._about(call)
            answer = Answer(
                id=answer_id,
                customer_id=about.customer_id,
                contact_id=about.contact_id,
                person_id=about.person_id,
                at=self._clock.now(),
                effort=effort if effort in range(1, 8) else None,
                words=cleaned(words[:500]),
            )
            async with self._store.unit() as unit:
                unit.record(answer)
            self._change(Changed(kind=Kind.ANSWER, customer_id=about.customer_id))
        call.answered = True

    async def _record(self, call: Call) -> None:
        # Where nobody says when it ended, it did not outlast what is known of it.
        last = self._clock.now() if call.last_at is None else call.here(call.last_at)
        fact = call_of(await self._about(call), call.progress, now=last)
        async with self._store.unit() as unit:
            unit.record(fact)
            unit.then(rows.mark_recorded, call.id)
        call.recorded = True
        self._change(Changed(kind=Kind.VIDEO, customer_id=fact.customer_id))

    async def _about(self, call: Call) -> Any:
        """What was asked, with the customer as known now: they may have been found meanwhile."""
        found: CustomerId | None = await self._store.read(rows.customer_of, call.asked.contact_id)
        return replace(call.asked, customer_id=found or call.asked.customer_id)

    async def _release(self, call: Call) -> bool:
        """Tell the gateway what is here; whether nothing more can come."""
        if call.missing:
            return False
        done = call.recorded and not call.awaits_answer(self._clock.now())
        if (call.due > call.kept or done) and not await say_kept(call):
            return False
        if done:
            await self._store.write(rows.drop_running, call.id)
        return done


def _answer_of(call: Call) -> bytes:
    """What the customer said, as JSON; empty where it is another call's, or was changed."""
    sealed = base64.b64decode(call.progress.sealed_answer, validate=True)
    return opened(key_of(call.asked.seal), call.id, sealed) or b""
