"""Care after an incivility: how an exchange stands, what a lead hears of it, what followed."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain import care as rules
from desktop.domain.care import FollowUp, FollowUpKind, OwnIncivility, Phrase, TeamIncivility
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft, Incivility
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import IncivilityId
from desktop.domain.instants import to_millis
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import care as kept
from desktop.services.store import undoing
from desktop.services.store.local import LocalStore

TOLD_FOR = timedelta(hours=24)
"""How long an incivility is news: a lead who was away hears of it all the same."""

LISTED_FOR = timedelta(days=60)
"""How long a lead finds one in the list, followed or not."""

UNDO = timedelta(seconds=10)
"""How long what was noted can be taken back."""


class Care:
    """What a lead hears of the team: by name and by hour, with no count a person."""

    def __init__(self, store: LocalStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def lately(self, lead: Person) -> tuple[TeamIncivility, ...]:
        """What people of the lead's team reported in the last day, the latest first."""
        return await self._since(lead, TOLD_FOR)

    async def listed(self, lead: Person) -> tuple[TeamIncivility, ...]:
        """Those of the last weeks: what was not followed first, the oldest first; then the rest."""
        every = await self._since(lead, LISTED_FOR)
        waiting = tuple(one for one in reversed(every) if not one.followed)
        return (*waiting, *(one for one in every if one.followed))

    async def _since(self, lead: Person, span: timedelta) -> tuple[TeamIncivility, ...]:
        if lead.team_id is None:
            return ()
        since = to_millis(self._clock.now() - span)
        return await self._store.read(kept.of_team, lead.team_id, lead.id, since)


class FollowUps:
    """What a lead did about an incivility, which its author sees."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def note(
        self, lead: Person, incivility_id: IncivilityId, kind: FollowUpKind | None, words: str = ""
    ) -> FollowUp:
        """Note what followed. Raises Incomplete("kind"), Gone for what is not of the lead's team."""
        if kind is None:
            raise Incomplete("kind")
        if lead.team_id is None:
            raise Gone
        now = self._clock.now()
        noted = FollowUp(
            id=self._clock.new_id(),
            incivility_id=incivility_id,
            lead_id=lead.id,
            at=now,
            kind=kind,
            words=words.strip(),
        )
        async with self._store.unit() as unit:
            unit.then(kept.require_of_team, lead.team_id, lead.id, incivility_id)
            unit.record(noted, not_before=now + UNDO)
        self._tell()
        return noted

    async def take_back(self, noted: FollowUp) -> None:
        """Undo what was noted a moment ago. Raises Gone when it is too late."""
        await self._store.write(undoing.take_back, noted, self._clock.now())
        self._tell()

    async def own(self, person: Person) -> tuple[OwnIncivility, ...]:
        """One's own reports, the newest first, with what followed."""
        return await self._store.read(kept.own, person.id)

    async def all_own(self, person: Person) -> tuple[OwnIncivility, ...]:
        """The same, as far back as there are any."""
        return await self._store.read(kept.own, person.id, None)

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.INCIVILITY))


class Exchanges:
    """How a difficult exchange stands: reported, warned, ended."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    async def of(self, draft: Draft) -> Incivility | None:
        """The newest report about the contact under way."""
        return await self._store.read(kept.of_contact, draft.contact_id, draft.person_id)

    async def warn(self, report: Incivility) -> Incivility:
        """The customer was told that the exchange may end."""
        return await self._record(rules.warned(report, self._id(), self._clock.now()))

    async def end(self, report: Incivility) -> Incivility:
        """The advisor ends the exchange. Raises Incomplete("warned") without a warning before."""
        return await self._record(rules.ended(report, self._id(), self._clock.now()))

    def _id(self) -> IncivilityId:
        return IncivilityId(self._clock.new_id())

    async def _record(self, report: Incivility) -> Incivility:
        async with self._store.unit() as unit:
            unit.record(report)
        self._changes.tell(Changed(kind=Kind.INCIVILITY, customer_id=report.customer_id))
        return report


async def phrases(path: Path, language: str) -> tuple[Phrase, ...]:
    """Words that may help, in the order of their moments; none where the file cannot be used."""
    return await asyncio.to_thread(_phrases, path, language)


def _phrases(path: Path, language: str) -> tuple[Phrase, ...]:
    import yaml

    try:
        read = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["words"]
        return tuple(_phrase(one, language) for one in read)
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return ()


def _phrase(read: dict[str, Any], language: str) -> Phrase:
    def said(name: str) -> str:
        words: dict[str, str] = read[name]
        return words.get(language) or words["fr"]

    return Phrase(id=read["id"], when=said("when"), say=said("say"), why=said("why"))
