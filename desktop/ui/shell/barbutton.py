"""A button of the top bar: an icon and a few words, which leave where room is short."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_ICON: Final = 16
_ARROW: Final = 14


class BarButton(PushButton):
    """`outlined` ones have a border and an arrow: they open a menu."""

    def __init__(
        self, text: str, icon: str, *, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._ink = "text2"
        self._outlined = outlined
        self._compact = False
        self._tip = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        paint.follow(self, self._fit)

    def set_look(self, text: str, icon: str, token: str) -> None:
        """Show other words, another icon, and the icon in another colour."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon, self._ink = icon, token
        self._hint()
        self._fit()

    def set_tip(self, tip: str) -> None:
        """Say more in the tooltip, and to who listens."""
        self._tip = tip
        self.setAccessibleDescription(tip)
        self._hint()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the icon alone; the words are then in the tooltip and still read aloud."""
        self._compact = compact
        self._hint()
        self._fit()

    def is_compact(self) -> bool:
        """Tell whether the icon stands alone."""
        return self._compact

    def full_width(self) -> int:
        """Return the width with the words."""
        words = paint.width_of(self.text(), Type.SECONDARY, Weight.SEMIBOLD)
        return round(self._bare_width() + words + theme.px(Space.XS + 2) + 0.5)

    def sizeHint(self) -> QSize:
        """Fit what is shown."""
        width = round(self._bare_width() + 0.5) if self._compact else self.full_width()
        return QSize(width, theme.px(Height.CONTROL if self._outlined else Height.SMALL))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the resting ground again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and arrow."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        border = theme.color("border") if self._outlined else None
        pressed = self.underMouse() or self.isDown()
        ground = theme.color("sunken" if pressed else "surface")
        paint.rounded(painter, whole, Radius.CONTROL, ground, border)
        side, gap = theme.px(_ICON), theme.px(Space.XS + 2)
        inner = whole.adjusted(self._side(), 0, -self._side(), 0)
        icons.paint(painter, QRectF(inner.left(), 0, side, whole.height()), self._icon, self._ink)
        if self._outlined:
            spot = QRectF(inner.right() - theme.px(_ARROW), 0, theme.px(_ARROW), whole.height())
            icons.paint(painter, spot, "chevron-down", "text2")
        if not self._compact:
            ink = "text" if self._outlined else "text2"
            spot = inner.adjusted(side + gap, 0, 1, 0)
            paint.words(painter, spot, self.text(), ink, Type.SECONDARY, Weight.SEMIBOLD)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _bare_width(self) -> float:
        arrow = theme.px(_ARROW) + theme.px(Space.S) if self._outlined else 0
        return theme.px(_ICON) + arrow + 2 * self._side()

    def _side(self) -> int:
        return theme.px(Space.M if self._outlined else Space.S)

    def _hint(self) -> None:
        words = (self.text() if self._compact else "", self._tip)
        self.setToolTip("\n".join(part for part in words if part))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
