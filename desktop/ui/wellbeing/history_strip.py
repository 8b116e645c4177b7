"""Mood, energy and load, one line each over the same days or weeks; arrows go from dot to dot."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.own_history import Stretch
from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.spark import smooth
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_LANE: Final = 50
_NAMES: Final = 96
_FOOT: Final = 24
_DOT: Final = 4.0
_LOW, _HIGH = 1.0, 5.0
_OFF: Final = 3
"""Days in a row on which nobody is asked how they are: a weekend and a holiday."""

LANES: Final = (("mood", "success"), ("energy", "accent"), ("load", "warning"))


class HistoryStrip(QWidget):
    """`picked` gives the first day of what was pointed at, `stepped` -1 or 1."""

    picked = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: tuple[Stretch, ...] = ()
        self._chosen: date | None = None
        self.setAccessibleName(
            QCoreApplication.translate("History", "Humeur, énergie et charge, au fil du temps")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.updateGeometry)

    def show_stretches(self, stretches: Sequence[Stretch], chosen: date | None, told: str) -> None:
        """Show others, `told` being what the chosen one says in words."""
        self._stretches, self._chosen = tuple(stretches), chosen
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Three lanes and the days under them."""
        return QSize(600, 3 * theme.px(_LANE) + theme.px(_FOOT) + Space.S)

    def minimumSizeHint(self) -> QSize:
        """Give way in width alone."""
        return QSize(280, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the one before, or after, that has something to tell; to the first, or the last."""
        told = [one.first for one in self._stretches if one.items]
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Home | Qt.Key.Key_End if told:
                self.picked.emit(told[0] if event.key() == Qt.Key.Key_Home else told[-1])
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at what was pointed at, if it has something to tell."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self._stretches:
            return
        box = self._box()
        place = int((event.position().x() - box.left()) // self._step(box))
        if 0 <= place < len(self._stretches) and self._stretches[place].items:
            self.picked.emit(self._stretches[place].first)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chosen column, the lanes and the days."""
        painter = paint.painter_on(self)
        box = self._box()
        for place, one in enumerate(self._stretches):
            if one.first == self._chosen:
                left = box.left() + place * self._step(box)
                column = QRectF(left, box.top(), self._step(box), box.height())
                paint.rounded(painter, column, Radius.KEY, theme.color("accent_soft"))
        for lane, (scale, token) in enumerate(LANES):
            top = box.top() + lane * theme.px(_LANE)
            self._lane(painter, QRectF(box.left(), top, box.width(), theme.px(_LANE)), scale, token)
        self._days(painter, box)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), Radius.KEY)

    def _lane(self, painter: QPainter, lane: QRectF, scale: str, token: str) -> None:
        middle = round(lane.center().y()) + 0.5
        painter.setPen(QPen(theme.color("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(lane.left(), middle), QPointF(lane.right(), middle))
        name = QRectF(Space.S, lane.top(), lane.left() - 2 * Space.S, lane.height())
        paint.words(painter, name, name_of(scale), "text2", Type.SECONDARY, Weight.MEDIUM)
        for run in self._runs(lane, scale):
            painter.strokePath(smooth(run), QPen(theme.color(token), 2))
            painter.setPen(QPen(theme.color("surface"), 1.5))
            painter.setBrush(theme.color(token))
            for dot in run:
                painter.drawEllipse(dot, _DOT, _DOT)

    def _runs(self, lane: QRectF, scale: str) -> list[list[QPointF]]:
        """Points that follow each other: a line is broken where a week, or more days than are off, are silent."""
        by_day = _apart(self._stretches) == 1
        runs: list[list[QPointF]] = [[]]
        room = lane.adjusted(0, theme.px(Space.M), 0, -theme.px(Space.M))
        silent = 0
        for place, one in enumerate(self._stretches):
            value = getattr(one, scale)
            if value is None:
                silent += 1
                continue
            if silent > (_OFF if by_day else 0):
                runs.append([])
            silent = 0
            x = lane.left() + (place + 0.5) * self._step(lane)
            share = (value - _LOW) / (_HIGH - _LOW)
            runs[-1].append(QPointF(x, room.bottom() - room.height() * share))
        return [run for run in runs if run]

    def _days(self, painter: QPainter, box: QRectF) -> None:
        step = self._step(box)
        labels = [dates.day_month(one.first) for one in self._stretches]
        widest = max((paint.width_of(one, Type.CAPTION) for one in labels), default=0.0)
        every = max(1, -int(-(widest + Space.M) // step))
        middle = Qt.AlignmentFlag.AlignHCenter
        for place, words in enumerate(labels):
            if (len(labels) - 1 - place) % every == 0:
                spot = QRectF(
                    box.left() + (place + 0.5) * step - widest / 2 - 2, box.bottom(), 0, 0
                )
                spot.setWidth(widest + 4)
                spot.setHeight(theme.px(_FOOT))
                spot.moveRight(min(spot.right(), self.width() - Space.XS))
                paint.words(painter, spot, words, "text3", Type.CAPTION, align=middle)

    def _box(self) -> QRectF:
        left = theme.px(_NAMES)
        return QRectF(left, Space.XS, self.width() - left - Space.S, 3 * theme.px(_LANE))

    def _step(self, box: QRectF) -> float:
        return box.width() / max(1, len(self._stretches))


def _apart(stretches: Sequence[Stretch]) -> int:
    """Days from one to the next."""
    return (stretches[1].first - stretches[0].first).days if len(stretches) > 1 else 1


def name_of(scale: str) -> str:
    """A scale in a word."""
    match scale:
        case "mood":
            return QCoreApplication.translate("Wellbeing", "Humeur")
        case "energy":
            return QCoreApplication.translate("Wellbeing", "Énergie")
        case _:
            return QCoreApplication.translate("History", "Charge")
