"""Strokes that several widgets share: rounded grounds, focus rings, key caps, tinted words."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import fonts, theme
from desktop.ui.kit.tokens import Radius, Type, Weight

CAP_HEIGHT: Final = 18
_LINE: Final = 400


def painter_on(widget: QWidget) -> QPainter:
    """Return a painter on `widget`, antialiased, without pen or brush."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return painter


def follow(_widget: QWidget, fit: Callable[[], None]) -> None:
    """Call `fit`, a method of the widget, now and whenever the theme changes."""
    theme.instance().changed.connect(fit)
    fit()


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | QBrush | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded ground whose border, if any, lies wholly inside `rect`."""
    inset = width / 2 if border is not None else 0.0
    painter.setPen(QPen(border, width) if border is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius - inset, radius - inset)


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Paint the focus: two pixels of the focus colour, then a gap, so that it shows on any ground."""
    gap = rect.adjusted(2, 2, -2, -2)
    rounded(painter, gap, radius - 2, border=theme.color("surface"))
    rounded(painter, rect, radius, border=theme.color("focus"), width=2)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    token: str,
    size: int = Type.BODY,
    weight: int = Weight.REGULAR,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint one line of `text`, centred in height, cut with an ellipsis when it is too long."""
    text = one_line(text)
    painter.setFont(fonts.align_figures(theme.font(size, weight), text))
    painter.setPen(theme.color(token))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)


def one_line(text: str) -> str:
    """Return the beginning of `text` as one line: more than a line's worth is never measured."""
    return text[:_LINE].replace("\n", " ")


def width_of(text: str, size: int = Type.BODY, weight: int = Weight.REGULAR) -> float:
    """Return the width of `text` on one line, in logical pixels at the scale in force."""
    font = fonts.align_figures(theme.font(size, weight), text)
    return QFontMetricsF(font).horizontalAdvance(text)


def cap_width(text: str) -> float:
    """Return the width of a key cap that reads `text`."""
    return max(
        width_of(text, Type.CAPTION, Weight.SEMIBOLD) + 2 * theme.px(6), theme.px(CAP_HEIGHT)
    )


def key_cap(painter: QPainter, rect: QRectF, text: str, ink: str = "") -> None:
    """Paint a key cap in the middle of `rect`; with `ink`, in outline on a filled ground."""
    cap = QRectF(0, 0, cap_width(text), theme.px(CAP_HEIGHT))
    cap.moveCenter(rect.center())
    cap.moveTo(QPointF(round(cap.x()), round(cap.y())))
    if ink:
        rounded(painter, cap, Radius.KEY - 2, border=theme.color(ink))
    else:
        ground, line = theme.color("surface2"), theme.color("border")
        rounded(painter, cap, Radius.KEY - 2, ground, line)
    middle = Qt.AlignmentFlag.AlignHCenter
    words(painter, cap, text, ink or "text2", Type.CAPTION, Weight.SEMIBOLD, middle)
