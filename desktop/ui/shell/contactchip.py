"""The contact under way, in the top bar: with whom, and for how long, in grey."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_DOT: Final = 8
_WIDEST: Final = 260


class ContactChip(PushButton):
    """Pressed, it leads back to the customer; hidden while no contact is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._elapsed = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("ContactChip", "Contact en cours"))
        self.hide()
        paint.follow(self, self._fit)

    def set_contact(self, name: str, elapsed: str) -> None:
        """Show a contact with `name` since `elapsed` ("04:32"); hide for no name."""
        told = QCoreApplication.translate("ContactChip", "Contact en cours avec {name}")
        if name != self.text():
            self.setText(name)
            self.setAccessibleName(told.format(name=name))
            self.setToolTip(told.format(name=name))
        elif elapsed == self._elapsed and self.isHidden() is not bool(name):
            return
        if self._elapsed != elapsed:
            self._elapsed = elapsed
            self.setAccessibleDescription(elapsed)
        self.setVisible(bool(name))
        self._fit()

    def elapsed(self) -> str:
        """Return the time shown."""
        return self._elapsed

    def sizeHint(self) -> QSize:
        """Fit the name, to a limit, and the clock."""
        name = min(paint.width_of(self.text(), Type.BODY, Weight.SEMIBOLD), theme.px(_WIDEST))
        return QSize(round(name + self._rest() + 1), theme.px(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Keep room for the beginning of the name, and for the clock."""
        return QSize(round(self._rest() + theme.px(56)), theme.px(Height.CONTROL))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the resting border again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the dot, the name and the clock."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        border = theme.color("success" if self.underMouse() else "border")
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("success_soft"), border)
        side = theme.px(_DOT)
        dot = QRectF(theme.px(Space.M), (whole.height() - side) / 2, side, side)
        paint.rounded(painter, dot, side / 2, theme.color("success"))
        clock = self._clock_width()
        left = dot.right() + theme.px(Space.S)
        right = whole.right() - theme.px(Space.M) - clock
        spot = QRectF(left, 0, right - theme.px(Space.M) - left + 1, whole.height())
        paint.words(painter, spot, self.text(), "success", Type.BODY, Weight.SEMIBOLD)
        spot = QRectF(right, 0, clock + 1, whole.height())
        paint.words(painter, spot, self._elapsed, "text2", Type.BODY, Weight.MEDIUM)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _clock_width(self) -> float:
        # Of zeros, so that the chip keeps its width from one second to the next.
        shape = "".join("0" if sign.isdigit() else sign for sign in self._elapsed)
        return paint.width_of(shape, Type.BODY, Weight.MEDIUM)

    def _rest(self) -> float:
        return self._clock_width() + theme.px(3 * Space.M + Space.S + _DOT)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
