"""One choice among a few buttons in a row: arrows, digits, and nothing chosen if one likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.ui.kit import paint
from desktop.ui.kit.keys import digit_of

V = TypeVar("V")

_FORWARD: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACKWARD: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_REFUSED: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CLEARING: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


@dataclass(frozen=True, slots=True)
class Option(Generic[V]):
    """A value that can be chosen, the words for it, and those that lie under it in a tree."""

    value: V
    label: str
    icon: str | None = None
    tone: str = "accent"
    children: "tuple[Option[V], ...]" = ()


class ChoiceButton(QRadioButton):
    """One of the buttons; subclasses paint it."""

    def __init__(self, option: Option[Any], parent: QWidget | None = None) -> None:
        super().__init__(option.label, parent)
        self.option = option
        self.setAccessibleName(option.label)
        # An ampersand in the words is no Alt key.
        self.setShortcut(QKeySequence())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def hitButton(self, spot: QPoint) -> bool:
        """Answer a click anywhere on the button."""
        return self.rect().contains(spot)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Check or uncheck, which an exclusive button alone does not allow."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again when enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class Choices(QWidget):
    """Buttons side by side; `picked` says what the person chose, None when they cleared it."""

    picked = Signal(object)

    def __init__(self, name: str, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: list[ChoiceButton] = []
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self.first_digit = 1

    @property
    def value(self) -> Any:
        """Return the chosen option's value, or None."""
        for button in self._buttons:
            if button.isChecked():
                return button.option.value
        return None

    def set_value(self, value: object | None) -> None:
        """Show `value` as chosen, or nothing for None, without `picked`."""
        for button in self._buttons:
            button.set_chosen(value is not None and button.option.value == value)
        self._rove()

    def set_buttons(self, buttons: Sequence[ChoiceButton]) -> None:
        """Show `buttons` in place of those before."""
        for old in self._buttons:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        for button in self._buttons:
            self._take(button)
        if self._buttons:
            self.setFocusProxy(self._buttons[0])
        self._rove()

    def add_button(self, button: ChoiceButton) -> None:
        """Show one more after the others, to which Tab comes right after them."""
        last = self._buttons[-1] if self._buttons else None
        self._buttons.append(button)
        self._take(button)
        if last is not None:
            self.setTabOrder(last, button)
        self._rove()

    def _take(self, button: ChoiceButton) -> None:
        self._box.addWidget(button, 1)
        # The layout would show it only at the next turn: too late to take the focus.
        button.show()
        button.clicked.connect(self._clicked)
        button.installEventFilter(self)
        button.setAccessibleDescription(self.accessibleName())

    def choose_digit(self, digit: int) -> bool:
        """Choose the option that `digit` stands for; False when there is none."""
        position = digit - self.first_digit
        if not (0 <= position < len(self._buttons) and self.isEnabled()):
            return False
        self._pick(position)
        return True

    def holds_focus(self) -> bool:
        """Tell whether one of the buttons has the focus."""
        return any(button.hasFocus() for button in self._buttons)

    def clear(self) -> None:
        """Choose nothing, as the person would."""
        if self.value is not None:
            self.set_value(None)
            self.picked.emit(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows, digits and clearing keys from whichever button has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._keyed(event)
        return super().eventFilter(watched, event)

    def _keyed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & _REFUSED:
            return False
        if key in _FORWARD or key in _BACKWARD:
            self._step(1 if key in _FORWARD else -1)
        elif key in _CLEARING:
            self.clear()
        else:
            digit = digit_of(event)
            return digit is not None and self.choose_digit(digit)
        return True

    def _step(self, by: int) -> None:
        here = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), 0)
        chosen = here if self.value is None and by > 0 and here == 0 else here + by
        self._pick(min(max(chosen, 0), len(self._buttons) - 1))

    def _pick(self, position: int) -> None:
        button = self._buttons[position]
        if self.holds_focus():
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not button.isChecked():
            self.set_value(button.option.value)
            self.picked.emit(button.option.value)

    def _clicked(self) -> None:
        self._rove()
        self.picked.emit(self.value)

    def _rove(self) -> None:
        chosen = next((button for button in self._buttons if button.isChecked()), None)
        stop = chosen or (self._buttons[0] if self._buttons else None)
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)
