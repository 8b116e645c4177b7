"""A card that its digit picks: a figure, a title, and a line below."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_BADGE: Final = 24
_TICK: Final = 16
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
_TALL: Final = 10_000


class NumberedCard(PushButton):
    """`figure` 0 shows none; a chosen card is ticked as well as coloured."""

    def __init__(self, figure: int, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._figure = figure
        self._note = note
        self._chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{figure}. {title}" if figure else title)
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        paint.follow(self, self._fit)

    @property
    def chosen(self) -> bool:
        """Whether the card shows as chosen."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show it as chosen, or not."""
        self._chosen = chosen
        self.setCheckable(True)
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:
        """A click alone ticks nothing: what is chosen comes from `set_chosen`."""

    def set_note(self, note: str) -> None:
        """Say something else below the title."""
        self._note = note
        self.setAccessibleDescription(note)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and note, set in `width`."""
        title, note = self._heights(self._room(width))
        least = theme.px(_BADGE) + 2 * Space.M
        return max(title + note + 2 * Space.S + 2, least)

    def sizeHint(self) -> QSize:
        """Prefer a comfortable width."""
        return QSize(theme.px(280), self.heightForWidth(theme.px(280)))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow card: its words wrap."""
        return QSize(theme.px(180), theme.px(_BADGE) + 2 * Space.M)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the height that the new width asks for."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        self._ground(painter, whole)
        badge = QRectF(Space.M, 0, theme.px(_BADGE), theme.px(_BADGE))
        badge.moveTop((whole.height() - badge.height()) / 2)
        if self._figure:
            self._badge(painter, badge)
        if self._chosen:
            side = theme.px(_TICK)
            spot = QRectF(whole.right() - Space.M - side, 0, side, whole.height())
            icons.paint(painter, spot, "check", "accent")
        self._words(painter)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _ground(self, painter: QPainter, whole: QRectF) -> None:
        if self._chosen:
            ground, line, width = "accent_soft", "accent", 1.5
        else:
            ground, line, width = ("sunken" if self.underMouse() else "surface"), "border", 1.0
        paint.rounded(painter, whole, Radius.CONTROL, theme.color(ground), theme.color(line), width)

    def _badge(self, painter: QPainter, badge: QRectF) -> None:
        ground, ink = ("accent", "on_accent") if self._chosen else ("sunken", "text2")
        paint.rounded(painter, badge, Radius.KEY, theme.color(ground))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, badge, str(self._figure), ink, Type.SECONDARY, Weight.SEMIBOLD, middle)

    def _words(self, painter: QPainter) -> None:
        room = self._room(self.width())
        title, note = self._heights(room)
        # Beside a taller neighbour the titles of a row still stand on one line.
        top = min((self.height() - title - note) // 2, Space.M)
        spot = QRect(self._left(), top, room, title)
        painter.setFont(theme.font(Type.BODY, Weight.SEMIBOLD))
        painter.setPen(theme.color("text"))
        painter.drawText(spot, _WRAPPED, self.text())
        painter.setFont(theme.font(Type.SECONDARY))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(self._left(), top + title, room, note), _WRAPPED, self._note)

    def _left(self) -> int:
        return Space.M + (theme.px(_BADGE) + Space.S + 2 if self._figure else 0)

    def _room(self, width: int) -> int:
        return max(width - self._left() - theme.px(_TICK) - Space.S - Space.M, 1)

    def _heights(self, room: int) -> tuple[int, int]:
        box = QRect(0, 0, room, _TALL)
        title = QFontMetrics(theme.font(Type.BODY, Weight.SEMIBOLD))
        note = QFontMetrics(theme.font(Type.SECONDARY))
        below = note.boundingRect(box, _WRAPPED, self._note).height() if self._note else 0
        return title.boundingRect(box, _WRAPPED, self.text()).height() + 2, below

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
