"""A pill of a few words in a tone, with an icon where colour would otherwise be alone."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import TONES, Space, Type, Weight

_HEIGHT: Final = 20
_ICON: Final = 12


class Chip(QLabel):
    """A short fact about its neighbour; `tone` is a key of TONES."""

    def __init__(
        self,
        text: str,
        tone: str = "neutral",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._fit()

    def set_tone(self, tone: str, icon: str | None = None) -> None:
        """Change the tone, and with it the icon."""
        self._tone = tone
        self._icon = icon
        self._fit()

    def sizeHint(self) -> QSize:
        """Fit the words and the icon."""
        words = paint.width_of(self.text(), Type.CAPTION, Weight.SEMIBOLD)
        width = words + 2 * self._side() + (self._icon_room() if self._icon else 0)
        return QSize(round(width + 0.5), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        ink, ground = TONES[self._tone]
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, whole.height() / 2, theme.color(ground))
        inner = whole.adjusted(self._side(), 0, -self._side() + 1, 0)
        if self._icon:
            side = theme.px(_ICON)
            spot = QRectF(inner.left() - 1, 0, side, whole.height())
            icons.paint(painter, spot, self._icon, ink)
            inner.setLeft(inner.left() + self._icon_room())
        paint.words(painter, inner, self.text(), ink, Type.CAPTION, Weight.SEMIBOLD)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return theme.px(Space.S)

    def _icon_room(self) -> int:
        return theme.px(_ICON + Space.XS)
