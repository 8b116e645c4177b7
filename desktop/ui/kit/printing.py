"""What a screen gives to be exported, and how it becomes a PDF, a PNG or an SVG."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPdfWriter

from desktop.domain.exports import Cell, Sheet
from desktop.ui.kit import dates, fonts, theme
from desktop.ui.kit.charts.canvas import lent, smooth
from desktop.ui.kit.paper import Paint, Paper
from desktop.ui.kit.tokens import Type

_ENDED = object()
_RATIO = 2.0
"""Pixels of a PNG for one logical pixel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart: `paint` draws it into any painter's rectangle of `size` logical pixels."""

    title: str
    size: QSize
    paint: Paint


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document: words, a picture with its table beside it, or either alone."""

    title: str = ""
    words: str = ""
    picture: Picture | None = None
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """All that a screen shows, to be written down."""

    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    landscape: bool = False

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its tables."""
        return tuple(sheet for section in self.sections for sheet in section.sheets)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Its charts."""
        return tuple(one.picture for one in self.sections if one.picture is not None)


Giving = Callable[[], Awaitable[Exported | None]]
"""Reads all that a screen's list holds, not only what it shows of it; None: there is nothing."""


async def pdf(exported: Exported, zone: tzinfo) -> bytes:
    """The document as PDF; the window stays alive between its parts."""
    held, device = _buffer()
    writer = QPdfWriter(device)
    with _paper():
        paper = Paper(writer, exported.title, landscape=exported.landscape)
        paper.heading(exported.title, Type.TITLE)
        if exported.subtitle:
            paper.paragraph(exported.subtitle)
    for section in exported.sections:
        steps, going = _lay(paper, section, zone), True
        while going:
            await asyncio.sleep(0)
            with _paper():
                going = next(steps, _ENDED) is not _ENDED
    with _paper():
        paper.close()
    device.close()
    return bytes(held.data())


def _lay(paper: Paper, section: Section, zone: tzinfo) -> Iterator[None]:
    """Step by step: the caller lends paper to each."""
    if section.title:
        paper.heading(section.title)
    if section.words:
        paper.paragraph(section.words)
    if section.picture is not None:
        paper.picture(QSizeF(section.picture.size), section.picture.paint)
    for sheet in section.sheets:
        if sheet.title and sheet.title != section.title:
            paper.heading(sheet.title, Type.READING)
        rows = [[shown(cell, zone) for cell in row] for row in sheet.rows]
        yield from paper.table(sheet.columns, rows)


def png(pictures: Sequence[Picture]) -> list[bytes]:
    """Each picture as PNG, at twice its size, on white."""
    found = []
    for picture in pictures:
        image = QImage(picture.size * _RATIO, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_RATIO)
        with _paper():
            image.fill(theme.color("surface"))
            _paint(QPainter(image), picture)
        held, device = _buffer()
        QImageWriter(device, QByteArray(b"png")).write(image)
        device.close()
        found.append(bytes(held.data()))
    return found


def svg(pictures: Sequence[Picture]) -> list[bytes]:
    """Each picture as SVG, its words as text."""
    from PySide6.QtSvg import QSvgGenerator

    found = []
    for picture in pictures:
        held, device = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(picture.size)
        generator.setViewBox(QRectF(0, 0, picture.size.width(), picture.size.height()))
        generator.setTitle(picture.title)
        with _paper():
            _paint(QPainter(generator), picture)
        device.close()
        found.append(bytes(held.data()))
    return found


@contextmanager
def _paper() -> Iterator[None]:
    """White, at 100 %, and words that can be copied."""
    with lent(), fonts.plain_figures():
        yield


def _paint(painter: QPainter, picture: Picture) -> None:
    smooth(painter)
    picture.paint(painter, QRectF(0, 0, picture.size.width(), picture.size.height()))
    painter.end()


def _buffer() -> tuple[QByteArray, QBuffer]:
    held = QByteArray()
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    return held, device


def shown(cell: Cell, zone: tzinfo) -> str:
    """A cell as a person reads it."""
    match cell:
        case None:
            return "—"
        case bool():
            return "✓" if cell else "—"
        case float():
            return dates.decimal(cell)
        case datetime():
            return f"{dates.long_day(cell.astimezone(zone).date())} {cell.astimezone(zone):%H:%M}"
        case date():
            return dates.long_day(cell)
        case int():
            return dates.count(cell)
    return cell
