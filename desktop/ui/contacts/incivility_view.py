"""F7: an incivility is recorded at once, then the advisor is offered a way out and a pause."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Incivility
from desktop.domain.ids import ContactId
from desktop.ui.contacts.care_card import CareCard
from desktop.ui.contacts.exchange_viewmodel import ExchangeViewModel
from desktop.ui.contacts.incivility_form import IncivilityForm, Told
from desktop.ui.contacts.state import Problem
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay

PAUSE_MINUTES: Final = 5


class IncivilityView(Overlay):
    """`ask()` opens it. `pause_offered` once a report is made, `pause_accepted` gives minutes."""

    pause_offered = Signal()
    pause_accepted = Signal(int)

    def __init__(
        self, viewmodel: ContactViewModel, exchange: ExchangeViewModel, window: QWidget
    ) -> None:
        title = QCoreApplication.translate("Incivility", "Signaler une incivilité")
        super().__init__(window, title, 600)
        self._viewmodel = viewmodel
        self._exchange = exchange
        self._told: dict[ContactId, Told] = {}
        self._contact_id: ContactId | None = None
        self.form = IncivilityForm()
        self.care = CareCard(exchange, PAUSE_MINUTES)
        self.failure = Banner(
            "danger", "", QCoreApplication.translate("Incivility", "Copier le texte")
        )
        self.record = Button(
            QCoreApplication.translate("Incivility", "Enregistrer"),
            "check",
            "primary",
            key_symbol("Ctrl+Return"),
        )
        for part in (self.failure, self.form, self.care):
            self.body.addWidget(part)
        self.footer.addStretch(1)
        self.footer.addWidget(self.record)
        self._connect()

    def ask(self) -> None:
        """Open the form for the contact in front; what was begun for it is still there.

        Where something was reported already, what one may do now comes first.
        """
        draft = self._viewmodel.state.draft
        if draft is None or self.isVisible():
            return
        self._contact_id = draft.contact_id
        self.failure.hide()
        if draft.incivilities and draft.contact_id not in self._told:
            self._exchange.look(draft)
            self._show_care(shown=True)
            self.open()
            self.care.take_focus()
        else:
            self._ask_what(draft.contact_id)

    def _ask_what(self, contact_id: ContactId) -> None:
        self.form.show_told(self._told.get(contact_id, Told()))
        self._show_care(shown=False)
        self.open()
        self.form.types.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_more(self) -> None:
        """Something else happened in the same contact."""
        if self._contact_id is not None:
            self._ask_what(self._contact_id)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for the report while it is open, whatever it does in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _records(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter."""
        if _records(event) and self.form.isVisible():
            self._record()
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.record.clicked.connect(self._record)
        self.form.changed.connect(self._keep)
        self.failure.acted.connect(
            lambda: QGuiApplication.clipboard().setText(self.form.words.text())
        )
        self.care.paused.connect(self._pause)
        self.care.resumed.connect(self.dismiss)
        self.care.more.connect(self._ask_more)
        self.care.closed.connect(self._close_contact)
        self._viewmodel.incivility_reported.connect(self._recorded)
        self._viewmodel.changed.connect(self._check)

    def _keep(self) -> None:
        if self._contact_id is not None and self.form.told() != Told():
            self._told[self._contact_id] = self.form.told()
        elif self._contact_id is not None:
            self._told.pop(self._contact_id, None)

    def _close_contact(self) -> None:
        self.dismiss()
        self._viewmodel.close()

    def _record(self) -> None:
        told = self.form.told()
        if not self._is_asking():
            return
        if self.form.ask_for_what_lacks() or told.type is None or told.gravity is None:
            return
        self._viewmodel.dismiss_problem()
        self._viewmodel.report_incivility(told.type, told.gravity, told.words)

    def _recorded(self, report: object) -> None:
        if self._contact_id is not None:
            self._told.pop(self._contact_id, None)
        self.failure.hide()
        if self.isVisible() and isinstance(report, Incivility):
            self._exchange.show(report)
            self._show_care(shown=True)
            self.care.take_focus()
            announce(self, QCoreApplication.translate("Incivility", "C’est noté."))
        self.pause_offered.emit()

    def _check(self) -> None:
        draft = self._viewmodel.state.draft
        if self.isVisible() and (draft is None or draft.contact_id != self._contact_id):
            # Another customer came to the front: nothing may be reported on the wrong one.
            self.dismiss()
            return
        failed = self._viewmodel.state.problem is Problem.NOT_REPORTED
        if failed and self.form.isVisible():
            words = QCoreApplication.translate(
                "Incivility",
                "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Libérez de la place, puis recommencez. Votre texte reste ici.",
            )
            self.failure.set_text(words)
            announce(self, words)
        self.failure.setVisible(failed)

    def _is_asking(self) -> bool:
        return self.isVisible() and self.form.isVisible()

    def _pause(self) -> None:
        self.dismiss()
        self.pause_accepted.emit(PAUSE_MINUTES)

    def _show_care(self, *, shown: bool) -> None:
        asks = QCoreApplication.translate("Incivility", "Signaler une incivilité")
        cares = QCoreApplication.translate("Incivility", "Un échange difficile")
        self.title.setText(cares if shown else asks)
        self.form.setVisible(not shown)
        self.record.setVisible(not shown)
        self.care.setVisible(shown)


def _records(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
