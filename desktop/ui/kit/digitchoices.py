"""Choices in a grid of blocks, each on a digit."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 40


class _Block(ChoiceButton):
    """A digit and the words for it."""

    def __init__(self, option: Option[Any], digit: int, parent: QWidget) -> None:
        self._digit = digit
        super().__init__(option, parent)

    def sizeHint(self) -> QSize:
        """Fit cap and words."""
        words = paint.width_of(self.text(), Type.BODY, Weight.SEMIBOLD)
        cap = paint.cap_width(str(self._digit))
        return QSize(round(words + cap + 3 * theme.px(Space.M)), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the block, the cap and the words."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        ground = theme.color("accent_soft" if chosen else "surface")
        over = "border_strong" if self.underMouse() else "border"
        line = theme.color("accent" if chosen else over)
        paint.rounded(painter, whole, Radius.CONTROL, ground, line)
        cap = QRectF(theme.px(Space.M), 0, paint.cap_width(str(self._digit)), whole.height())
        paint.key_cap(painter, cap, str(self._digit))
        words = whole.adjusted(cap.right() + theme.px(Space.M), 0, -Space.S, 0)
        weight = Weight.SEMIBOLD if chosen else Weight.MEDIUM
        paint.words(painter, words, self.text(), "text", Type.BODY, weight)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)


class DigitChoices(Choices):
    """`picked` as of all choices; `struck` as well where it was by a digit."""

    struck = Signal(object)

    def __init__(self, name: str, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(name, Space.S, parent)
        self._columns = columns
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._box.addLayout(self._grid)

    def set_options(self, options: Sequence[Option[Any]]) -> None:
        """Offer these, in the order of their digits; the choice is kept if it is among them."""
        before = self.value
        buttons = [_Block(option, digit, self) for digit, option in enumerate(options, 1)]
        self.set_buttons(buttons)
        for place, button in enumerate(buttons):
            self._box.removeWidget(button)
            self._grid.addWidget(button, place // self._columns, place % self._columns)
        self.set_value(before)

    def choose_digit(self, digit: int) -> bool:
        """Choose as the person would; `struck` follows `picked`, also where it was chosen before."""
        done = super().choose_digit(digit)
        if done:
            self.struck.emit(self.value)
        return done
