"""F8 and the digits after it: each answer leads to the next question, then to the close."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.contacts.outcome import Outcome
from desktop.ui.contacts.step_off_rows import StepOffRows
from desktop.ui.kit.choices import ChoiceButton, Choices
from desktop.ui.kit.keys import digit_of

_QUIET: Final = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)


class Awaited(StrEnum):
    """What the next digit means."""

    NOTHING = "nothing"
    RESOLUTION = "resolution"
    ESTIMATE = "estimate"
    HELPED = "helped"
    CLOSE = "close"
    """No digit any more: all that was asked is there."""


class WrapFlow(QObject):
    """Runs while the focus stays where a digit is awaited; any other key leads out of it.

    The digits are answered by the fields themselves: what one sees focused is what one answers.
    """

    changed = Signal()

    def __init__(self, outcome: Outcome, rows: StepOffRows, last: QWidget) -> None:
        super().__init__(last)
        self._outcome = outcome
        self._rows = rows
        self._last = last
        self.awaited = Awaited.NOTHING
        for choices in (outcome.resolution, outcome.estimate.choices):
            for button in choices.findChildren(ChoiceButton):
                button.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def start(self) -> None:
        """Await the first digit."""
        self._await(Awaited.RESOLUTION)

    def stop(self) -> None:
        """Await nothing more."""
        if self.awaited is not Awaited.NOTHING:
            self.awaited = Awaited.NOTHING
            self.changed.emit()

    def helped(self) -> None:
        """A question about a step-off was answered."""
        if self.awaited is Awaited.HELPED:
            self._await(Awaited.HELPED if self._rows.unanswered() else Awaited.CLOSE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with a digit, before the field itself would: the same answer leads on too."""
        if self.awaited is Awaited.NOTHING or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress or event.key() in _QUIET:
            return False
        digit = digit_of(event)
        if digit is not None:
            self._answer(digit)
            return True
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stop()
        return False

    def _answer(self, digit: int) -> None:
        choices = self._choices()
        if choices is None or not choices.choose_digit(digit):
            return
        if self.awaited is Awaited.RESOLUTION and self._outcome.estimate.isEnabled():
            self._await(Awaited.ESTIMATE)
        elif self.awaited is Awaited.RESOLUTION or self.awaited is Awaited.ESTIMATE:
            self._await(Awaited.HELPED if self._rows.unanswered() else Awaited.CLOSE)

    def _await(self, awaited: Awaited) -> None:
        self.awaited = awaited
        field = self._choices()
        (field or self._last).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def _choices(self) -> Choices | None:
        fields: dict[Awaited, Callable[[], Choices | None]] = {
            Awaited.RESOLUTION: lambda: self._outcome.resolution,
            Awaited.ESTIMATE: lambda: self._outcome.estimate.choices,
            Awaited.HELPED: self._rows.unanswered,
        }
        return fields[self.awaited]() if self.awaited in fields else None

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.awaited is Awaited.NOTHING or new is None:
            return
        field = self._choices() or self._last
        if new is not field and not field.isAncestorOf(new):
            self.stop()
