"""F5: a gesture over the window; beyond the policy the same form asks one's lead."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import ContactId
from desktop.domain.latitude.spending import Verdict
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.form_scroll import FormScroll
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.latitude import words
from desktop.ui.latitude.begun import Begun
from desktop.ui.latitude.form import GestureForm
from desktop.ui.latitude.viewmodel import LatitudeViewModel


class GestureOverlay(Overlay):
    """`ask()` opens it for the contact in front; what was begun there is still there."""

    def __init__(self, window: QWidget, viewmodel: LatitudeViewModel) -> None:
        super().__init__(window, QCoreApplication.translate("Latitude", "Offrir un geste"), 600)
        self._viewmodel = viewmodel
        self._begun: dict[ContactId, Begun] = {}
        self._contact_id: ContactId | None = None
        self.left = WrapLabel("", "secondary")
        self.form = GestureForm(viewmodel.label)
        self.notice = Banner("accent", "")
        self.failure = Banner("danger", _not_written())
        self.done = Button("", "hand-coins", "primary", key_symbol("Ctrl+Return"))
        filled = FormScroll()
        filled.add(self.left)
        filled.add(self.form)
        for part in (filled, self.notice, self.failure):
            self.body.addWidget(part)
        self.footer.addStretch(1)
        self.footer.addWidget(self.done)
        self.done.clicked.connect(self.submit)
        self.form.changed.connect(self._filled)
        self.form.struck.connect(self.submit)
        viewmodel.changed.connect(self._check)
        viewmodel.given.connect(self._finish)
        viewmodel.asked.connect(self._finish)

    def ask(self) -> None:
        """Open the form, with the keyboard on the kinds."""
        state = self._viewmodel.state
        if state.contact_id is None or state.policy is None or self.isVisible():
            return
        self._contact_id = state.contact_id
        self.form.offer(state.policy.kinds)
        self.form.show_begun(self._begun.get(state.contact_id, Begun()))
        self.failure.hide()
        self._show()
        self.open()
        self.form.kinds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._viewmodel.load()

    def submit(self) -> None:
        """Give it, or ask for it beyond the policy; else lead to what is missing."""
        state, wish = self._viewmodel.state, self.form.wish()
        if wish is None:
            self.form.ask_for_what_lacks()
        elif state.verdict(wish.cents) is Verdict.WITHIN:
            self._viewmodel.give(wish)
        elif not wish.words.strip() or state.lead is None:
            self.form.ask_for_words()
            announce(self, self.notice.text())
        else:
            self._viewmodel.ask(wish)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for the form while it is open, whatever it does in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _submits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give or ask with Ctrl+Enter; Enter does, too, from where it means nothing else."""
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if _submits(event) or plain:
            self.submit()
        super().keyPressEvent(event)

    def _filled(self) -> None:
        if self._contact_id is not None:
            self._begun[self._contact_id] = self.form.begun()
        self._show()

    def _check(self) -> None:
        state = self._viewmodel.state
        if not self.isVisible():
            return
        if state.contact_id != self._contact_id or state.policy is None:
            # Another customer came to the front: nothing may be given to the wrong one.
            self.dismiss()
            return
        if state.failed and self.failure.isHidden():
            announce(self, self.failure.text())
        self.failure.setVisible(state.failed)
        self._show()

    def _finish(self, _fact: object) -> None:
        if self.isVisible() and self._contact_id is not None:
            self._begun.pop(self._contact_id, None)
            self.form.show_begun(Begun())
            self.dismiss()

    def _show(self) -> None:
        state, wish = self._viewmodel.state, self.form.wish()
        if state.standing is None:
            return
        self.left.setText(words.left(state.standing))
        cents = 0 if wish is None else wish.cents
        verdict = state.verdict(cents)
        within = verdict is Verdict.WITHIN
        if not within:
            self.notice.set_text(words.beyond(verdict, state.standing, state.lead))
        self.notice.setVisible(not within)
        self.done.set_text(words.offer(cents) if within else words.ask(state.lead))
        self.done.set_icon("hand-coins" if within else "send")
        self.done.setEnabled(not state.busy and (within or state.lead is not None))


def _submits(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _not_written() -> str:
    return QCoreApplication.translate(
        "Latitude",
        "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Ce que vous avez saisi reste ici\u202f; réessayez.",
    )
