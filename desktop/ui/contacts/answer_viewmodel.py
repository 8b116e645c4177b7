"""What the customer of the contact in front answered: that they did, and what, once it may be seen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.customers import Answer
from desktop.domain.errors import Incomplete
from desktop.domain.ids import ContactId
from desktop.services.contacts import Answers
from desktop.ui.contacts.front import Front
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerState:
    """Nothing is shown while `waits` is false."""

    waits: bool = False
    answer: Answer | None = None
    estimated: bool = False
    """The estimate is given: the answer may be asked for."""


class AnswerViewModel(QObject):
    """Follows the contact in front and the hub."""

    changed = Signal()

    def __init__(self, front: Front, answers: Answers) -> None:
        super().__init__(front)
        self._front = front
        self._answers = answers
        self._reading = tasks.Latest(self)
        self._of: ContactId | None = None
        self.state = AnswerState()
        front.changed.connect(self._follow)
        self.destroyed.connect(answers.changes.listen(self._heard))

    def show(self) -> None:
        """Show the answer: from now on the estimate stays."""
        draft = self._front.state.draft
        if draft is not None:
            tasks.run(self._show(draft), self)

    def _follow(self) -> None:
        draft = self._front.state.draft
        known = None if draft is None else draft.contact_id
        if known != self._of:
            self._of = known
            self._reading.cancel()
            self._set(AnswerState())
            if draft is not None:
                self._reading.run(self._read(draft))
        estimated = draft is not None and draft.estimate is not None
        self._set(replace(self.state, estimated=estimated))

    def _heard(self, changed: Changed) -> None:
        draft = self._front.state.draft
        if changed.kind is Kind.ANSWER and draft is not None:
            self._reading.run(self._read(draft))

    async def _read(self, draft: Draft) -> None:
        waits = await self._answers.waits(draft)
        answer = await self._answers.shown(draft) if waits else None
        if draft.contact_id == self._of:
            self._set(replace(self.state, waits=waits, answer=answer))

    async def _show(self, draft: Draft) -> None:
        try:
            settled, answer = await self._answers.show(draft)
        except Incomplete:
            return
        self._front.keep_estimate(settled)
        if draft.contact_id == self._of:
            self._set(replace(self.state, answer=answer))

    def _set(self, state: AnswerState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
