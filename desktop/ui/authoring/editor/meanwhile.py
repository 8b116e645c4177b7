"""What others published of the guide while one writes in it, and how it differs from the draft."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.authoring.comparing import Comparison, compare
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.guides import TimelineVersion
from desktop.ui.authoring.editor.ports import Authoring
from desktop.ui.kit import tasks


class Meanwhile(QObject):
    """`ahead` is the latest version that the draft does not come from; None: there is none."""

    changed = Signal()
    compared = Signal()

    def __init__(self, authoring: Authoring, parent: QObject) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._looking = tasks.Latest(self)
        self._comparing = tasks.Latest(self)
        self._draft_id = ""
        self.ahead: TimelineVersion | None = None
        self.comparison: Comparison | None = None
        """From that version to the draft; None: it cannot be read on this machine."""

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._authoring.now()

    def look(self, draft: ScriptDraft | None) -> None:
        """See whether somebody published; of another draft, nothing is known until then."""
        self._looking.cancel()
        if draft is None or draft.id != self._draft_id:
            self._comparing.cancel()
            self._draft_id = draft.id if draft else ""
            self._put(None)
        if draft is not None:
            self._looking.run(self._look(draft), lambda _error: None)

    def compare(self, draft: ScriptDraft) -> None:
        """Put that version beside the draft: `compared` tells when they are."""
        if self.ahead is not None:
            self._comparing.run(self._compare(draft, self.ahead.id), lambda _error: None)

    async def _look(self, draft: ScriptDraft) -> None:
        ids = {one.id for one in await self._authoring.overtaken(draft)}
        timeline = await self._authoring.versions(draft.script.id) if ids else ()
        self._put(next((one for one in timeline if one.id in ids), None))

    async def _compare(self, draft: ScriptDraft, version_id: str) -> None:
        script = await self._authoring.script_of(draft.script.id, version_id)
        self.comparison = compare(script, draft.script) if script else None
        self.compared.emit()

    def _put(self, ahead: TimelineVersion | None) -> None:
        if ahead != self.ahead:
            self.ahead = ahead
            self.changed.emit()
