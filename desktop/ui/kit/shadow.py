"""The shadow under what lies over a window: overlays and toasts, nothing else."""

from typing import Final

from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from desktop.ui.kit import theme

_BLUR: Final = 32
_DROP: Final = 6


class _Shadow(QGraphicsDropShadowEffect):
    """A soft shadow in the theme's colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBlurRadius(_BLUR)
        self.setOffset(0, _DROP)
        theme.instance().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setColor(theme.color("shadow"))


def lift(widget: QWidget) -> None:
    """Put a shadow under `widget`."""
    widget.setGraphicsEffect(_Shadow(widget))
