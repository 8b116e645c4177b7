"""What waits on this machine for the shared database, and what a person decides about it."""

import asyncio
import json
from pathlib import Path
from typing import Any

from desktop.domain.changes import Changed, Kind
from desktop.domain.customer_file import CustomerEdit, CustomerField, tidied
from desktop.domain.errors import Gone
from desktop.domain.instants import to_millis
from desktop.domain.outbox import Attention, Conflict, LineState
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.files import written
from desktop.services.store import attention as asked
from desktop.services.store import customers as files
from desktop.services.store import outbox
from desktop.services.store.local import LocalStore


class Outbox:
    """The use cases of the screens; sending is the engine's.

    Every verb raises Gone when the fact was decided meanwhile, by the server or by hand.
    """

    def __init__(self, store: LocalStore, changes: Changes) -> None:
        self._store = store
        self._clock = store.clock
        self._changes = changes

    async def by_kind(self) -> dict[str, int]:
        """What the server does not have, by kind of fact."""
        return await self._store.read(asked.by_kind)

    async def anything_waiting(self) -> bool:
        """Whether this machine holds a fact that the server does not."""
        return await self._store.read(outbox.anything_waiting)

    async def attention(self) -> tuple[Attention, ...]:
        """What a person should look at, the oldest first."""
        return await self._store.read(asked.attention, self._now())

    async def retry(self, op_id: str) -> None:
        """Send it again at once, as it is."""
        await self._store.write(asked.retry, op_id, self._now())
        self._tell()

    async def correct(self, op_id: str, words: str) -> None:
        """Send a rejected fact with other words. Raises Invalid where they cannot stand."""
        found = await self._one(op_id)
        if found.kind == "customer_edit":
            words = tidied(CustomerField(found.field or ""), words)
        async with self._store.unit() as unit:
            unit.then(asked.correct, op_id, words.strip(), self._clock.new_id(), self._now())
        self._tell()
        self._tell_of(found)

    async def give_up(self, op_id: str) -> None:
        """Send it no more. Raises Incomplete("export") before it was exported."""
        found = await self._one(op_id)
        async with self._store.unit() as unit:
            unit.then(asked.give_up, op_id, self._now())
        self._tell()
        self._tell_of(found)

    async def pick(self, op_id: str, person: Person, *, mine: bool) -> None:
        """Of two values of a field, keep theirs, or put mine over it by a new edit."""
        found = await self._one(op_id)
        if found.conflict is None or found.customer_id is None:
            raise Gone
        async with self._store.unit() as unit:
            unit.then(asked.settle, op_id, self._now())
            if mine:
                edit = self._edit(found, found.conflict, person)
                unit.record(edit)
                unit.then(files.apply_edit, edit)
        self._tell()
        self._tell_of(found)

    async def export(self, path: Path) -> int:
        """Write everything that the server does not have to a JSON file, and answer how many facts.

        The file holds what was said of customers: only its owner may read it. Raises OSError.
        """
        facts = await self._store.read(asked.export)
        about = {"exported_at": self._clock.now().isoformat(), "device": self._store.device}
        await asyncio.to_thread(_write, path, {**about, "facts": facts})
        await self._store.write(asked.mark_exported, [one["op_id"] for one in facts], self._now())
        self._tell()
        return len(facts)

    async def _one(self, op_id: str) -> Attention:
        found = await self._store.read(asked.one, op_id)
        if found is None or found.state in {LineState.APPLIED, LineState.GONE, LineState.SETTLED}:
            raise Gone
        return found

    def _edit(self, found: Attention, conflict: Conflict, person: Person) -> CustomerEdit:
        if found.customer_id is None:
            raise Gone
        return CustomerEdit(
            customer_id=found.customer_id,
            person_id=person.id,
            at=self._clock.now(),
            field=conflict.field,
            value=conflict.mine,
            former=conflict.theirs,
            based_on=conflict.version,
        )

    def _now(self) -> int:
        return to_millis(self._clock.now())

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.OUTBOX))

    def _tell_of(self, found: Attention) -> None:
        kind = _TOLD.get(found.kind, Kind.CUSTOMER)
        self._changes.tell(Changed(kind=kind, customer_id=found.customer_id))


_TOLD = {
    "contact": Kind.CONTACT,
    "step_off": Kind.STEP_OFF,
    "promise": Kind.PROMISE,
    "promise_outcome": Kind.PROMISE,
    "incivility": Kind.INCIVILITY,
    "pinned_note": Kind.NOTE,
    "video_call": Kind.VIDEO,
    "video_photo": Kind.VIDEO,
    "answer": Kind.ANSWER,
    "check_in": Kind.CHECK_IN,
    "check_in_reply": Kind.CHECK_IN,
    "check_in_share": Kind.CHECK_IN,
    "script_version": Kind.SCRIPT,
    "own_words": Kind.SCRIPT,
    "chain_merge": Kind.SCRIPT,
    "credit": Kind.SCRIPT,
    "awaiting": Kind.AWAITING,
    "gesture": Kind.GESTURE,
    "gesture_request": Kind.GESTURE,
    "gesture_answer": Kind.GESTURE,
    "pause": Kind.PAUSE,
    "follow_up": Kind.INCIVILITY,
    "talk": Kind.CHECK_IN,
    "talk_note": Kind.CHECK_IN,
    "story": Kind.STORY,
    "story_outcome": Kind.STORY,
    "thanks": Kind.THANKS,
}


def _write(path: Path, content: dict[str, Any]) -> None:
    """Whole and on the disk, or not at all: what is exported may be taken off this machine."""
    with written(path) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=2).encode())
