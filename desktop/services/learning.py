"""What a team learns from stepping off: lessons for a lead, and authors asked whether to be named."""

import json
from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Invalid
from desktop.domain.ids import PersonId, StepOffId, SuggestionId
from desktop.domain.learning.chains import check_merge
from desktop.domain.learning.credits import Authored, authored, unanswered
from desktop.domain.learning.facts import ChainMerge, Credit
from desktop.domain.learning.lessons import GuideLesson, lesson
from desktop.domain.people import Person, Role
from desktop.domain.scripts import Script
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import learning as kept
from desktop.services.store import preferences
from desktop.services.store.local import LocalStore

LATER = "credits.later"
"""Preference: the suggestions that somebody put off answering about, and the day they did."""


class Learning:
    """Use cases over what this machine holds, on line or not."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    async def lesson(self, script: Script) -> GuideLesson:
        """How stepping off this guide went, step by step and chain by chain; never by person."""
        found = lesson(script, await self._store.read(kept.read, script.id))
        zone = self._clock.zone()
        return replace(found, since=found.since.astimezone(zone)) if found.since else found

    async def merge(
        self, lead: Person, script_id: str, chain_id: StepOffId, into_id: StepOffId
    ) -> ChainMerge:
        """See one chain of a guide as part of another.

        Raises Invalid("person") for who does not lead, Invalid("into") where a chain would go into
        itself, at once or by a detour.
        """
        _, merged = await self._store.read(kept.joined, script_id)
        check_merge(chain_id, into_id, merged)
        return await self._say(lead, script_id, chain_id, into_id)

    async def part(self, lead: Person, script_id: str, chain_id: StepOffId) -> ChainMerge:
        """Take back that this chain is part of another: both count apart again."""
        return await self._say(lead, script_id, chain_id, "")

    async def undo(self, lead: Person, merge: ChainMerge) -> None:
        """Give back what a merge, or its undo, took the place of."""
        before = [
            one
            for one in await self._store.read(kept.merges, merge.script_id)
            if one.chain_id == merge.chain_id and one.id != merge.id
        ]
        into = before[0].into_id if before else ""
        await self._say(lead, merge.script_id, merge.chain_id, into)

    async def authored(self, person: Person, scripts: Iterable[Script]) -> tuple[Authored, ...]:
        """The suggestions in force that came from what this person noted, answered or not."""
        found: list[Authored] = []
        said = await self._store.read(kept.own_credits, person.id)
        agreed = {(one, credit.chain_id): credit.agreed for one, credit in said.items()}
        for script in scripts:
            if not any(one.chain for step in script.steps for one in step.suggestions):
                continue
            own = await self._store.read(kept.said_by, script.id, person.id)
            if own:
                links = await self._store.read(kept.links, script.id)
                found += authored(script, own, links, agreed)
        return tuple(found)

    async def asked(self, person: Person, found: Iterable[Authored]) -> tuple[Authored, ...]:
        """Those to ask about now: not answered, and not put off today."""
        later = await self._later(person.id)
        return unanswered(found, (one for one, day in later.items() if day == self._today()))

    async def answer(self, person: Person, found: Authored, *, agreed: bool) -> None:
        """Be named at a suggestion of one's own from now on, or not; the newest word counts."""
        credit = Credit(
            id=self._clock.new_id(),
            person_id=person.id,
            at=self._clock.now(),
            suggestion_id=found.suggestion_id,
            chain_id=found.chain_id,
            agreed=agreed,
        )
        async with self._store.unit() as unit:
            unit.record(credit)
        self._tell()

    async def put_off(self, person: Person, suggestion_id: SuggestionId) -> None:
        """Answer another day."""
        today = self._today()
        later = {one: day for one, day in (await self._later(person.id)).items() if day == today}
        text = json.dumps({**later, suggestion_id: today})
        await self._store.write(preferences.put, person.id, LATER, text)
        self._tell()

    async def _say(
        self, lead: Person, script_id: str, chain_id: StepOffId, into_id: str
    ) -> ChainMerge:
        if lead.role is not Role.LEAD:
            raise Invalid("person", "role")
        merge = ChainMerge(
            id=self._clock.new_id(),
            person_id=lead.id,
            at=self._clock.now(),
            script_id=script_id,
            chain_id=chain_id,
            into_id=into_id,
        )
        async with self._store.unit() as unit:
            unit.record(merge)
        self._tell()
        return merge

    async def _later(self, person_id: PersonId) -> dict[str, str]:
        text = await self._store.read(preferences.get, person_id, LATER)
        return {} if text is None else dict(json.loads(text))

    def _today(self) -> str:
        return self._clock.now().astimezone(self._clock.zone()).date().isoformat()

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.SCRIPT))
