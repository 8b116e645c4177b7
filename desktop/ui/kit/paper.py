"""Paper: headings, paragraphs, pictures and tables laid down page after page, as text that can be chosen."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from desktop.ui.kit import fonts, theme
from desktop.ui.kit.charts.canvas import smooth
from desktop.ui.kit.tokens import Space, Type, Weight

DPI: Final = 96
"""What a logical pixel is on paper."""
_SHARP: Final = 1200
_MARGIN: Final = 48
_FOOT: Final = 28
_PAD: Final = 4
_AT_ONCE: Final = 25
"""Rows of a table."""

Paint = Callable[[QPainter, QRectF], None]


class Paper:
    """Lays down on `writer` from top to bottom; `close` ends the document.

    The caller lends the light palette: paper is white.
    """

    def __init__(self, writer: QPdfWriter, title: str, *, landscape: bool = False) -> None:
        writer.setTitle(title)
        writer.setCreator("Vis-à-Vis")
        writer.setResolution(_SHARP)
        turned = (
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        )
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF(0, 0, 0, 0))
        )
        self._writer = writer
        self._title = title
        self._painter = QPainter(writer)
        smooth(self._painter)
        self._painter.scale(_SHARP / DPI, _SHARP / DPI)
        self._size = QSizeF(writer.width(), writer.height()) * (DPI / _SHARP)
        self._y: float = _MARGIN
        self.pages = 1
        self._foot()

    @property
    def width(self) -> float:
        """Width between the margins, in logical pixels."""
        return self._size.width() - 2 * _MARGIN

    @property
    def room(self) -> float:
        """Height that is left on the page."""
        return self._size.height() - _MARGIN - _FOOT - self._y

    def heading(self, text: str, size: int = Type.SECTION) -> None:
        """Lay down a heading that stays with what follows it."""
        self.space(Space.L)
        self._need(6 * size)
        self._flow(text, fonts.make(size, Weight.SEMIBOLD), "text")
        self.space(Space.S)

    def paragraph(self, text: str, token: str = "text2") -> None:
        """Lay down words, over several pages if need be."""
        for line in text.split("\n"):
            self._flow(line, fonts.make(Type.BODY, Weight.REGULAR), token)
        self.space(Space.S)

    def picture(self, size: QSizeF, paint: Paint) -> None:
        """Lay down a picture, scaled to the page's width, and to its height at most."""
        full = self._size.height() - 2 * _MARGIN - _FOOT
        ratio = min(self.width / size.width(), full / size.height(), 1.0)
        self._need(size.height() * ratio)
        self._painter.save()
        self._painter.translate(_MARGIN, self._y)
        self._painter.scale(ratio, ratio)
        smooth(self._painter)
        paint(self._painter, QRectF(QPointF(0, 0), size))
        self._painter.restore()
        self._y += size.height() * ratio
        self.space(Space.M)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[None]:
        """Lay down a table, a few rows a step; its header stands again on each page."""
        wanted = [_widest([max(name.split() or [""], key=len)]) for name in columns]
        for first in range(0, len(rows), _AT_ONCE):
            cells = zip(*rows[first : first + _AT_ONCE], strict=True)
            wanted = [max(one, _widest(each)) for one, each in zip(wanted, cells, strict=True)]
            yield
        widths = self._widths(wanted)
        strong = fonts.make(Type.CAPTION, Weight.SEMIBOLD)
        plain = fonts.make(Type.CAPTION, Weight.REGULAR)
        head = self._row(columns, widths, strong)
        self._need(_height(head) + 3 * Type.CAPTION)
        self._draw(head, widths, "text2")
        for place, row in enumerate(rows, 1):
            laid = self._row(row, widths, plain)
            if _height(laid) > self.room:
                self._turn()
                self._draw(head, widths, "text2")
            self._draw(laid, widths, "text")
            if place % _AT_ONCE == 0:
                yield
        self.space(Space.M)

    def space(self, height: float) -> None:
        """Leave some room, but none at the top of a page."""
        if self._y > _MARGIN:
            self._y += height

    def close(self) -> None:
        """End the document."""
        self._painter.end()

    def _need(self, height: float) -> None:
        if height > self.room and self._y > _MARGIN:
            self._turn()

    def _turn(self) -> None:
        self._writer.newPage()
        self.pages += 1
        self._y = _MARGIN
        self._foot()

    def _foot(self) -> None:
        words = QCoreApplication.translate("Paper", "{title} · page {page}")
        layout = _laid(
            words.format(title=self._title, page=self.pages),
            fonts.make(Type.CAPTION, Weight.REGULAR),
            self.width,
        )
        self._painter.setPen(theme.color("text3"))
        layout.draw(self._painter, QPointF(_MARGIN, self._size.height() - _MARGIN))

    def _flow(self, text: str, font: QFont, token: str) -> None:
        layout = _laid(text, font, self.width)
        self._painter.setPen(theme.color(token))
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            if line.height() > self.room:
                self._turn()
                self._painter.setPen(theme.color(token))
            line.draw(self._painter, QPointF(_MARGIN, self._y - line.y()))
            self._y += line.height()

    def _widths(self, wanted: Sequence[float]) -> list[float]:
        """What each column wants, within the page's width."""
        wanted = [min(one, self.width / 2) + 2 * _PAD for one in wanted]
        ratio = min(1.0, self.width / sum(wanted)) if wanted else 1.0
        return [width * ratio for width in wanted]

    def _row(self, cells: Sequence[str], widths: Sequence[float], font: QFont) -> list[QTextLayout]:
        return [
            _laid(cell, font, width - 2 * _PAD) for cell, width in zip(cells, widths, strict=True)
        ]

    def _draw(self, row: Sequence[QTextLayout], widths: Sequence[float], token: str) -> None:
        left = float(_MARGIN)
        self._painter.setPen(theme.color(token))
        for layout, width in zip(row, widths, strict=True):
            layout.draw(self._painter, QPointF(left + _PAD, self._y + _PAD))
            left += width
        self._y += _height(row)
        self._painter.setPen(QPen(theme.color("border"), 0.5))
        self._painter.drawLine(QPointF(_MARGIN, self._y), QPointF(left, self._y))


def _laid(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, fonts.align_figures(font, text))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _widest(cells: Sequence[str]) -> float:
    font = fonts.make(Type.CAPTION, Weight.SEMIBOLD)
    return max(_laid(cell, font, 10_000).maximumWidth() for cell in cells)


def _height(row: Sequence[QTextLayout]) -> float:
    return max((layout.boundingRect().height() for layout in row), default=0.0) + 2 * _PAD
