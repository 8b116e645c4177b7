"""Oneself, at the foot of the rail: initials, and a dot in the colour of one's presence."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.shell import presence
from desktop.ui.shell.presence import Presence

_SIZE: Final = 36
_DOT: Final = 11
_EDGE: Final = 3


class MeButton(PushButton):
    """Pressed, it opens the menu of presence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._presence = Presence.AVAILABLE
        self._avatar = Avatar("", _SIZE, self)
        self._avatar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dot = _Dot(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        box.addWidget(self._avatar)
        self.set_person("")

    def set_person(self, name: str) -> None:
        """Show who signed in; nobody for ""."""
        self._name = name
        self._avatar.set_person(name)
        self._avatar.setVisible(bool(name))
        self.setEnabled(bool(name))
        self._say()

    def set_presence(self, chosen: Presence) -> None:
        """Show where the person is."""
        self._presence = chosen
        self._say()

    def sizeHint(self) -> QSize:
        """Leave room for the focus around the initials."""
        return QSize(_SIZE + 2 * _EDGE, _SIZE + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Keep one size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the focus alone: the rest is the avatar's."""
        if self.hasFocus():
            painter = paint.painter_on(self)
            whole = QRectF(self.rect())
            paint.rounded(painter, whole, whole.width() / 2, border=theme.color("focus"), width=2)

    def _say(self) -> None:
        told = QCoreApplication.translate("Rail", "{name}, {presence}")
        nobody = QCoreApplication.translate("Rail", "Personne n’est connecté")
        words = presence.words(self._presence)
        name = told.format(name=self._name, presence=words) if self._name else nobody
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._dot.set_token(presence.LOOKS[self._presence][1])
        self._dot.setVisible(bool(self._name))


class _Dot(QWidget):
    """The dot, over the avatar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = "success"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place = _SIZE + _EDGE - _DOT + 1
        self.setGeometry(place, place, _DOT, _DOT)
        paint.follow(self, self.update)

    def set_token(self, token: str) -> None:
        """Take another colour; the words are in the button's name."""
        self._ink = token
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot and the ring that parts it from the avatar."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, whole.width() / 2, theme.color("surface"))
        inner = whole.adjusted(2, 2, -2, -2)
        paint.rounded(painter, inner, inner.width() / 2, theme.color(self._ink))
