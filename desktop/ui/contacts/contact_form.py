"""All the fields of a contact in one column, in the order in which one fills them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.contacts.answer_row import AnswerRow
from desktop.ui.contacts.avoidable_field import AvoidableField
from desktop.ui.contacts.channel_reason import ChannelReason
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.fitting_scroll import FittingScroll
from desktop.ui.contacts.note_field import NoteField
from desktop.ui.contacts.outcome import Outcome
from desktop.ui.contacts.promise_field import PromiseField
from desktop.ui.contacts.state import ContactState
from desktop.ui.contacts.step_off_rows import StepOffRows
from desktop.ui.contacts.wrap_flow import Awaited
from desktop.ui.kit.choices import Option
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.tokens import Space


class ContactForm(FittingScroll):
    """`helped` when a question about a step-off was answered."""

    helped = Signal()

    def __init__(
        self,
        viewmodel: Editing,
        reasons: Sequence[Option[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.channel_reason = ChannelReason(viewmodel, reasons)
        self.outcome = Outcome(viewmodel)
        self.answer = AnswerRow(viewmodel.answer)
        self.step_offs = StepOffRows(viewmodel)
        self.note = NoteField(viewmodel)
        self.promise = PromiseField(viewmodel)
        self.avoidable = AvoidableField(viewmodel)
        self._answered = -1
        self._pieces: tuple[object, ...] = ()
        self.body.setSpacing(Space.M)
        for part in (
            self.channel_reason,
            self.outcome,
            self.answer,
            self.step_offs,
            self.note,
            self.promise,
            self.avoidable,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_state(self, state: ContactState) -> None:
        """Show the draft in front."""
        draft = state.draft
        if draft is None:
            return
        self.channel_reason.show_draft(draft)
        self.outcome.show_draft(draft)
        self.step_offs.show_draft(draft)
        self.note.show_draft(draft, state.warnings)
        self.promise.show_draft(draft)
        self.avoidable.show_draft(draft)
        answered = sum(one.helped is not None for one in draft.step_offs)
        if answered > self._answered >= 0:
            self.helped.emit()
        self._answered = answered
        self._order((draft.step_offs, state.warnings, draft.promise is None))

    def _order(self, pieces: tuple[object, ...]) -> None:
        """What came or went leaves Tab in the order of the eye."""
        if pieces != self._pieces:
            self._pieces = pieces
            self.order()

    def add_after_channel(self, widget: QWidget) -> None:
        """As `add_after_step_offs`, for what stands under how and why the customer came."""
        self.body.insertWidget(self.body.indexOf(self.channel_reason) + 1, widget)
        self.order()

    def add_after_step_offs(self, widget: QWidget) -> None:
        """Give what stands under the step-offs, and comes and goes by itself: then call `order`."""
        self.body.insertWidget(self.body.indexOf(self.step_offs) + 1, widget)
        self.order()

    def order(self) -> None:
        """Have Tab go in the order of the eye again."""
        follow_layouts(self.body)

    def show_awaited(self, awaited: Awaited) -> None:
        """Mark the field that the next digit answers, and bring it into view."""
        outcome = self.outcome
        marked = {
            Awaited.RESOLUTION: (outcome.resolution_field, "1\u202f–\u202f4"),
            Awaited.ESTIMATE: (outcome.estimate_field, "1\u202f–\u202f5"),
        }
        for field, _keys in marked.values():
            field.set_filled(filled=True)
        if awaited in marked:
            field, keys = marked[awaited]
            field.set_awaited(
                QCoreApplication.translate("WrapUp", "tapez {keys}").format(keys=keys)
            )
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, Space.XL))
