"""A square button that shows an icon alone: its name is read aloud and in its tooltip."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.tokens import Height, Type, Weight

_BADGE: Final = 15


class IconButton(Button):
    """`name` says what it does; `size` is its side in pixels."""

    def __init__(
        self,
        icon: str,
        name: str,
        role: str = "ghost",
        size: int = Height.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        self._side_length = size
        self._badge = 0
        super().__init__("", icon, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say something else."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_badge(self, count: int) -> None:
        """Show a figure at the corner; none for 0."""
        self._badge = count
        self.update()

    def sizeHint(self) -> QSize:
        """Stay square."""
        return QSize(theme.px(self._side_length), theme.px(self._side_length))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the figure."""
        super().paintEvent(event)
        if not self._badge:
            return
        painter = paint.painter_on(self)
        height = theme.px(_BADGE)
        figure = str(self._badge)
        width = max(paint.width_of(figure, Type.CAPTION, Weight.SEMIBOLD) + theme.px(6), height)
        pill = QRectF(QPointF(self.width() - width, 0), QPointF(self.width(), height))
        paint.rounded(painter, pill, height / 2, theme.color("accent"))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, pill, figure, "on_accent", Type.CAPTION, Weight.SEMIBOLD, middle)
