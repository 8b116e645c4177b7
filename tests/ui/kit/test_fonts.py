"""The bundled fonts: mended as their licence allows, whole, and with all that French needs."""

import pytest
from PySide6.QtGui import QFontMetricsF, QRawFont

from desktop.ui.kit import fonts as kit
from tests import fonts

FILES = sorted(fonts.FOLDER.glob("*.ttf"))
FRENCH = "éèêëàâçùûüîïôœæŸ«»’“”–—… €°·\u202f\u00a0-'\""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundled_font_is_mended_already_and_sound(path):
    font = path.read_bytes()
    assert fonts.mended(font) == font
    assert fonts._sum(font) == fonts._WHOLE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_french_and_leaves_the_two_letters_to_another(qapp, path):
    raw = QRawFont(str(path), 16)
    assert [sign for sign in FRENCH if not raw.supportsCharacter(ord(sign))] == []
    assert not any(raw.supportsCharacter(letter) for letter in fonts.LETTERS)


def test_a_letter_that_it_has_not_is_drawn_all_the_same(qapp):
    assert QFontMetricsF(kit.make(16, 400)).horizontalAdvance("c\u02bch") > 0


def test_a_reserved_name_forbids_it():
    licence = (fonts.FOLDER / "OFL.txt").read_text("utf-8")
    assert fonts.may_be_changed(licence)
    assert not fonts.may_be_changed("with Reserved Font Name Inter.\n" + licence)
    assert not fonts.may_be_changed("Apache License 2.0")
