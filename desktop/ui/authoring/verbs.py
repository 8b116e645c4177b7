"""What leads do with a guide from its page: each verb once at a time, told in words, some taken back."""

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.errors import Gone, Incomplete, Invalid, StoreUnavailable
from desktop.domain.people import Person
from desktop.domain.scripts import Script
from desktop.services.authoring import Authoring, NotAGuide
from desktop.ui.authoring.state import GuideRow, Outcome, Told
from desktop.ui.kit import tasks

Publishing = Callable[[str, str, Person], Awaitable[ScriptVersion]]


class GuideVerbs(QObject):
    """`edit_asked` gives a ScriptDraft to open, `refused` the problems of a file, `told` a Told;
    `failed` says that the store did not answer: nothing was changed.
    """

    edit_asked = Signal(object)
    refused = Signal(object)
    told = Signal(object)
    failed = Signal()

    def __init__(self, authoring: Authoring, person: Person, parent: QObject) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._person = person
        self._dropped: ScriptDraft | None = None
        self._busy = False

    def new(self) -> None:
        """Begin a guide from nothing."""
        self._do(self._edit(None))

    def edit(self, row: GuideRow) -> None:
        """Write in a guide: in the draft that there is, else in a new one."""
        if row.draft is not None:
            self.edit_asked.emit(row.draft)
        else:
            self._do(self._edit(row.id))

    def edit_from(self, script_id: str, version_id: str) -> None:
        """Begin a draft from a version."""
        self._do(self._edit(script_id, version_id))

    def drop(self, draft: ScriptDraft) -> None:
        """Drop a draft; it can be taken back."""
        self._do(self._drop(draft))

    def retire(self, row: GuideRow) -> None:
        """Offer a guide to nobody, or to everybody again."""
        if row.guide is not None:
            self._do(self._retire(row.id, retired=not row.guide.retired))

    def restore(self, script_id: str, version_id: str) -> None:
        """Publish an old version anew."""
        self._do(self._publish(self._authoring.restore, Outcome.RESTORED, script_id, version_id))

    def settle(self, script_id: str, version_id: str) -> None:
        """Pick one of the versions that were published side by side."""
        self._do(self._publish(self._authoring.settle, Outcome.SETTLED, script_id, version_id))

    def take_back(self, told: Told) -> None:
        """Undo what was just done, where it can be."""
        if told.outcome is Outcome.DROPPED:
            self._do(self._undrop())
        elif told.undoable:
            self._do(self._retire(told.detail, retired=told.outcome is Outcome.BACK))

    def read_file(self, path: Path) -> None:
        """Begin a draft from a file; it is kept at once."""
        self._do(self._read_file(path))

    def write_file(self, script: Script, path: Path) -> None:
        """Write a guide as YAML."""
        self._do(self._write_file(script, path))

    async def _edit(self, script_id: str | None, version_id: str | None = None) -> None:
        draft = await self._authoring.draft_of(script_id, self._person, version_id)
        self.edit_asked.emit(draft)

    async def _drop(self, draft: ScriptDraft) -> None:
        await self._authoring.drop(draft.id)
        self._dropped = draft
        self.told.emit(Told(outcome=Outcome.DROPPED, title=draft.script.title))

    async def _undrop(self) -> None:
        if self._dropped is not None:
            await self._authoring.save(self._dropped)
            self._dropped = None
            self.told.emit(None)

    async def _retire(self, script_id: str, *, retired: bool) -> None:
        await self._authoring.retire(script_id, self._person, retired=retired)
        outcome = Outcome.RETIRED if retired else Outcome.BACK
        self.told.emit(Told(outcome=outcome, detail=script_id))

    async def _publish(
        self, verb: Publishing, outcome: Outcome, script_id: str, version_id: str
    ) -> None:
        version = await verb(script_id, version_id, self._person)
        self.told.emit(Told(outcome=outcome, version=version.version))

    async def _read_file(self, path: Path) -> None:
        draft = await self._authoring.read_file(path, self._person)
        await self._authoring.save(draft)
        self.edit_asked.emit(draft)

    async def _write_file(self, script: Script, path: Path) -> None:
        await self._authoring.write_file(script, path)
        self.told.emit(Told(outcome=Outcome.EXPORTED, detail=path.name))

    def _do(self, verb: Coroutine[Any, Any, None]) -> None:
        if self._busy:
            verb.close()
            return
        self._busy = True
        tasks.run(self._done(verb), self)

    async def _done(self, verb: Coroutine[Any, Any, None]) -> None:
        try:
            await verb
        except NotAGuide as error:
            self.refused.emit(error.problems)
        except Gone:
            self.told.emit(Told(outcome=Outcome.GONE))
        except (Incomplete, Invalid) as error:
            self.told.emit(Told(outcome=Outcome.INVALID, detail=error.field))
        except StoreUnavailable:
            self.failed.emit()
        except OSError:
            self.told.emit(Told(outcome=Outcome.NOT_WRITTEN))
        finally:
            self._busy = False
