"""A push button with an icon, words, and the key that does the same; busy for long, an arc turns in it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.loading import Turning
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_ICON: Final = 16
PATIENCE_MS: Final = 400
"""Busy for no longer than this, nothing moves."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Tokens of a role: ground, border, words, and whether the ground is a filled one."""

    ground: str
    border: str
    ink: str
    filled: bool = False
    weight: int = Weight.SEMIBOLD


_LOOKS: Final = {
    "primary": _Look("accent", "", "on_accent", filled=True),
    "secondary": _Look("surface", "border_strong", "text"),
    "outline": _Look("surface", "border", "text"),
    "ghost": _Look("", "", "text2", weight=Weight.MEDIUM),
    "danger": _Look("surface", "danger", "danger"),
    "soft": _Look("accent_soft", "", "accent"),
    "video": _Look("violet", "", "surface", filled=True),
}
_CHECKED: Final = _Look("accent_soft", "accent", "accent")


class Button(PushButton):
    """`role` is primary, secondary, outline, ghost, danger, soft or video; `key` is a cap's words."""

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        role: str = "secondary",
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = _LOOKS[role]
        self._icon = icon
        self.key = key
        self._busy = False
        self._turning: Turning | None = None
        self.set_text(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_text(self, text: str) -> None:
        """Show, and say, other words."""
        self.setText(text)
        # An ampersand in the words is no Alt key.
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)
        self._fit()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._fit()

    def set_key(self, key: str | None) -> None:
        """Show another key cap, or none."""
        self.key = key
        self._fit()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """While busy the button stays where it is, but cannot be pressed twice.

        Where that lasts, an arc turns in it, in the place of the icon if there is one.
        """
        if busy == self._busy:
            return
        self._busy = busy
        self.setEnabled(not busy)
        self._turning = self._turning or Turning(self)
        if busy:
            self._turning.want_after(PATIENCE_MS)
        else:
            self._turning.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on turning."""
        super().showEvent(event)
        self._fit_turning()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing turns unseen."""
        super().hideEvent(event)
        self._fit_turning()

    def sizeHint(self) -> QSize:
        """Fit icon, words and cap."""
        return QSize(round(self._content() + 2 * self._side() + 0.5), theme.px(Height.CONTROL))

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
        """Paint ground, icon, words, cap and focus."""
        look = _CHECKED if self.isChecked() else self._look
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        border = theme.color(look.border) if look.border else None
        if not self.isEnabled() and border is not None:
            border = theme.color("border")
        paint.rounded(painter, whole, Radius.CONTROL, self._ground(look), border)
        ink = look.ink if self.isEnabled() or self._busy else "text3"
        left = (whole.width() - self._content()) / 2
        side = theme.px(_ICON)
        if self._turning is not None and self._turning.wanted:
            place = left if self._icon else left - side
            self._paint_turning(painter, self._turning, place, theme.color(ink))
        elif self._icon:
            icons.paint(painter, QRectF(left, 0, side, whole.height()), self._icon, ink)
        if self._icon:
            left += side + (theme.px(Space.S) if self.text() else 0)
        width = paint.width_of(self.text(), Type.BODY, self._look.weight)
        spot = QRectF(left, 0, width + 1, whole.height())
        paint.words(painter, spot, self.text(), ink, Type.BODY, self._look.weight)
        if self.key:
            cap = QRectF(
                spot.right() + theme.px(Space.S), 0, paint.cap_width(self.key), whole.height()
            )
            paint.key_cap(painter, cap, self.key, ink if look.filled else "")
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _fit_turning(self) -> None:
        if self._turning is not None:
            self._turning.fit()

    def _paint_turning(self, painter: QPainter, turning: Turning, left: float, ink: QColor) -> None:
        side = theme.px(_ICON)
        groove = QColor(ink)
        groove.setAlphaF(0.3)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        turning.paint(painter, box, groove, ink)

    def _ground(self, look: _Look) -> QColor | None:
        if not self.isEnabled() and not self._busy:
            return theme.color("sunken") if look.ground else None
        if not look.ground:
            return theme.color("sunken") if self.underMouse() or self.isDown() else None
        ground = theme.color(look.ground)
        if self.isDown() or self.underMouse():
            step = 112 if self.isDown() else 106
            return ground.lighter(step) if theme.is_dark() else ground.darker(step)
        return ground

    def _content(self) -> float:
        width = paint.width_of(self.text(), Type.BODY, self._look.weight)
        if self._icon:
            width += theme.px(_ICON) + (theme.px(Space.S) if self.text() else 0)
        if self.key:
            width += theme.px(Space.S) + paint.cap_width(self.key)
        return width

    def _side(self) -> int:
        return theme.px(Space.M)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
