"""The contact in front: its picture, its clock, and its way to the disk."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain import drafts as rules
from desktop.domain.contacts import Draft
from desktop.domain.customers import Customer
from desktop.domain.drafts import Closed
from desktop.domain.errors import StoreUnavailable
from desktop.domain.note_check import words_to_avoid
from desktop.services.contacts import Contacts
from desktop.ui.contacts.desk import Desk
from desktop.ui.contacts.elapsed import Elapsed
from desktop.ui.contacts.saving import DraftSaver
from desktop.ui.contacts.state import ContactState, Problem, Stage
from desktop.ui.kit.saving import Saving


class Front(QObject):
    """`draft_changed` gives the Draft, or None, when another contact comes in front or when its
    channel, reason or step-offs change: not at each keystroke.
    """

    changed = Signal()
    draft_changed = Signal(object)

    def __init__(self, contacts: Contacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._desk = Desk()
        self._saver = DraftSaver(contacts, self)
        self._saver.told.connect(self._saved)
        self.elapsed = Elapsed(contacts, self)
        self.state = ContactState()

    def dismiss_problem(self) -> None:
        """What went wrong was read."""
        self._set(replace(self.state, problem=None, trouble=None))

    def keep_estimate(self, settled: Draft) -> None:
        """The store settled this contact's estimate; what was typed meanwhile stays."""
        newest = self._desk.draft(settled.customer_id)
        if newest is None or newest.contact_id != settled.contact_id:
            return
        shown = settled.answer_shown
        known = replace(newest, estimate=settled.estimate, answer_shown=shown)
        if self._is_in_front(known):
            self._change(known)
        else:
            self._desk.put(known)
            self._saver.keep(known)

    async def flush(self) -> None:
        """Write what is not on the disk yet; await it before the window goes."""
        await self._saver.flush()

    def unsaved(self) -> StoreUnavailable | None:
        """Why something typed is not on the disk after a flush; None when all is."""
        return self._saver.failure

    def _change(self, draft: Draft) -> None:
        before = self.state.draft
        if before is None or draft == before:
            return
        self._desk.put(draft)
        self._saver.keep(draft)
        self._set_draft(draft)
        if _telling(before) != _telling(draft):
            self.draft_changed.emit(draft)

    def _bring(self, customer: Customer, draft: Draft) -> None:
        self._desk.put(draft)
        self.state = ContactState(stage=Stage.OPEN, customer=customer)
        self._set_draft(draft)
        self.draft_changed.emit(draft)

    def _set_draft(self, draft: Draft) -> None:
        known = self.state.draft is not None and self.state.draft.note == draft.note
        warnings = self.state.warnings if known else words_to_avoid(draft.note)
        self._set(replace(self.state, draft=draft, warnings=warnings, saving=self._saving(draft)))

    def _set_closed(self, customer: Customer, closed: Closed) -> None:
        until = closed.undo_until
        self._set(ContactState(stage=Stage.CLOSED, customer=customer, undo_until=until))

    def _set(self, state: ContactState) -> None:
        if state == self.state:
            return
        had = self.state.draft
        self.state = state
        self.elapsed.follow(state.draft.started_at if state.draft else None)
        self.changed.emit()
        if had is not None and state.draft is None:
            self.draft_changed.emit(None)

    def _saving(self, draft: Draft) -> Saving:
        if self._saver.waits(draft.contact_id):
            return Saving.FAILED if self._saver.trouble else Saving.SAVING
        return Saving.SAVED if rules.touched(draft) else Saving.UNTOUCHED

    def _saved(self) -> None:
        state = self.state
        if state.draft is None:
            return
        saving = self._saving(state.draft)
        if saving is Saving.FAILED and state.problem is None:
            state = replace(state, problem=Problem.NOT_SAVED, trouble=self._saver.trouble)
        elif saving is not Saving.FAILED and state.problem is Problem.NOT_SAVED:
            state = replace(state, problem=None, trouble=None)
        self._set(replace(state, saving=saving))

    def _is_in_front(self, draft: Draft) -> bool:
        return self.state.draft is not None and self.state.draft.contact_id == draft.contact_id

    def _tell(self, problem: Problem, error: BaseException) -> None:
        trouble = error.trouble if isinstance(error, StoreUnavailable) else None
        self._set(replace(self.state, problem=problem, trouble=trouble))

    def _tell_of(self, draft: Draft, problem: Problem, error: StoreUnavailable) -> None:
        """Tell on the contact's own card; out of sight, the error goes where all others go."""
        if not self._is_in_front(draft):
            raise error
        self._tell(problem, error)


def _telling(draft: Draft) -> tuple[object, ...]:
    """What other panes of the window follow."""
    return (draft.channel, draft.reason, draft.step_offs)
