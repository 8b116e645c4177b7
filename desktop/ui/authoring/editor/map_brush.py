"""Paints the map of a guide's branches: discs in one column, ways around them."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.authoring.editor.map_plan import Link, Node, Plan
from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

ROW: Final = 30
_DISC: Final = 20
_LANE: Final = 9
_ICON: Final = 14
_HEAD: Final = 4


class MapBrush:
    """One painting of a plan; `here` is the row in front, `wrong` the ids of steps to mend."""

    def __init__(self, painter: QPainter, plan: Plan, here: int, wrong: Collection[str]) -> None:
        self._painter = painter
        self._plan = plan
        self._here = here
        self._wrong = wrong

    def ground(self, width: float, *, focused: bool) -> None:
        """Paint the row in front."""
        if 0 <= self._here < len(self._plan.nodes):
            row = QRectF(0, self._here * theme.px(ROW), width, theme.px(ROW))
            paint.rounded(self._painter, row, Radius.CONTROL, theme.color("accent_soft"))
            if focused:
                paint.focus_ring(self._painter, row, Radius.CONTROL)

    def link(self, link: Link) -> None:
        """Paint a way; those that leave the step in front in the accent's colour."""
        painter, mine = self._painter, link.origin == self._here
        ink = theme.color("accent" if mine else "border_strong")
        painter.setPen(QPen(ink, 2 if mine else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start, end = self._middle(link.origin), self._middle(link.target)
        half = theme.px(_DISC) / 2
        if not link.lane:
            tip = end - QPointF(0, half + 1)
            painter.drawLine(start + QPointF(0, half), tip)
            self._head(tip, QPointF(0, 1), ink)
            return
        side = 1 if link.downward else -1
        lane = start.x() + side * (half + link.lane * theme.px(_LANE))
        apart = 3 if link.origin != link.target else half * 0.6
        first = start + QPointF(side * half * 0.9, apart)
        last = end + QPointF(side * (half + 1), -apart)
        path = QPainterPath(first)
        turn = min(theme.px(_LANE), abs(last.y() - first.y()) / 2)
        way = 1 if last.y() > first.y() else -1
        path.quadTo(QPointF(lane, first.y()), QPointF(lane, first.y() + way * turn))
        path.lineTo(QPointF(lane, last.y() - way * turn))
        path.quadTo(QPointF(lane, last.y()), last)
        painter.drawPath(path)
        self._head(last, QPointF(-side, 0), ink)

    def _head(self, tip: QPointF, toward: QPointF, ink: QColor) -> None:
        size = theme.px(_HEAD)
        back = tip - toward * size
        across = QPointF(toward.y(), toward.x()) * size * 0.8
        path = QPainterPath(tip)
        path.lineTo(back + across)
        path.lineTo(back - across)
        path.closeSubpath()
        self._painter.fillPath(path, ink)

    def node(self, row: int, node: Node, width: float) -> None:
        """Paint a step over the ways: its number, its title, its marks."""
        painter = self._painter
        disc = self._disc(row, node)
        here = row == self._here
        left = disc.right() + self._plan.right * theme.px(_LANE) + theme.px(Space.M)
        spot = QRectF(left, disc.center().y() - theme.px(ROW) / 2, 0, theme.px(ROW))
        spot.setRight(width - theme.px(Space.S))
        spot = self._marks(spot, node)
        weight = Weight.SEMIBOLD if here else Weight.MEDIUM
        token = "text" if here else "text2" if node.reached else "text3"
        paint.words(painter, spot, step_title(node.title), token, Type.SECONDARY, weight)

    def _disc(self, row: int, node: Node) -> QRectF:
        painter = self._painter
        disc = QRectF(0, 0, theme.px(_DISC), theme.px(_DISC))
        disc.moveCenter(self._middle(row))
        here, wrong = row == self._here, node.id in self._wrong
        line = "danger" if wrong else "accent" if here else "border_strong"
        ground = theme.color("accent" if here and not wrong else "surface")
        paint.rounded(painter, disc, disc.width() / 2, ground)
        pen = QPen(theme.color(line), 1.5)
        if not node.reached:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        ink = "danger" if wrong else "on_accent" if here else "text2"
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, disc, str(row + 1), ink, Type.CAPTION, Weight.SEMIBOLD, middle)
        return disc

    def _marks(self, spot: QRectF, node: Node) -> QRectF:
        """Paint what stands at a row's end, and return the room left for the title."""
        shown = [("flag", "text3")] if node.end else []
        if node.law:
            shown.insert(0, ("scale", "info"))
        if node.id in self._wrong:
            shown.append(("circle-alert", "danger"))
        side = theme.px(_ICON)
        for icon, token in reversed(shown):
            mark = QRectF(spot.right() - side, spot.top(), side, spot.height())
            icons.paint(self._painter, mark, icon, token)
            spot.setRight(mark.left() - theme.px(Space.XS))
        return spot

    def _middle(self, row: int) -> QPointF:
        x = theme.px(Space.S) + self._plan.left * theme.px(_LANE) + theme.px(_DISC) / 2
        return QPointF(x, (row + 0.5) * theme.px(ROW))
