"""The contact under way, always open at the window's right: what happened, in a few keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.contacts.closed_notice import ClosedNotice
from desktop.ui.contacts.contact_form import ContactForm
from desktop.ui.contacts.fitting_scroll import MARGIN
from desktop.ui.contacts.flow_hint import FlowHint
from desktop.ui.contacts.problem_notice import ProblemNotice
from desktop.ui.contacts.state import Stage
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.contacts.wrap_flow import Awaited, WrapFlow
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.saving_chip import SavingChip
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class WrapUpView(QWidget):
    """`incivility_asked` when the advisor wants to report one. `reasons` is the tree of codes."""

    incivility_asked = Signal()
    _closing = False

    def __init__(
        self,
        viewmodel: ContactViewModel,
        reasons: Sequence[Option[str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.chip = SavingChip(QCoreApplication.translate("WrapUp", "Nouveau contact"))
        self.card = Card(_title(Stage.NOBODY), self.chip)
        self.clock = Text("", "caption")
        reported = QCoreApplication.translate("WrapUp", "Incivilité notée")
        self.reported = Chip(reported, "danger", "shield-alert")
        self.problem = ProblemNotice(viewmodel)
        self.form = ContactForm(viewmodel, reasons)
        self.closed = ClosedNotice(viewmodel)
        self.nobody = WrapLabel(
            QCoreApplication.translate(
                "WrapUp", "Ouvrez un client\u00a0: son contact commence de lui-même."
            ),
            "secondary",
        )
        self.loading = Skeleton(4)
        self.hint = FlowHint()
        self._make_footer()
        self.flow = WrapFlow(self.form.outcome, self.form.step_offs, self.close_button)
        self._lay_out()
        self.flow.changed.connect(self._show_flow)
        self.form.helped.connect(self.flow.helped)
        self._follow(viewmodel)

    def wrap_up(self) -> None:
        """Await the digits: resolution, then estimate; Ctrl+Enter closes at any time."""
        if self._viewmodel.state.stage is Stage.OPEN:
            self.flow.start()

    def take_focus(self) -> None:
        """Lead to the card: the note, or what can be done once the contact is closed."""
        stage = self._viewmodel.state.stage
        if stage is Stage.CLOSED:
            self.closed.take_focus()
        else:
            area = self.form.note.area
            area.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # Whole: Qt by itself shows no more of a text than its cursor.
            end = area.mapTo(self.form, area.rect().bottomLeft()).y()
            end += self.form.verticalScrollBar().value()
            self.form.ensureVisible(0, end, 0, Space.S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Ctrl+Enter from any field; leave the digits with Escape."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._viewmodel.close()
        elif event.key() == Qt.Key.Key_Escape and self.flow.awaited is not Awaited.NOTHING:
            self.flow.stop()
        else:
            super().keyPressEvent(event)

    def _follow(self, viewmodel: ContactViewModel) -> None:
        viewmodel.changed.connect(self._show)
        viewmodel.elapsed.ticked.connect(self._tick)
        self._show()

    def _make_footer(self) -> None:
        self.incivility = Button(
            QCoreApplication.translate("WrapUp", "Incivilité"),
            "shield-alert",
            "ghost",
            key_symbol("F7"),
        )
        self.incivility.clicked.connect(self.incivility_asked)
        self.close_button = Button(
            QCoreApplication.translate("WrapUp", "Clore"),
            role="primary",
            key=key_symbol("Ctrl+Return"),
        )
        self.close_button.clicked.connect(self._viewmodel.close)
        row = boxes.row(self.incivility, None, self.close_button, spacing=Space.XS)
        self.line = Divider()
        bar = self.form.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: self.line.setVisible(most > 0))
        self.line.hide()
        self.footer = boxes.holder(boxes.column(self.line, self.hint, row, spacing=Space.S))

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        since = boxes.row(self.clock, None, self.reported, spacing=Space.S)
        parts = (since, self.problem, self.nobody, self.loading, self.closed)
        head = boxes.column(*parts, spacing=Space.S)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.form, 1)
        self.card.add(self.footer)
        # The scroll bar stands in the card's margin: the fields keep their width beside it.
        whole = self.card.layout()
        if whole is not None:
            whole.setContentsMargins(Space.L, Space.M, Space.L - MARGIN, Space.L)
        for row in (head, self.card.header, self.footer.layout()):
            if row is not None:
                row.setContentsMargins(0, 0, MARGIN, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    def _show(self) -> None:
        state = self._viewmodel.state
        open_ = state.stage is Stage.OPEN
        # While it closes the button is off, and Qt has moved the keyboard elsewhere.
        focus = QApplication.focusWidget() or self.window()
        had_focus = self._closing or self.isAncestorOf(focus)
        self._closing = had_focus and state.busy
        reopened = open_ and not self.closed.isHidden()
        for part in (self.form, self.footer, self.clock, self.chip):
            part.setVisible(open_)
        self.card.set_title(_title(state.stage))
        self.nobody.setVisible(state.stage is Stage.NOBODY)
        self.loading.setVisible(state.stage is Stage.LOADING and state.problem is None)
        self.reported.setVisible(open_ and bool(state.draft and state.draft.incivilities))
        self.closed.show_state(state)
        if had_focus and state.stage is Stage.CLOSED:
            self.closed.take_focus()
        elif had_focus and reopened:
            # Not on the channel's list, where the next letter would choose another channel.
            self.take_focus()
        self.problem.show_state(state)
        self.chip.set_saving(state.saving)
        self.close_button.set_busy(state.busy)
        if state.draft is None:
            self.flow.stop()
            return
        self.form.show_state(state)
        self._tick(self._viewmodel.elapsed.seconds)

    def _show_flow(self) -> None:
        awaited = self.flow.awaited
        self.hint.show_awaited(awaited)
        self.form.show_awaited(awaited)

    def _tick(self, seconds: int) -> None:
        draft = self._viewmodel.state.draft
        if draft is None:
            return
        since = draft.started_at.astimezone(self._viewmodel.zone())
        words = QCoreApplication.translate("WrapUp", "Depuis {hour} · {clock}")
        self.clock.setText(words.format(hour=f"{since:%H:%M}", clock=dates.clock(seconds)))


def _title(stage: Stage) -> str:
    if stage in (Stage.OPEN, Stage.LOADING):
        return QCoreApplication.translate("WrapUp", "Contact en cours")
    return QCoreApplication.translate("WrapUp", "Contact")
