"""The window: pages by keyboard, the bars' words, and a close that waits until all is safe."""

import asyncio
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.ui.kit import boxes, tasks, theme
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.shell.infopopup import InfoPopup
from desktop.ui.shell.presence import Presence
from desktop.ui.shell.statusbar import Hint, Saved
from tests.ui.shell.conftest import Form

DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return


def stops(window):
    """The names of what Tab stops at, from the first, once round."""
    first = window.rail.button(window.page())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    here = QApplication.focusWidget()
    while here not in seen:
        seen.append(here)
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    return [one.accessibleName() for one in seen]


def test_tab_follows_the_eye(window):
    window.topbar.set_search(SearchField("Chercher un client"))
    window.topbar.set_marks(demonstration=True, plain=True)
    window.set_person("Léa Bonnet")
    window.set_contact("Claire Moreau", "04:32")
    QApplication.processEvents()
    assert stops(window) == [
        "Ma journée",
        "Léa Bonnet, Disponible",
        "Chercher un client",
        "Contact en cours avec Claire Moreau",
        "Démonstration",
        "Non chiffré",
        "Poste seul",
        "Présence\u00a0: Disponible",
        "Nom",
        "Note",
    ]


def test_the_next_person_has_a_search_field_of_their_own(window):
    first, second = SearchField("Premier"), SearchField("Second")
    window.topbar.set_search(first)
    window.topbar.set_search(second)
    QApplication.processEvents()
    assert not first.isVisible()
    assert second.isVisible()
    assert "Second" in stops(window)


def test_every_stop_has_a_name(window):
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            assert widget.accessibleName(), widget


def test_the_rail_goes_by_arrows_and_enter(qtbot, window):
    other = Form()
    window.add_page("customer", other)
    button = window.rail.button("day")
    button.setFocus()
    QTest.keyClick(button, DOWN)
    assert QApplication.focusWidget() is window.rail.button("customer")
    with qtbot.waitSignal(window.page_shown) as told:
        QTest.keyClick(window.rail.button("customer"), ENTER)
    assert told.args == ["customer"]
    assert other.isVisible()
    assert other.line.hasFocus()
    window.rail.button("customer").setFocus()
    QTest.keyClick(window.rail.button("customer"), UP)
    assert QApplication.focusWidget() is window.rail.button("day")


def test_each_page_keeps_its_focus(window):
    other = Form()
    window.add_page("customer", other)
    window.form.area.setFocus()
    window.show_page("customer")
    assert other.line.hasFocus()
    window.show_page("day")
    assert window.form.area.hasFocus()


def test_a_page_that_is_not_there_yet_waits_and_comes(window):
    window.show_page("promises")
    assert window.page() == "promises"
    assert not window.form.isVisible()
    late = Form()
    window.add_page("promises", late)
    assert late.isVisible()


def test_pages_that_are_not_for_one_are_not_shown(window):
    window.set_person("Léa Bonnet", ("day", "customer", "settings"))
    assert window.rail.button("promises").isHidden()
    assert not window.rail.button("customer").isHidden()


def test_a_badge_is_read_aloud(window):
    window.rail.set_badge("promises", 3)
    assert window.rail.button("promises").accessibleName() == "Promesses, 3 en attente"
    window.rail.set_badge("promises", 0)
    assert window.rail.button("promises").accessibleName() == "Promesses"


def test_the_contact_under_way_leads_back_to_it(qtbot, window):
    window.set_contact("Claire Moreau", "04:32")
    chip = window.topbar.contact
    assert (chip.text(), chip.elapsed()) == ("Claire Moreau", "04:32")
    width = chip.width()
    window.set_contact("Claire Moreau", "11:11")
    assert chip.sizeHint().width() == chip.sizeHint().width() == width
    chip.setFocus()
    with qtbot.waitSignal(window.contact_asked):
        QTest.keyClick(chip, Qt.Key.Key_Space)
    window.set_contact()
    assert chip.isHidden()


def test_presence_is_set_from_a_menu(qtbot, window):
    window.topbar.presence.setFocus()
    QTest.keyClick(window.topbar.presence, Qt.Key.Key_Space)
    menu = window.topbar.menu
    assert menu.isVisible()
    assert [row.text() for row in menu.actions()[:3]] == ["Disponible", "En pause", "Absent"]
    assert [row.isChecked() for row in menu.actions()[:3]] == [True, False, False]
    with qtbot.waitSignal(window.presence_picked) as told:
        QTest.keyClick(menu, DOWN)
        QTest.keyClick(menu, DOWN)
        QTest.keyClick(menu, ENTER)
    assert told.args == [Presence.PAUSED]
    window.set_presence(Presence.PAUSED)
    assert window.topbar.presence.text() == "En pause"


def test_the_marks_tell_more_in_their_tooltip(window):
    window.topbar.set_marks(demonstration=True, plain=True)
    assert "peut lire le fichier" in window.topbar.plain.toolTip()
    assert window.topbar.plain.accessibleDescription() == window.topbar.plain.toolTip()


def test_the_marks_tell_more_when_pressed(window):
    window.topbar.set_marks(demonstration=True, plain=True)
    for button in (window.topbar.demonstration, window.topbar.plain):
        button.click()
        popup = button.window().findChild(InfoPopup)
        assert popup.isVisible()
        QTest.keyClick(popup, Qt.Key.Key_Escape)
        assert not popup.isVisible()
        QApplication.sendPostedEvents(None, 52)


