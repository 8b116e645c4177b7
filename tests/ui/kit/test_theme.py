"""The theme: palettes, text scale within bounds, one signal, and fonts that draw the same everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QPalette

from desktop.ui.kit import stylesheet, theme
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import DARK, LIGHT, Weight, sharpened
from tests.ui.kit.pictures import picture
from tests.ui.kit.specimens_over import SPECIMENS


def test_modes_give_palettes(qapp):
    theme.apply(qapp, "dark")
    assert theme.current() is DARK
    assert theme.is_dark()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.bg.lower()
    theme.apply(qapp, "light")
    assert theme.current() is LIGHT


def test_the_system_is_followed(qapp):
    theme.apply(qapp, "system")
    theme.instance().follow(Qt.ColorScheme.Dark)
    assert theme.current() is DARK
    theme.instance().follow(Qt.ColorScheme.Light)
    assert theme.current() is LIGHT
    theme.apply(qapp, "light")
    theme.instance().follow(Qt.ColorScheme.Dark)
    assert theme.current() is LIGHT


def test_high_contrast_strengthens_words_and_borders():
    for palette in (LIGHT, DARK):
        sharp = sharpened(palette)
        assert sharp.border == palette.border_strong
        assert {sharp.text2, sharp.text3} == {palette.text}


@pytest.mark.parametrize(("asked", "given"), [(0.5, 0.9), (1.25, 1.25), (3.0, 1.5)])
def test_text_scale_stays_within_bounds(qapp, asked, given):
    theme.apply(qapp, "light", asked)
    assert theme.scale() == given
    assert qapp.font().pixelSize() == round(13 * given)


def test_a_switch_is_told_once_and_no_switch_is_not(qapp):
    heard = []
    theme.instance().changed.connect(lambda: heard.append(theme.current()))
    theme.apply(qapp, "light")
    theme.apply(qapp, "dark")
    theme.apply(qapp, "dark")
    assert heard == [DARK]


def test_the_font_is_ours_with_its_weights(qapp):
    for weight in (Weight.REGULAR, Weight.MEDIUM, Weight.SEMIBOLD, Weight.BOLD):
        info = QFontInfo(theme.font(weight=weight))
        assert info.family().startswith("Inter")
        assert info.weight() == weight
    font = theme.font()
    assert font.hintingPreference() is QFont.HintingPreference.PreferNoHinting


def width(qtbot, text: str) -> int:
    label = Text(text, "body")
    qtbot.addWidget(label)
    label.show()
    return label.fontMetrics().horizontalAdvance(text)


def test_figures_are_tabular_and_hyphens_are_not(qapp, qtbot):
    assert width(qtbot, "1111") == width(qtbot, "0000")
    assert width(qtbot, "11 rendez-vous") < width(qtbot, "00 rendez-vous")
    assert width(qtbot, "Jean-Paul") < width(qtbot, "Jean−Paul")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_style_sheet_has_no_blank_left(palette):
    assert "$" not in stylesheet.build(palette, 1.0)


def test_everything_can_be_scaled_without_cutting_words(qapp):
    """At 150 % each specimen asks for more room, and still paints."""
    for name in SPECIMENS:
        small, large = picture(name, "light"), picture(name, "light", 1.5)
        assert large.height() >= small.height(), name


def test_lists_open_and_choose_by_keys(qtbot):
    model: RowsModel[str] = RowsModel(lambda row: row)
    model.set_rows(["un", "deux"])
    view = ListView("Rangs", RowDelegate(lambda row: RowLook(str(row))))
    qtbot.addWidget(view)
    view.setModel(model)
    opened: list[object] = []
    chosen: list[object] = []
    view.opened.connect(opened.append)
    view.chosen.connect(chosen.append)
    view.step(1)
    view.step(1)
    view.step(1)
    assert view.current_row() == "deux"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == ["un", "deux"]
    assert opened == ["deux"]
