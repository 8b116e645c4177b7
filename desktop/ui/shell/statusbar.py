"""The bar at the bottom: the page's keys at the left, what is saved, where and when at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_HEIGHT: Final = 30


class Saved(StrEnum):
    """Whether what was written is safe."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, in portable form, and the word for what it does."""

    key: str
    words: str
    off: str = ""
    """Why the key does nothing now, in words; it is greyed then."""


class StatusBar(QFrame):
    """Hints that find no room are left out, the last first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar-bottom")
        self._hints = _Hints()
        self._state = Text("", "caption", "text2")
        self._glyph = Glyph("check-check", "success", 14)
        self._place = Text("", "caption", "text2")
        self._moment = ""
        self._branch = ""
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.XL, 0, Space.XL, 0)
        box.setSpacing(Space.S)
        box.addWidget(self._hints, 1)
        box.addSpacing(Space.S)
        box.addWidget(self._state)
        box.addWidget(self._glyph)
        box.addSpacing(Space.S)
        box.addWidget(self._place)
        self.set_saved(Saved.SAVED)
        paint.follow(self, self._fit)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show the keys of the page."""
        self._hints.set_hints(hints)

    def hints(self) -> tuple[str, ...]:
        """Return the words of the hints that found room."""
        return self._hints.words()

    def greyed(self) -> dict[str, str]:
        """Return why the keys that do nothing now are greyed, by the words of their hints."""
        return self._hints.greyed()

    def set_saved(self, state: Saved) -> None:
        """Say whether what was written is safe."""
        match state:
            case Saved.SAVED:
                text = QCoreApplication.translate("StatusBar", "Tout est enregistré sur ce poste")
                look = ("check-check", "success")
            case Saved.SAVING:
                text = QCoreApplication.translate("StatusBar", "Enregistrement…")
                look = ("loader-circle", "text3")
            case Saved.FAILED:
                text = QCoreApplication.translate("StatusBar", "Pas encore enregistré")
                look = ("triangle-alert", "warning")
        self._state.setText(text)
        self._state.set_tone("warning" if state is Saved.FAILED else "text2")
        self._glyph.set_icon(*look)

    def set_branch(self, name: str) -> None:
        """Say where this machine stands."""
        self._branch = name
        self._say()

    def set_moment(self, words: str) -> None:
        """Say the date and the time, as words."""
        self._moment = words
        self._say()

    def saved_words(self) -> str:
        """Return what is said of saving."""
        return self._state.text()

    def _say(self) -> None:
        self._place.setText(" · ".join(part for part in (self._branch, self._moment) if part))

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))


class _Hints(QWidget):
    """Caps with their words, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.L)
        self._box.addStretch(1)
        self._pairs: list[QWidget] = []
        self._shown: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show other hints; nothing is made anew for the same ones."""
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        for pair in self._pairs:
            pair.hide()
            pair.deleteLater()
        self._pairs = [_pair(hint) for hint in hints]
        for place, pair in enumerate(self._pairs):
            self._box.insertWidget(place, pair)
        self._crowd()

    def greyed(self) -> dict[str, str]:
        """Return why those that are greyed are, by their words."""
        return {hint.words: hint.off for hint in self._shown if hint.off}

    def words(self) -> tuple[str, ...]:
        """Return the words of those shown."""
        pairs = zip(self._shown, self._pairs, strict=True)
        return tuple(hint.words for hint, pair in pairs if not pair.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._crowd()

    def minimumSizeHint(self) -> QSize:
        """Leave when there is no room."""
        return QSize(0, 0)

    def _crowd(self) -> None:
        left = self.width()
        for pair in self._pairs:
            left -= pair.sizeHint().width() + Space.L
            pair.setVisible(left >= -Space.L)


def _pair(hint: Hint) -> QWidget:
    cap = KeyCap(key_symbol(hint.key))
    cap.setEnabled(not hint.off)
    words = Text(hint.words, "caption", "text3" if hint.off else "text2")
    pair = boxes.holder(boxes.row(cap, words, spacing=Space.XS + 2))
    pair.setToolTip(hint.off)
    pair.setAccessibleDescription(hint.off)
    return pair
