"""The kinds of incivility on a digit each, two to a line."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.contacts import IncivilityType
from desktop.ui.kit import paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 40
_COLUMNS: Final = 2


class _TypeButton(ChoiceButton):
    """A digit and the words for it."""

    def __init__(self, option: Option[IncivilityType], digit: int, parent: QWidget) -> None:
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


class IncivilityTypes(Choices):
    """The value is an IncivilityType, or None."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Incivility", "Ce qui s’est passé"), Space.S)
        options = [Option(one, label(one)) for one in IncivilityType]
        buttons = [_TypeButton(option, digit, self) for digit, option in enumerate(options, 1)]
        self.set_buttons(buttons)
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for place, button in enumerate(buttons):
            self._box.removeWidget(button)
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._box.addLayout(grid)
