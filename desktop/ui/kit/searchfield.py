"""A search field: magnifier before, the keys that lead to it after."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space

_ICON: Final = 16


class SearchField(TextField):
    """`keys` are caps' words, shown until something is written."""

    def __init__(
        self, name: str, hint: str = "", keys: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        self._caps = tuple(keys)
        super().__init__(name, hint, parent)
        self.setProperty("role", "search")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the magnifier and the caps."""
        super().paintEvent(event)
        painter = paint.painter_on(self)
        side = theme.px(_ICON)
        icons.paint(painter, QRectF(Space.M - 2, 0, side, self.height()), "search", "text3")
        if self.text():
            return
        right = self.width() - float(Space.S)
        for cap in reversed(self._caps):
            width = paint.cap_width(cap)
            paint.key_cap(painter, QRectF(right - width, 0, width, self.height()), cap)
            right -= width + Space.XS

    def _fit(self) -> None:
        super()._fit()
        caps = sum(round(paint.cap_width(cap)) + Space.XS for cap in self._caps)
        self.setTextMargins(theme.px(_ICON) + Space.S, 0, caps, 0)
