"""Guides as they stand: the list with its use, the timeline of one, any version of it."""

from datetime import datetime, timedelta

from desktop.domain.authoring.guides import Guide, GuideSummary, GuideUse, Origin, TimelineVersion
from desktop.domain.instants import to_millis
from desktop.domain.scripts import Script
from desktop.services.authoring import timelines
from desktop.services.authoring.ports import Shelf
from desktop.services.clock import Clock
from desktop.services.store import authoring as rows
from desktop.services.store.local import LocalStore


class GuidesRead:
    """What anybody may ask. StoreUnavailable passes."""

    def __init__(self, store: LocalStore, clock: Clock, scripts: Shelf) -> None:
        self._store = store
        self._clock = clock
        self._scripts = scripts

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def guides(self) -> tuple[GuideSummary, ...]:
        """Every guide, retired ones last: what is in force, and how it served."""
        guides = await self._scripts.guides()
        now = self._clock.now()
        since = [to_millis(now - timedelta(days=days)) for days in (30, 90)]
        uses = await self._store.read(rows.uses, *since)
        heads = [head for one in guides for head in one.standing.heads]
        names = await self._store.read(rows.names, {one.person_id for one in heads})
        found = (timelines.summary(one, uses.get(one.id, GuideUse()), names) for one in guides)
        return tuple(sorted(found, key=lambda one: one.guide.retired))

    async def versions(self, script_id: str) -> tuple[TimelineVersion, ...]:
        """The timeline of a guide, the newest version first; what came is last of its number."""
        known = await self._store.read(rows.outlines, script_id)
        names = await self._store.read(rows.names, {one.person_id for one in known})
        return timelines.timeline(await self.guide(script_id), known, names)

    async def script_of(self, script_id: str, version_id: str = "") -> Script | None:
        """A version as it reads; "" is what came with the application. None: it cannot be read."""
        if not version_id:
            return (await self.guide(script_id)).came
        for one in await self._store.read(rows.whole, (version_id,)):
            script, _ = await self._scripts.read_version(one)
            return script
        return None

    async def guide(self, script_id: str) -> Guide:
        """A guide at this moment; one that nobody knows is empty."""
        unknown = Guide(id=script_id, script=None, origin=Origin.VERSION)
        return next((one for one in await self._scripts.guides() if one.id == script_id), unknown)
