"""Stepping off: one list, one digit, and back to the customer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import StepOffReason
from desktop.domain.scripts import EarlierStepOff
from desktop.ui.kit import labels, theme
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.useful import count_words, rate_words

_LINE = 36
_EARLIER = 4
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """A reason in the list, with its digit."""

    figure: int
    reason: StepOffReason


class StepOffOverlay(Overlay):
    """`noted` gives the reason and the words; `tried` an EarlierStepOff; `typed` words begun."""

    noted = Signal(object, str)
    tried = Signal(object)
    typed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QCoreApplication.translate("Guide", "Je m’écarte"), 600)
        self._moved = False
        self._reasons: RowsModel[Choice] = RowsModel(
            lambda choice: choice.figure, lambda choice: labels.label(choice.reason), self
        )
        self._reasons.set_rows([Choice(n, one) for n, one in enumerate(StepOffReason, 1)])
        self._earlier: RowsModel[EarlierStepOff] = RowsModel(
            lambda one: one.id, lambda one: one.words, self
        )
        self.reasons = _list(
            QCoreApplication.translate("Guide", "Pourquoi vous écartez-vous\u202f?"), _reason_look
        )
        self.reasons.setModel(self._reasons)
        self.earlier = _list(
            QCoreApplication.translate("Guide", "Écarts déjà tentés à cette étape"), _earlier_look
        )
        self.earlier.setModel(self._earlier)
        self._earlier_title = Text(
            QCoreApplication.translate("Guide", "Déjà tenté à cette étape (Entrée pour reprendre)"),
            "eyebrow",
        )
        self.words = TextField(
            QCoreApplication.translate("Guide", "Avec vos mots, si vous voulez"),
            QCoreApplication.translate(
                "Guide", "Avec vos mots, si vous voulez (Entrée pour noter)"
            ),
        )
        self._build()

    def show_choices(self, words: str, earlier: Sequence[EarlierStepOff]) -> None:
        """Open with the words begun before, and what was tried at this step."""
        shown = list(earlier)[:_EARLIER]
        self._earlier.set_rows(shown)
        self._earlier_title.setVisible(bool(shown))
        self.earlier.setVisible(bool(shown))
        self.earlier.setFixedHeight(theme.px(_LINE) * max(len(shown), 1))
        self.reasons.setFixedHeight(theme.px(_LINE) * self._reasons.rowCount())
        if self.words.text() != words:
            self.words.setText(words)
        self.reasons.setCurrentIndex(self._reasons.index(0))
        self._moved = False
        self.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits from both lists, and let arrows cross from one to the other."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            digit = digit_of(event)
            if digit is not None and watched in (self.reasons, self.earlier):
                return self._by_digit(digit)
            if self._crossed(watched, event.key()):
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        why = Text(
            QCoreApplication.translate("Guide", "Un chiffre suffit. S’écarter est bienvenu.")
        )
        why.setProperty("role", "secondary")
        self.body.setSpacing(Space.S)
        for widget in (why, self.reasons, self.words, self._earlier_title, self.earlier):
            self.body.addWidget(widget)
        self.reasons.installEventFilter(self)
        self.earlier.installEventFilter(self)
        self.reasons.chosen.connect(self._move)
        self.reasons.opened.connect(lambda choice: self._note(choice.reason))
        self.earlier.opened.connect(self._try)
        self.words.setMaxLength(_LONGEST)
        self.words.textEdited.connect(self.typed)
        self.words.returnPressed.connect(self._note_words)

    def _move(self) -> None:
        self._moved = True

    def _by_digit(self, digit: int) -> bool:
        if 1 <= digit <= self._reasons.rowCount():
            self._note(self._reasons.row(digit - 1).reason)
        return True

    def _crossed(self, watched: QObject, key: int) -> bool:
        last = self.reasons.currentIndex().row() == self._reasons.rowCount() - 1
        if watched is self.reasons and key == Qt.Key.Key_Down and last:
            if self._earlier.rowCount():
                give(self.earlier)
                self.earlier.setCurrentIndex(self._earlier.index(0))
            return True
        first = self.earlier.currentIndex().row() <= 0
        if watched is self.earlier and key == Qt.Key.Key_Up and first:
            give(self.reasons)
            return True
        return False

    def _note(self, reason: StepOffReason) -> None:
        words = self.words.text()
        self.dismiss()
        self.noted.emit(reason, words)

    def _note_words(self) -> None:
        if self.words.text().strip():
            chosen = self.reasons.current_row() if self._moved else None
            self._note(chosen.reason if isinstance(chosen, Choice) else StepOffReason.OTHER)

    def _try(self, earlier: object) -> None:
        self.dismiss()
        self.tried.emit(earlier)


def _list(name: str, look: Callable[[object], RowLook]) -> ListView:
    made = ListView(name, RowDelegate(look))
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _reason_look(choice: object) -> RowLook:
    if not isinstance(choice, Choice):
        return RowLook("")
    return RowLook(labels.label(choice.reason), cap=str(choice.figure))


def _earlier_look(earlier: object) -> RowLook:
    if not isinstance(earlier, EarlierStepOff):
        return RowLook("")
    judged = earlier.rate is not None
    return RowLook(
        earlier.words,
        meta=count_words(earlier),
        icon="route",
        chip=rate_words(earlier) if judged else "",
        chip_tone="success",
    )
