"""The list of guides, and which of them is in front: written by leads, read by everybody."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person, Role
from desktop.services.authoring import Authoring
from desktop.services.changes import Changes
from desktop.ui.authoring.state import GuideRow, GuidesState, Outcome, Told
from desktop.ui.authoring.verbs import GuideVerbs
from desktop.ui.authoring.versions_viewmodel import VersionsViewModel
from desktop.ui.kit import tasks

HEARD = (Kind.SCRIPT, Kind.DOCUMENT, Kind.DRAFT, Kind.PEOPLE)


class GuidesViewModel(QObject):
    """`script_selected` gives the id of the guide in front, "" where there is none; `verbs` has
    what can be done with it, `versions` its timeline.
    """

    changed = Signal()
    script_selected = Signal(str)

    def __init__(
        self, authoring: Authoring, changes: Changes, person: Person, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._person = person
        self._reading = tasks.Latest(self)
        self.state = GuidesState(writes=person.role is Role.LEAD)
        self.versions = VersionsViewModel(authoring, self)
        self.verbs = GuideVerbs(authoring, person, self)
        self.verbs.told.connect(self._tell)
        self.verbs.failed.connect(self._fail)
        self._unlisten = changes.listen(self._hear)
        self.destroyed.connect(self._unlisten)

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._authoring.now()

    def load(self) -> None:
        """Read the list again."""
        self._reading.run(self._load(), self._fail)

    def choose(self, row_id: str) -> None:
        """Have a guide, or a draft, in front."""
        if row_id != self.state.front:
            self._set(front=row_id, own_words={})
            self._follow()

    def show_own_words(self, script_id: str, words: Mapping[str, str]) -> None:
        """The person's own words for a guide came: they show while it is in front."""
        if script_id == self.state.front:
            self._set(own_words=dict(words))

    def take_back(self) -> None:
        """Undo what was just done, where it can be."""
        if self.state.told is not None:
            self.verbs.take_back(self.state.told)

    def say_published(self, version: ScriptVersion) -> None:
        """The editor published this: say so, and have its guide in front."""
        self._set(front=version.script_id, own_words={})
        self._tell(Told(outcome=Outcome.PUBLISHED, version=version.version))
        self.load()

    async def _load(self) -> None:
        guides = await self._authoring.guides()
        drafts = await self._authoring.drafts(self._person) if self.state.writes else ()
        known = {one.guide.id for one in guides}
        newest = {one.script.id: one for one in reversed(drafts)}
        loose = [one for one in drafts if one.script.id not in known]
        rows = (
            *(GuideRow(id=one.id, draft=one) for one in loose),
            *(
                GuideRow(id=one.guide.id, summary=one, draft=newest.get(one.guide.id))
                for one in guides
            ),
        )
        before, front = self.state.front, self.state.front
        if all(one.id != front for one in rows):
            front = next((one.id for one in rows if one.summary), rows[0].id if rows else "")
        self._set(loaded=True, failed=False, rows=rows, front=front)
        if front != before:
            self._set(own_words={})
        self._follow()

    def _follow(self) -> None:
        row = self.state.row
        guide = row.guide if row else None
        self.versions.follow(guide)
        self.script_selected.emit(guide.id if guide else "")

    def _hear(self, changed: Changed) -> None:
        if changed.kind in HEARD and self.state.loaded:
            self.load()

    def _tell(self, told: Told | None) -> None:
        self._set(told=told, failed=False)
        if told is not None and told.outcome is Outcome.GONE:
            self.load()

    def _fail(self, _error: BaseException | None = None) -> None:
        self._set(loaded=True, failed=True)

    def _set(self, **fields: Any) -> None:
        state = replace(self.state, **fields)
        if state != self.state:
            self.state = state
            self.changed.emit()
