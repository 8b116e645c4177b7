"""What one may say at a step: one's own words first, the guide's and colleagues' a key away."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit import dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.colleagues import ColleaguesWords
from desktop.ui.scripts.ownwords_field import OwnWordsField
from desktop.ui.scripts.ownwords_viewmodel import Done, OwnWordsState, OwnWordsViewModel
from desktop.ui.scripts.ownwords_words import done_words
from desktop.ui.scripts.speech import Speech


class StepWords(QWidget):
    """Shows the guide's words alone until `set_model`; `rebuilt` when Tab has other stops.

    `turned` when the field was opened or closed.
    """

    rebuilt = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model: OwnWordsViewModel | None = None
        self._told: object = None
        self.speech = Speech()
        self.field: OwnWordsField | None = None
        self.colleagues = ColleaguesWords()
        self.write = Button("", "pencil", "ghost")
        self.turn = Button("", "scroll-text", "ghost")
        self.others = Button("", "users", "ghost")
        self.back = Button(
            QCoreApplication.translate("OwnWords", "Revenir aux mots du guide"), "x", "ghost"
        )
        self.undo = Button(QCoreApplication.translate("OwnWords", "Annuler"), "undo-2", "ghost")
        self.chip = Chip("", "accent")
        self._bar = Flow(Space.XS)
        self.others.setCheckable(True)
        self._build()

    def set_model(self, model: OwnWordsViewModel) -> None:
        """Have own words at each step from now on."""
        self._model = model
        self.field = OwnWordsField(model)
        self._box.insertWidget(1, self.field)
        for widget in (self.chip, self.turn, self.write, self.others, self.back, self.undo):
            self._bar.add(widget)
        self.speech.said.addWidget(self._bar)
        self.write.clicked.connect(model.write)
        self.turn.clicked.connect(model.turn)
        self.back.clicked.connect(model.go_back)
        self.undo.clicked.connect(model.undo)
        self.others.toggled.connect(self._show)
        self.colleagues.taken.connect(model.take)
        self.colleagues.rebuilt.connect(self.rebuilt)
        model.changed.connect(self._show)
        self._show()
        self.rebuilt.emit()

    def set_words(self, marked: str) -> None:
        """Show the guide's words, filled, where nobody has words of their own."""
        if self._model is None:
            self.speech.set_words(marked)

    def set_keys(self, write: str, turn: str) -> None:
        """Show the keys in force on the buttons."""
        self.write.set_key(key_symbol(write) or None)
        self.turn.set_key(key_symbol(turn) or None)

    def _build(self) -> None:
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        self._box.addWidget(self.speech)
        self._box.addWidget(self.colleagues)

    def _show(self) -> None:
        model = self._model
        if model is None or self.field is None:
            return
        state = model.state
        here = QApplication.focusWidget()
        held = here is not None and self.isAncestorOf(here)
        hidden = self.field.isHidden()
        self.field.set_state(state)
        self.speech.setVisible(not state.writing)
        self.speech.set_words(state.shown)
        self._show_bar(state)
        words = state.known.colleagues
        self.colleagues.set_words(words, state.filling)
        self.colleagues.setVisible(self.others.isChecked() and bool(words) and not state.writing)
        self._tell(state)
        if self.field.isHidden() is not hidden:
            self.turned.emit()
        if held and here is not None and not here.isVisible():
            give(self.field.area if state.writing else self.write)

    def _show_bar(self, state: OwnWordsState) -> None:
        own, of_guide = state.known.own, state.of_guide
        self.chip.set_text(_chip(state))
        self.chip.setVisible(bool(_chip(state)))
        self.turn.setVisible(own is not None)
        self.turn.set_text(
            QCoreApplication.translate("OwnWords", "Mes mots")
            if of_guide
            else QCoreApplication.translate("OwnWords", "Mots du guide")
        )
        self.write.set_text(_write(state))
        count = len(state.known.colleagues)
        self.others.setVisible(bool(count))
        self.others.set_text(
            QCoreApplication.translate("OwnWords", "Collègues ({0})").format(dates.count(count))
        )
        self.back.setVisible(own is not None and of_guide)
        self.undo.setVisible(state.done not in (None, Done.UNDONE))

    def _tell(self, state: OwnWordsState) -> None:
        told = (state.place, state.done, state.known.own)
        if state.done is not None and told != self._told:
            announce(self, done_words(state.done))
        self._told = told


def _chip(state: OwnWordsState) -> str:
    own = state.known.own
    if own is None:
        return ""
    if state.of_guide:
        return QCoreApplication.translate("OwnWords", "Mots du guide")
    if own.shared:
        return QCoreApplication.translate("OwnWords", "Vos mots, partagés")
    return QCoreApplication.translate("OwnWords", "Vos mots")


def _write(state: OwnWordsState) -> str:
    if state.known.begun is not None:
        return QCoreApplication.translate("OwnWords", "Reprendre ce que j’écrivais")
    if state.known.own is not None:
        return QCoreApplication.translate("OwnWords", "Modifier")
    return QCoreApplication.translate("OwnWords", "Dire avec mes mots")
