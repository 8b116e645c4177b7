"""What is printed: text that can be chosen, fonts within, tables over pages, charts as lines and words."""

import asyncio
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from desktop.domain.exports import Sheet
from desktop.ui.kit import paint, printing, theme
from desktop.ui.kit.printing import Exported, Picture, Section


def drawn(painter, rect: QRectF) -> None:
    paint.words(painter, QRectF(20, 20, 200, 20), "Effort du client", "text")
    painter.fillRect(QRectF(20, 60, 100, 40), theme.color("accent"))


CHART = Picture(title="Courbe", size=QSize(640, 240), paint=drawn)
ROWS = tuple((f"Semaine {n}", n / 3, n, datetime(2026, 11, 1, tzinfo=UTC)) for n in range(120))
SHEET = Sheet(title="Semaines", columns=("Quand", "Part", "n", "Le"), rows=ROWS)
WORDS = (
    "Une phrase – avec des accents : « éèêç œ », “cité” et l’apostrophe, 12 € (à 15:51, n° 5).  "
    * 60
)


@pytest.fixture
def exported(qapp):
    theme.apply(qapp, "dark", 1.5)
    yield Exported(
        title="Miroir d’une semaine",
        subtitle="Aucune cause n’est affirmée.",
        sections=(Section(title="Clients", words=WORDS, picture=CHART, sheets=(SHEET,)),),
    )
    theme.apply(qapp, "light", 1.0)


async def read(exported) -> PdfReader:
    return PdfReader(BytesIO(await printing.pdf(exported, UTC)))


def plain(text: str) -> str:
    return " ".join(text.split())


async def test_every_word_can_be_chosen_over_several_pages(exported):
    reader = await read(exported)
    pages = [plain(page.extract_text()) for page in reader.pages]
    assert len(pages) >= 4
    assert "Miroir d’une semaine" in pages[0]
    assert "Aucune cause n’est affirmée." in pages[0]
    whole = " ".join(pages)
    assert whole.count("“cité”") == 60
    assert whole.count("l’apostrophe, 12 € (à 15:51, n° 5).") == 60
    assert "\u02bc" not in whole
    assert "Effort du client" in whole  # the chart's words are text too
    assert all(f"Semaine {n} " in whole for n in range(120))
    headed = [page for page in pages if "Quand Part n Le" in page]
    assert len(headed) >= 3  # the header stands again on each page of the table
    assert all(f"page {n}" in page for n, page in enumerate(pages, 1))


async def test_its_fonts_come_along(exported):
    reader = await read(exported)
    fonts = [one for page in reader.pages for one in held(page, "/Resources", "/Font").values()]
    assert fonts
    for font in fonts:
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert "Inter" in described["/FontName"]
        assert {"/FontFile2", "/FontFile3"} & set(described)
        assert "/ToUnicode" in font.get_object()


def held(told: Any, *names: str) -> Any:
    """What a document's object holds, name by name."""
    for name in names:
        told = told[name].get_object()
    return told


async def test_paper_is_white_and_small_whatever_the_screen(exported):
    assert theme.is_dark()
    reader = await read(exported)
    assert theme.is_dark()
    assert theme.scale() == 1.5
    contents = reader.pages[0].get_contents()
    assert contents is not None
    text = contents.get_data().decode("latin-1")
    assert "0.070588" in text or "0.0706" in text  # the light theme's ink, #12201C


def test_a_picture_as_png_is_twice_its_size_on_white(exported):
    (content,) = printing.png([CHART])
    image = QImage.fromData(content)
    assert (image.width(), image.height()) == (1280, 480)
    assert image.pixelColor(4, 4).name() == "#ffffff"
    assert image.pixelColor(60, 140).name() == "#0b6b61"


def test_a_picture_as_svg_holds_its_words(exported):
    (content,) = printing.svg([CHART])
    text = content.decode()
    assert "Effort du client" in text
    assert 'viewBox="0 0 640 240"' in text
    assert "#0b6b61" in text
    assert "<image" not in text


async def test_an_empty_document_is_one_page(qapp):
    theme.apply(qapp, "light", 1.0)
    reader = await read(Exported(title="Rien"))
    assert len(reader.pages) == 1


async def test_the_window_lives_on_as_it_is_while_a_long_table_is_laid(exported):
    seen: list[bool] = []

    async def look() -> None:
        while True:
            seen.append(theme.is_dark())
            await asyncio.sleep(0)

    looking = asyncio.ensure_future(look())
    await read(exported)
    looking.cancel()
    assert len(seen) > len(ROWS) // 25
    assert all(seen)
