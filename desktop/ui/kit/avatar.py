"""A person's initials on a colour of their own."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import AVATARS, ON_AVATAR, Weight


def initials_of(name: str) -> str:
    """Return the first letters of the first and last words of `name`, in capitals."""
    pieces = [piece for piece in name.replace("-", " ").split() if piece[0].isalnum()]
    if not pieces:
        return "?"
    ends = pieces if len(pieces) == 1 else [pieces[0], pieces[-1]]
    return "".join(piece[0] for piece in ends).upper()


class Avatar(QWidget):
    """A round of `size` pixels; the colour always follows the same words."""

    def __init__(self, initials: str, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self._seed = initials
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.update)

    def set_person(self, name: str) -> None:
        """Show the initials of `name`, on the colour that `name` gives."""
        self._initials = initials_of(name)
        self._seed = name
        self.update()

    def sizeHint(self) -> QSize:
        """Keep the round's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the round and the letters."""
        light, dark = AVATARS[crc32(self._seed.encode()) % len(AVATARS)]
        whole = QRectF(self.rect())
        shade = QLinearGradient(whole.topLeft(), whole.bottomRight())
        shade.setColorAt(0, QColor(light))
        shade.setColorAt(1, QColor(dark))
        painter = paint.painter_on(self)
        paint.rounded(painter, whole, self._size / 2, QBrush(shade))
        font = theme.font(weight=Weight.SEMIBOLD)
        font.setPixelSize(round(self._size * 0.38))
        painter.setFont(font)
        painter.setPen(QColor(ON_AVATAR))
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), self._initials)