def test_the_badge_says_what_it_is_told_and_asks_for_its_panel(window):
    asked = []
    window.topbar.badge.panel_asked.connect(lambda: asked.append(True))
    assert window.topbar.badge.text() == "Poste seul"
    window.topbar.show_sync("Hors ligne, 2 à envoyer", "cloud-off", "warning")
    assert window.topbar.badge.accessibleName() == "Hors ligne, 2 à envoyer"
    window.topbar.badge.click()
    assert asked == [True]


def test_hints_are_the_pages_own(window):
    window.set_hints("day", [Hint("F2", "Chercher"), Hint("Ctrl+K", "Palette")])
    window.set_hints("customer", [Hint("F4", "M’écarter")])
    window.add_page("customer", Form())
    assert window.status.hints() == ("Chercher", "Palette")
    window.show_page("customer")
    assert window.status.hints() == ("M’écarter",)


def test_a_key_that_does_nothing_now_is_greyed_and_says_why(window):
    window.set_hints("day", [Hint("F2", "Chercher"), Hint("F9", "Vidéo", "Pas de passerelle")])
    assert window.status.greyed() == {"Vidéo": "Pas de passerelle"}
    (cap,) = [one for one in window.status.findChildren(KeyCap) if one.text() == "F9"]
    assert not cap.isEnabled()
    assert cap.parentWidget().toolTip() == "Pas de passerelle"
    window.set_hints("day", [Hint("F9", "Vidéo")])
    assert window.status.greyed() == {}


def test_hints_that_find_no_room_are_left_out(window):
    window.set_hints("day", [Hint(f"F{n}", "Quelques mots de trop") for n in range(1, 13)])
    QApplication.processEvents()
    many = len(window.status.hints())
    window.resize(1024, 680)
    QApplication.processEvents()
    assert 0 < len(window.status.hints()) < many


def test_what_is_saved_is_said(window):
    said = []
    for state in Saved:
        window.set_saved(state)
        said.append(window.status.saved_words())
    assert said == ["Tout est enregistré sur ce poste", "Enregistrement…", "Pas encore enregistré"]


@pytest.fixture
def scaled(qapp):
    yield lambda scale: theme.apply(qapp, "light", scale)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize("width", [1024, 1100, 1366, 1680])
@pytest.mark.parametrize("pause", ["", "04:59 · Je reviens"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_the_top_bar_never_overlaps(window, width, pause, scale, scaled):
    scaled(scale)
    window.topbar.set_search(SearchField("Chercher", "Chercher", ("Ctrl", "K")))
    window.topbar.set_marks(demonstration=True, plain=True)
    window.set_contact("Marie-Antoinette de Saint-Exupéry-Lavallière", "1:04:32")
    window.topbar.show_pause(pause)
    window.resize(width, 680)
    QApplication.processEvents()
    bar = window.topbar
    parts = [bar.layout().itemAt(at).widget() for at in range(bar.layout().count())]
    parts = [part for part in parts if part is not None and not part.isHidden()]
    for before, after in pairwise(parts):
        assert before.geometry().right() < after.geometry().left()
    assert parts[-1].geometry().right() < bar.width()


def test_marks_leave_their_words_first(window):
    window.topbar.set_marks(demonstration=True, plain=True)
    window.set_contact("Marie-Antoinette de Saint-Exupéry", "1:04:32")
    window.resize(1024, 680)
    QApplication.processEvents()
    bar = window.topbar
    assert bar.demonstration.is_compact()
    assert bar.plain.is_compact()
    assert bar.demonstration.accessibleName() == "Démonstration"
    assert bar.demonstration.toolTip().startswith("Démonstration\nL’entreprise")
    assert not bar.presence.is_compact()


def test_a_cover_stands_in_the_place_of_all(window):
    field = QPushButton("Entrer")
    window.cover(field)
    assert window.covered()
    assert not window.rail.isVisible()
    window.uncover()
    assert window.rail.isVisible()
    assert not window.covered()


async def test_it_closes_once_all_is_safe(window):
    flushed, free = [], asyncio.Event()

    async def flush():
        await free.wait()
        flushed.append(True)

    kept = []
    window.leaving.set_flush(flush)
    window.leaving.remember("", kept.append)
    assert not window.close()
    assert not window.close()
    assert window.isVisible()
    assert window.status.saved_words() == "Enregistrement…"
    free.set()
    await asyncio.gather(*tasks.running())
    assert flushed == [True]
    assert not window.isVisible()
    assert len(kept) == 1


async def test_it_stays_open_when_something_could_not_be_saved(window):
    answers = [OSError("full"), None]

    async def flush():
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    seen = []
    tasks.on_error(seen.append)
    window.leaving.set_flush(flush)
    assert not window.close()
    await asyncio.gather(*tasks.running(), return_exceptions=True)
    await asyncio.sleep(0)
    tasks.on_error(None)
    assert [str(error) for error in seen] == ["full"]
    assert window.isVisible()
    assert window.status.saved_words() == "Pas encore enregistré"
    assert not window.close()
    await asyncio.gather(*tasks.running())
    assert not window.isVisible()


def test_it_opens_where_it_was(qtbot, window):
    from tests.ui.shell.conftest import PAGES, Window

    kept = []
    window.leaving.remember("", kept.append)
    window.resize(1100, 710)
    window.close()
    again = Window(PAGES)
    qtbot.addWidget(again)
    again.leaving.remember(kept[0], kept.append)
    # Its width is that of the offscreen screen, which is narrower than the window.
    assert again.height() == 710


def test_it_is_never_smaller_than_its_least(window):
    window.resize(400, 300)
    assert (window.width(), window.height()) == (1024, 680)


def test_a_wide_page_does_not_widen_the_window(window):
    window.resize(1024, 680)
    window.add_page("day", boxes.holder(boxes.column(QPushButton("x"))))
    assert window.width() == 1024
