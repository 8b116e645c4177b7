"""The use cases of leads who publish guides."""

import asyncio
from dataclasses import replace
from pathlib import Path

from desktop.domain.authoring.drafts import ScriptDraft, id_of
from desktop.domain.authoring.versions import ScriptVersion, next_number
from desktop.domain.changes import Kind
from desktop.domain.drafts import cleaned
from desktop.domain.errors import Gone, Incomplete, Invalid
from desktop.domain.ids import ScriptVersionId
from desktop.domain.people import Person
from desktop.domain.scripts import Script
from desktop.services.authoring.drafting import Drafting, check_lead, numbered
from desktop.services.files import READABLE, written
from desktop.services.store import authoring as rows
from desktop.services.store import people
from desktop.services.yaml_files import ProblemCode

MISSING = frozenset({ProblemCode.MISSING, ProblemCode.EMPTY})


class Authoring(Drafting):
    """What is published can be published anew: nothing is ever changed or lost.

    Errors are those of `Drafting`.
    """

    async def publish(self, draft: ScriptDraft, note: str = "") -> ScriptVersion:
        """Make a version of the draft, which goes in the same transaction.

        Raises Incomplete or Invalid with the field's path, such as `steps[2].title`, and Gone for a
        draft that was published already.
        """
        if draft.id in self._published:
            raise Gone
        self._published.add(draft.id)
        try:
            return await self._publish(draft, note)
        except BaseException:
            self._published.discard(draft.id)
            raise

    async def restore(self, script_id: str, version_id: str, person: Person) -> ScriptVersion:
        """Publish an old version anew, over the one in force."""
        return await self._publish(await self.draft_of(script_id, person, version_id))

    async def settle(self, script_id: str, picked: str, person: Person) -> ScriptVersion:
        """Publish one of several heads over the others. Raises Gone where it is no head any more."""
        check_lead(person)
        for head in (await self.guide(script_id)).standing.heads:
            if head.id == picked:
                draft = await self.draft_of(script_id, person, picked)
                return await self._publish(draft, retired=head.retired)
        raise Gone

    async def retire(
        self, script_id: str, person: Person, *, retired: bool = True
    ) -> ScriptVersion:
        """Offer the guide to nobody from now on, or to everybody again; its text stays."""
        check_lead(person)
        guide = await self.guide(script_id)
        if guide.script is None:
            raise Gone
        head = guide.standing.in_force
        draft = self.draft_from(person, numbered(guide.script, guide, head), head)
        return await self._publish(draft, retired=retired)

    async def write_file(self, script: Script, path: Path) -> None:
        """Write a guide as YAML, whole or not at all. Raises OSError."""
        text = await self._scripts.to_text(script)
        await asyncio.to_thread(_write, path, text)

    async def _publish(
        self, draft: ScriptDraft, note: str = "", *, retired: bool = False
    ) -> ScriptVersion:
        author = await self._store.read(people.one, draft.person_id)
        if author is not None:
            check_lead(author)
        version = await self._version(draft, note, retired=retired)
        async with self._store.unit() as unit:
            unit.record(version)
            unit.then(rows.drop, draft.id)
        self._scripts.forget()
        self.tell(Kind.SCRIPT)
        if draft.id in self._listed:
            self._listed.discard(draft.id)
            self.tell(Kind.DRAFT)
        return version

    async def _version(self, draft: ScriptDraft, note: str, *, retired: bool) -> ScriptVersion:
        known = await self._store.read(rows.outlines, draft.script.id or "-")
        parents = [one for one in known if one.id in (draft.based_on, *draft.settles)]
        version_id = ScriptVersionId(self._clock.new_id())
        script = replace(
            draft.script,
            id=draft.script.id or id_of(draft.script.title, version_id[-4:]),
            version=next_number(parents, max(draft.script.version, 1)),
        )
        version = ScriptVersion(
            id=version_id,
            script_id=script.id,
            version=script.version,
            person_id=draft.person_id,
            at=self._clock.now(),
            text=await self._scripts.to_text(script),
            based_on=draft.based_on,
            settles=draft.settles,
            note=cleaned(note),
            retired=retired,
        )
        _, problems = await self._scripts.read_version(version)
        for problem in problems:
            if problem.code in MISSING:
                raise Incomplete(problem.field)
            raise Invalid(problem.field, problem.code)
        return version


def _write(path: Path, text: str) -> None:
    with written(path, READABLE) as file:
        file.write(text.encode())
