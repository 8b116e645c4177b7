"""A chart whose things stand side by side, to be looked at one by one, in words."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.kit.charts.canvas import Canvas

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PlacesChart(Canvas):
    """`say` gives the words of the thing at a place; they are read aloud, and told by `looked`."""

    looked = Signal(str)
    """The words of what is looked at; "" for nothing."""

    def __init__(self, name: str, say: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._say = say
        self.place: int | None = None
        self.setMouseTracking(True)

    def count(self) -> int:
        """Return how many things there are."""
        raise NotImplementedError

    def begin_at(self) -> int:
        """Return the place that is looked at first by key."""
        raise NotImplementedError

    def place_at(self, point: QPointF) -> int | None:
        """Return the place of what is at `point`, or None."""
        raise NotImplementedError

    def renew(self, summary: str) -> None:
        """Look at nothing, and have `summary` read: other things are shown."""
        self.set_summary(summary)
        self.look_at(None)
        self.update()

    def look_at(self, place: int | None, *, aloud: bool = False) -> None:
        """Look at what is at `place`, or at nothing."""
        words = "" if place is None else self._say(place)
        self.setAccessibleDescription(words or self.summary)
        if place == self.place:
            return
        self.place = place
        self.update()
        self.looked.emit(words)
        if aloud and words:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right look at the next, Home and End at the first and last, Escape at none."""
        step, last = _STEPS.get(Qt.Key(event.key())), self.count() - 1
        if step is not None and last >= 0:
            there = self.begin_at() if self.place is None else self.place + step
            self.look_at(min(max(there, 0), last), aloud=True)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.look_at(0 if event.key() == Qt.Key.Key_Home else last, aloud=True)
        elif event.key() == Qt.Key.Key_Escape and self.place is not None:
            self.look_at(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at what is under the mouse."""
        self.look_at(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.look_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at nothing."""
        super().focusOutEvent(event)
        self.look_at(None)
