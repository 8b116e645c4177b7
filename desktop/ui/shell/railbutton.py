"""A page's button on the rail: icon over a word, with a figure when something waits there."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_WIDTH: Final = 64
_HEIGHT: Final = 50
_ICON: Final = 20
_BADGE: Final = 15


class RailButton(QPushButton):
    """Checked while its page is shown."""

    def __init__(self, icon: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._icon = icon
        self._badge = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        paint.follow(self, self._fit)

    def set_badge(self, count: int) -> None:
        """Show how many things wait on the page; none for 0."""
        self._badge = count
        words = QCoreApplication.translate("Rail", "{label}, {count} en attente")
        label = self.text()
        self.setAccessibleName(words.format(label=label, count=count) if count else label)
        self.update()

    def badge(self) -> int:
        """Return the figure shown, 0 for none."""
        return self._badge

    def sizeHint(self) -> QSize:
        """Take the rail's width, or the label's where it is wider."""
        words = paint.width_of(self.text(), Type.CAPTION, Weight.SEMIBOLD)
        return QSize(
            max(theme.px(_WIDTH), round(words) + 2 * theme.px(Space.XS)), theme.px(_HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Never cut the label."""
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
        """Paint ground, icon, word and figure."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        shown = self.isChecked()
        if shown or (self.underMouse() and self.isEnabled()):
            ground = theme.color("accent_soft" if shown else "sunken")
            paint.rounded(painter, whole, Radius.BLOCK, ground)
        ink = "accent" if shown else "text2" if self.isEnabled() else "text3"
        side, line = theme.px(_ICON), theme.px(Type.CAPTION + Space.XS)
        top = (whole.height() - side - line - 2) / 2
        icons.paint(painter, QRectF(0, top, whole.width(), side), self._icon, ink)
        spot = QRectF(0, top + side + 2, whole.width(), line)
        weight = Weight.SEMIBOLD if shown else Weight.MEDIUM
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, spot, self.text(), ink, Type.CAPTION, weight, middle)
        if self._badge:
            self._paint_badge(painter, whole.center().x() + side * 0.3, top - 3)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.BLOCK)

    def _paint_badge(self, painter: QPainter, left: float, top: float) -> None:
        figure = str(self._badge) if self._badge < 100 else "99+"
        height = theme.px(_BADGE)
        words = paint.width_of(figure, Type.CAPTION - 1, Weight.BOLD) + theme.px(7)
        pill = QRectF(left, max(top, 1), max(words, height), height)
        edge = pill.adjusted(-1.5, -1.5, 1.5, 1.5)
        ground = "accent_soft" if self.isChecked() else "surface"
        paint.rounded(painter, edge, edge.height() / 2, theme.color(ground))
        paint.rounded(painter, pill, height / 2, theme.color("accent"))
        middle = Qt.AlignmentFlag.AlignHCenter
        size, weight = Type.CAPTION - 1, Weight.BOLD
        paint.words(painter, pill, figure, "on_accent", size, weight, middle)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
