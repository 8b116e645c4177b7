"""A digit chooses on a scale and moves on to what is next; arrows only choose."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.choices import ChoiceButton, Choices
from desktop.ui.kit.keys import digit_of


class DigitSteps(QObject):
    """Hears the digits of `choices` before they do, and calls `then` once one was chosen."""

    def __init__(self, choices: Choices, then: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._then = then
        for button in choices.findChildren(ChoiceButton):
            # The filter that was installed last is asked first.
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits that choose something."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            digit = digit_of(event)
            if digit is not None and self._choices.choose_digit(digit):
                self._then()
                return True
        return super().eventFilter(watched, event)


def focus_on(widget: QWidget) -> None:
    """Give the focus as a key would, so that its ring shows."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
