"""A few exclusive words in one sunken bar: resolution, for instance."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 26
_ICON: Final = 14


class _Segment(ChoiceButton):
    """One of the words."""

    def sizeHint(self) -> QSize:
        """Fit the words."""
        width = paint.width_of(self.text(), Type.SECONDARY, Weight.SEMIBOLD) + 2 * theme.px(Space.S)
        if self.option.icon:
            width += theme.px(_ICON + Space.XS)
        return QSize(round(width + 0.5), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised segment when it is chosen, and the words."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            ground = theme.color("border" if theme.is_dark() else "surface")
            paint.rounded(painter, whole, Radius.KEY, ground, theme.color("border"))
        ink = "text" if chosen and self.isEnabled() else "text2" if self.isEnabled() else "text3"
        weight = Weight.SEMIBOLD if chosen else Weight.MEDIUM
        left = whole
        if self.option.icon:
            content = paint.width_of(self.text(), Type.SECONDARY, weight) + theme.px(_ICON + 4)
            start = (whole.width() - content) / 2
            side = theme.px(_ICON)
            icons.paint(painter, QRectF(start, 0, side, whole.height()), self.option.icon, ink)
            left = whole.adjusted(start + theme.px(_ICON + 4), 0, 0, 0)
            paint.words(painter, left, self.text(), ink, Type.SECONDARY, weight)
        else:
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.words(painter, left, self.text(), ink, Type.SECONDARY, weight, middle)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.KEY)


class Segmented(Choices):
    """`name` is what the choice is about; nothing is chosen until `set_value` or the person does."""

    def __init__(
        self, name: str, options: Sequence[Option[Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, 2, parent)
        self._box.setContentsMargins(3, 3, 3, 3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        paint.follow(self, self.update)

    def set_options(self, options: Sequence[Option[Any]]) -> None:
        """Offer other words; the choice is kept if it is still among them."""
        before = self.value
        self.set_buttons([_Segment(option, self) for option in options])
        self.set_value(before)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = paint.painter_on(self)
        paint.rounded(painter, QRectF(self.rect()), Radius.CONTROL, theme.color("sunken"))
