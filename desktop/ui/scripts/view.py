"""The guide's pane: header, steps, the step at hand, and the way on; or the choice of a guide."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.contacts import StepOffReason
from desktop.domain.ids import ContactId
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import digit_of, key_symbol
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.chooser import Chooser
from desktop.ui.scripts.state import GuideState, Stage
from desktop.ui.scripts.stepoff import StepOffOverlay
from desktop.ui.scripts.stepwords import StepWords
from desktop.ui.scripts.viewmodel import GuideViewModel
from desktop.ui.scripts.walk import Walk


class GuideView(QWidget):
    """Put it in the centre; `open_step_off` is F4's verb, the others are the view-model's."""

    def __init__(self, model: GuideViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Guide", "Guide"))
        self._model = model
        self._overlay: StepOffOverlay | None = None
        self._asked_in: ContactId | None = None
        self._below: QWidget | None = None
        self.walk = Walk(model)
        self.chooser = Chooser()
        self._build()
        self._connect()
        self._show()

    def open_step_off(self) -> None:
        """Offer the reasons to step off, over the window; nothing without a contact."""
        if (state := self._model.state).stage is Stage.NOBODY:
            return
        if self._overlay is None:
            self._overlay = StepOffOverlay(self.window())
            self._overlay.noted.connect(self._note)
            self._overlay.tried.connect(self._model.try_again)
            self._overlay.typed.connect(self._model.type_words)
        self._asked_in = self._model.contact_id
        self._overlay.show_choices(state.words, state.earlier)

    def step_off_overlay(self) -> StepOffOverlay | None:
        """Return the list of reasons once it was opened."""
        return self._overlay

    def set_below(self, widget: QWidget) -> None:
        """Give what stands under the step, or under the list of guides while none is followed."""
        self._below = widget
        self._put_below()

    @property
    def words(self) -> StepWords:
        """What one may say at the step at hand."""
        return self.walk.page.words

    def set_keys(self, step_off: str, onward: str, back: str) -> None:
        """Show other keys on the buttons, for people who changed theirs (« Ctrl+F4 »)."""
        self.walk.header.off.set_key(key_symbol(step_off))
        self.walk.foot.next.set_key(key_symbol(onward))
        self.walk.foot.previous.set_key(key_symbol(back))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the step its room where there is little height."""
        super().resizeEvent(event)
        self._put_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits pick a reaction, or a guide where none is followed."""
        digit = digit_of(event)
        if digit is None or not self._by_digit(digit):
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on; a proxy would have Tab jump past what stands before it."""
        give(self._lead())

    def _lead(self) -> QWidget:
        return self.chooser if self._model.state.stage is Stage.CHOOSING else self.walk

    def _by_digit(self, digit: int) -> bool:
        state = self._model.state
        if state.stage is Stage.CHOOSING:
            return self.chooser.choose_digit(digit)
        reactions = state.step.reactions if state.step else ()
        if 1 <= digit <= len(reactions):
            self._model.answer(reactions[digit - 1].id)
            return True
        return False

    def _build(self) -> None:
        self._nobody = EmptyState(
            "user",
            QCoreApplication.translate("Guide", "Aucun contact en cours"),
            QCoreApplication.translate("Guide", "Le guide s’ouvre avec un contact."),
        )
        self._loading = Loading(QCoreApplication.translate("Guide", "Lecture des guides…"))
        self._failed = EmptyState(
            "triangle-alert",
            QCoreApplication.translate("Guide", "Les guides n’ont pas pu être lus"),
            QCoreApplication.translate("Guide", "Le contact continue, et rien n’en est perdu."),
            QCoreApplication.translate("Guide", "Réessayer"),
        )
        scroll = ScrollColumn()
        scroll.add(self.chooser)
        self._under_chooser = QVBoxLayout()
        choosing = boxes.column(scroll, spacing=Space.M)
        choosing.addLayout(self._under_chooser)
        self._choosing = boxes.holder(choosing)
        card = Card()
        self.setLayout(boxes.column(card, spacing=0))
        self._faces = QStackedLayout()
        card.body.addLayout(self._faces)
        for face in (self._nobody, self._loading, self._failed, self.walk, self._choosing):
            self._faces.addWidget(face)

    def _connect(self) -> None:
        self._model.changed.connect(self._show)
        self.walk.header.step_off.connect(self.open_step_off)
        self.chooser.chosen.connect(self._model.choose)
        self.chooser.reload.connect(self._model.reload)
        if (again := self._failed.button) is not None:
            again.clicked.connect(self._model.reload)

    def _note(self, reason: StepOffReason, words: str) -> None:
        self._model.step_off(reason, words)
        announce(self, QCoreApplication.translate("Guide", "Écart noté"))

    def _show(self) -> None:
        if self._overlay is not None and self._model.contact_id != self._asked_in:
            # Another customer came to the front: nothing may be noted on the wrong one.
            self._overlay.dismiss()
        state = self._model.state
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        face = self._face(state)
        if state.stage is Stage.CHOOSING:
            self.chooser.set_state(state)
        else:
            self.walk.set_state(state)
        turned = self._faces.currentWidget() is not face
        self._faces.setCurrentWidget(face)
        self._put_below()
        here = QApplication.focusWidget()
        # Qt moves the focus of what it hides to whatever comes next.
        lost = here is None or not self.isAncestorOf(here) or not here.isVisible()
        if focused and (turned or lost):
            give(self._lead())

    def _put_below(self) -> None:
        """Where there is a contact it stands at the foot of what is shown."""
        below, choosing = self._below, self._model.state.stage is Stage.CHOOSING
        self.walk.fit(self.height())
        if below is not None and not choosing:
            self.walk.take_below(below)
        elif below is not None and self._under_chooser.indexOf(below) < 0:
            self._under_chooser.addWidget(below)

    def _face(self, state: GuideState) -> QWidget:
        if state.stage is Stage.LOADING:
            return self._failed if state.failed else self._loading
        if state.stage is Stage.GUIDED:
            return self.walk
        return self._choosing if state.stage is Stage.CHOOSING else self._nobody
