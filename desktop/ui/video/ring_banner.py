"""Somebody rings: a violet banner over the window, that takes no keyboard from who is typing."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from desktop.domain.video.ringing import PATIENCE, Invited, Ring
from desktop.ui.kit import boxes, dates, paint, shadow, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.keys import key_symbol, key_text
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Radius, Space
from desktop.ui.video import words
from desktop.ui.video.rings_viewmodel import RingsViewModel

TAKE: Final = "Ctrl+F9"
"""Never F9 alone: that key is for the customer in front, who may be on the line already."""
_TOP: Final = 12
_WIDTH: Final = 700


class RingBanner(QFrame):
    """Lies over the top of `window`. Its buttons are for the mouse; the keys are actions."""

    def __init__(self, window: QWidget, rings: RingsViewModel) -> None:
        super().__init__(window)
        self._window = window
        self._rings = rings
        self._said: object = None
        self.tile = Tile("bell-ring", "violet", 40, round_=True)
        self.title = ElidedLabel("", "heading")
        self.who = ElidedLabel("", "secondary")
        self.unproven = Text(_unproven(), "caption")
        self.seconds = Text("", "secondary", "violet")
        self.more = Text("", "caption")
        self.take = Button("", "video", "video", key_symbol(TAKE))
        self.leave = Button(QCoreApplication.translate("VideoRing", "Pas maintenant"), role="ghost")
        for button, verb in ((self.take, rings.take), (self.leave, rings.dismiss)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(verb)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._lay_out()
        window.installEventFilter(self)
        rings.changed.connect(self._show)
        self.hide()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the window's top."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground in violet's soft tone, with a border of it."""
        painter = paint.painter_on(self)
        inner = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        shadow.under(painter, inner, Radius.CARD)
        ground, line = theme.color("surface"), theme.color("violet")
        paint.rounded(painter, inner, Radius.CARD, ground, line, 2)

    def _show(self) -> None:
        ring, invited = self._rings.state.ring, self._rings.state.invitation
        shown = ring or invited
        if shown is None:
            self._second.stop()
            self._said = None
            self.hide()
            return
        busy = bool(self._rings.state.taking)
        if ring is not None:
            self._show_ring(ring)
        elif invited is not None:
            self._show_invited(invited)
        self.take.set_busy(busy)
        waiting = len(self._rings.state.rings) - 1 if ring is not None else 0
        self.more.setText(_more(waiting) if waiting > 0 else "")
        self.more.setVisible(waiting > 0)
        self._tick()
        self.show()
        self._place()
        self._second.start()
        said = ring.press if ring is not None else invited.call if invited is not None else ""
        if said != self._said:
            self._said = said
            QApplication.beep()
            announce(self._window, self.words())

    def words(self) -> str:
        """Return what it says, with the key that takes it."""
        told = (self.title.text(), self.who.text(), f"{self.take.text()}\u00a0: {key_text(TAKE)}")
        return ". ".join(part for part in told if part)

    def _show_ring(self, ring: Ring) -> None:
        title = QCoreApplication.translate("VideoRing", "Un client appelle\u00a0: {place}")
        self.title.setText(title.format(place=ring.title or ring.place))
        self.who.setText(words.said_of(ring.caller))
        self.unproven.setVisible(bool(ring.caller.name or ring.caller.number))
        self.take.set_text(QCoreApplication.translate("VideoRing", "Répondre"))
        self.tile.set_tone("bell-ring", "violet")

    def _show_invited(self, invited: Invited) -> None:
        title = QCoreApplication.translate("VideoRing", "{name} vous demande en vidéo")
        self.title.setText(title.format(name=invited.asker))
        self.who.setText(QCoreApplication.translate("VideoRing", "Un client est déjà en ligne."))
        self.unproven.hide()
        self.take.set_text(QCoreApplication.translate("VideoRing", "Rejoindre"))
        self.tile.set_tone("users", "violet")

    def _tick(self) -> None:
        ring = self._rings.state.ring
        self.seconds.setVisible(ring is not None)
        if ring is not None:
            seconds = min(self._rings.seconds(ring), int(PATIENCE.total_seconds()))
            told = QCoreApplication.translate("VideoRing", "depuis {span}")
            self.seconds.setText(told.format(span=dates.span(seconds)))

    def _place(self) -> None:
        width = min(theme.px(_WIDTH), self._window.width() - 2 * Space.L) + 2 * _EDGE
        height = self.sizeHint().height()
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)
        self.raise_()

    def _lay_out(self) -> None:
        last = boxes.row(self.seconds, self.more, self.unproven, None, spacing=Space.M)
        box = QHBoxLayout(self)
        margin = Space.M + _EDGE
        box.setContentsMargins(margin, margin, margin, margin)
        box.setSpacing(Space.M)
        box.addWidget(self.tile)
        box.addLayout(boxes.column(self.title, self.who, last, spacing=2), 1)
        box.addWidget(self.leave)
        box.addWidget(self.take)
        paint.follow(self, self.update)


_EDGE: Final = 18
"""Room for the shadow around."""


def _unproven() -> str:
    return QCoreApplication.translate("VideoRing", "dit par le client, non vérifié")


def _more(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("VideoRing", "1 autre attend")
    return QCoreApplication.translate("VideoRing", "{n} autres attendent").format(n=count)
