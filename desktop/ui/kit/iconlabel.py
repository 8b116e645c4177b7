"""Icons that are no buttons: bare, in a soft tile, or before a few words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.tokens import TONES, Radius, Space


class Glyph(QWidget):
    """A bare icon; what it means stands in words beside it."""

    def __init__(
        self, icon: str, token: str = "text2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_icon(self, icon: str, token: str = "text2") -> None:
        """Show another icon, in another colour."""
        self._icon = icon
        self._token = token
        self.update()

    def sizeHint(self) -> QSize:
        """Grow with the text scale."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        icons.paint(paint.painter_on(self), QRectF(self.rect()), self._icon, self._token)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class Tile(Glyph):
    """An icon in the middle of a soft square, or of a disc when `round_` is asked."""

    def __init__(
        self, icon: str, tone: str = "accent", size: int = 34, *, round_: bool = False
    ) -> None:
        self._round = round_
        self._tone = tone
        super().__init__(icon, TONES[tone][0], size)

    def set_tone(self, icon: str, tone: str) -> None:
        """Show another icon, in another tone."""
        self._tone = tone
        self.set_icon(icon, TONES[tone][0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        radius = whole.height() / 2 if self._round else Radius.CONTROL
        paint.rounded(painter, whole, radius, theme.color(TONES[self._tone][1]))
        margin = whole.height() * 0.26
        inner = whole.adjusted(margin, margin, -margin, -margin)
        icons.paint(painter, inner, self._icon, self._token)


class IconLabel(QWidget):
    """An icon, then words on one line."""

    def __init__(
        self,
        icon: str,
        text: str,
        role: str = "secondary",
        token: str = "text2",
        size: int = 14,
    ) -> None:
        super().__init__()
        self._glyph = Glyph(icon, token, size)
        self._label = ElidedLabel(text, role)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS + 2)
        box.addWidget(self._glyph)
        box.addWidget(self._label, 1)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._label.setText(text)

    def set_icon(self, icon: str, token: str = "text2") -> None:
        """Show another icon."""
        self._glyph.set_icon(icon, token)

    def text(self) -> str:
        """Return the words."""
        return self._label.text()
