"""Something to verify, with a box to tick."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import Height, Radius, Space, Type

_BOX: Final = 16
_TALL: Final = 10_000
_WRAPPED: Final = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
)


class CheckRow(QCheckBox):
    """A tick box whose words wrap."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        paint.follow(self, self._fit)

    def hitButton(self, spot: QPoint) -> bool:
        """Answer a click on the words too."""
        return self.rect().contains(spot)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words set in `width`."""
        room = QRect(0, 0, max(width - self._left() - Space.XS, 1), _TALL)
        metrics = QFontMetrics(theme.font(Type.BODY))
        height = metrics.boundingRect(room, _WRAPPED, self.text()).height() + Space.S
        return max(height, theme.px(Height.TARGET))

    def sizeHint(self) -> QSize:
        """Prefer a comfortable width."""
        return QSize(theme.px(240), self.heightForWidth(theme.px(240)))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow row: its words wrap."""
        return QSize(theme.px(120), theme.px(Height.TARGET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the height that the new width asks for."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick, and the words."""
        painter = paint.painter_on(self)
        ticked = self.isChecked()
        box = QRectF(Space.XS, 0, theme.px(_BOX), theme.px(_BOX))
        box.moveTop((self.height() - box.height()) / 2)
        ground = theme.color("accent" if ticked else "surface")
        line = theme.color("accent" if ticked else "border_strong")
        paint.rounded(painter, box, Radius.KEY - 2, ground, line, 1.5)
        if ticked:
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.color("text2" if ticked else "text"))
        room = QRect(self._left(), 0, self.width() - self._left() - Space.XS, self.height())
        painter.drawText(room, _WRAPPED, self.text())
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), Radius.KEY)

    def _left(self) -> int:
        return Space.XS + theme.px(_BOX) + Space.S

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
