"""Drafts of guides: begun from nothing, a version or a file, saved as typed, dropped."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop.domain.authoring.drafts import ScriptDraft, blank
from desktop.domain.authoring.guides import Guide
from desktop.domain.authoring.versions import ScriptVersion, next_number
from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, Invalid
from desktop.domain.people import Person, Role
from desktop.domain.scripts import Script
from desktop.services.authoring.ports import NotAGuide, Shelf
from desktop.services.authoring.reading import GuidesRead
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import authoring as rows
from desktop.services.store.local import LocalStore


class Drafting(GuidesRead):
    """Each verb is one transaction. StoreUnavailable passes, and nothing was changed then.

    Verbs that write raise Invalid("person", …) where somebody else than a lead asks for them.
    """

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes, scripts: Shelf) -> None:
        super().__init__(store, clock, scripts)
        self._changes = changes
        self._listed: set[str] = set()
        self._published: set[str] = set()

    async def drafts(self, person: Person) -> tuple[ScriptDraft, ...]:
        """The person's drafts, the latest written first."""
        return await self._store.read(rows.drafts, person.id)

    async def draft_of(
        self, script_id: str | None, person: Person, from_version: str | None = None
    ) -> ScriptDraft:
        """A draft to go on with: of a new guide (None), of one as it reads, or from a version of it.

        Without `from_version`, the draft that the person already has of this guide. With one of
        several heads, publishing it settles the others. "" is what came with the application.
        Nothing is kept before `save`. Raises Gone for a guide or version that cannot be read.
        """
        check_lead(person)
        if script_id is None:
            return self.draft_from(person, blank())
        if from_version is None:
            for draft in await self.drafts(person):
                if draft.script.id == script_id:
                    return draft
        guide = await self.guide(script_id)
        heads = guide.standing.heads
        base, settles = guide.standing.in_force, list[ScriptVersion]()
        script = guide.script
        if from_version is not None:
            script = await self.script_of(script_id, from_version)
            if picked := next((one for one in heads if one.id == from_version), None):
                base, settles = picked, [one for one in heads if one is not picked]
        if script is None:
            raise Gone
        return self.draft_from(person, numbered(script, guide, base, settles), base, settles)

    def draft_from(
        self,
        person: Person,
        script: Script,
        base: ScriptVersion | None = None,
        settles: Iterable[ScriptVersion] = (),
    ) -> ScriptDraft:
        """A draft of this text, not kept yet."""
        return ScriptDraft(
            id=self._clock.new_id(),
            person_id=person.id,
            script=script,
            based_on=base.id if base else "",
            settles=tuple(one.id for one in settles),
            updated_at=self._clock.now(),
        )

    async def save(self, draft: ScriptDraft) -> None:
        """Keep the draft as it stands; one that was published meanwhile stays published."""
        if draft.id in self._published:
            return
        await self._store.write(rows.save, replace(draft, updated_at=self._clock.now()))
        if draft.id not in self._listed:
            self._listed.add(draft.id)
            self.tell(Kind.DRAFT)

    async def drop(self, draft_id: str) -> None:
        """Forget the draft; saving it again brings it back."""
        await self._store.write(rows.drop, draft_id)
        self._listed.discard(draft_id)
        self.tell(Kind.DRAFT)

    async def overtaken(self, draft: ScriptDraft) -> tuple[ScriptVersion, ...]:
        """Versions in the draft's way: published since it was begun, so that a pick would be due."""
        heads = (await self.guide(draft.script.id)).standing.heads
        return tuple(one for one in heads if one.id not in (draft.based_on, *draft.settles))

    async def read_file(self, path: Path, person: Person) -> ScriptDraft:
        """A draft of what a file holds; of the guide that bears its id, where there is one.

        Raises NotAGuide. Nothing is kept before `save`.
        """
        check_lead(person)
        script, problems = await self._scripts.read_file(path)
        if script is None:
            raise NotAGuide(problems)
        guide = await self.guide(script.id)
        head = guide.standing.in_force
        return self.draft_from(person, numbered(script, guide, head), head)

    def tell(self, kind: Kind) -> None:
        """Tell that guides, or drafts of them, changed."""
        self._changes.tell(Changed(kind=kind))


def check_lead(person: Person) -> None:
    """Raise Invalid for who does not write guides."""
    if person.role is not Role.LEAD:
        raise Invalid("person", "not a lead")


def numbered(
    script: Script,
    guide: Guide,
    base: ScriptVersion | None,
    settles: Iterable[ScriptVersion] = (),
) -> Script:
    """The guide with the number that its next version bears."""
    parents = [base, *settles] if base else list(settles)
    least = guide.came.version + 1 if guide.came else 1
    return replace(script, version=next_number(parents, least))
