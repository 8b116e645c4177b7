"""The palette by keyboard: actions and customers, the newest request wins, the recent first."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import tasks, theme
from desktop.ui.shell.actions import Group
from desktop.ui.shell.palette import Found, Palette

DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
CLAIRE = Found("c1", "Claire Moreau", "06 39 98 56 78")
CLEMENT = Found("c2", "Clément Aubry", "06 39 98 11 22")


@pytest.fixture
def palette(window, actions, ran):
    actions.add(
        [
            ran.action("search", "F2", title="Chercher un client", group=Group.GO),
            ran.action("next", "F3", title="Étape suivante", group=Group.GUIDE),
            ran.action("wrap", "F8", title="Clore le contact", group=Group.CONTACT),
            ran.action("hidden", "F9", title="Clore en secret", listed=False),
            ran.action("never", "F10", title="Clore jamais", enabled=lambda: False),
        ]
    )
    return Palette(window, actions)


def titles(palette):
    return [row.title for row in palette.rows()]


def typed(palette, text):
    QTest.keyClicks(palette.field, text)


async def settled():
    await asyncio.gather(*tasks.running(), return_exceptions=True)
    QApplication.processEvents()


def test_it_opens_on_all_that_can_be_done(palette):
    palette.open()
    assert palette.field.hasFocus()
    assert titles(palette) == [
        "Aller à",
        "Chercher un client",
        "Guide",
        "Étape suivante",
        "Contact en cours",
        "Clore le contact",
    ]
    assert [row.cap for row in palette.rows()] == ["", "F2", "", "F3", "", "F8"]
    assert palette.list.current_row().title == "Chercher un client"


def test_arrows_pass_the_headings_and_enter_runs(palette, window, ran):
    palette.open()
    QTest.keyClick(palette.field, DOWN)
    assert palette.list.current_row().title == "Étape suivante"
    QTest.keyClick(palette.field, DOWN)
    QTest.keyClick(palette.field, DOWN)
    assert palette.list.current_row().title == "Clore le contact"
    QTest.keyClick(palette.field, UP)
    QTest.keyClick(palette.field, UP)
    QTest.keyClick(palette.field, UP)
    assert palette.list.current_row().title == "Chercher un client"
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.list.current_row().title == "Clore le contact"
    QTest.keyClick(palette.field, ENTER)
    assert not palette.isVisible()
    assert ran == []
    QApplication.processEvents()
    assert ran == ["wrap"]
    assert window.form.line.hasFocus()


def test_accents_and_order_do_not_matter(palette, ran):
    palette.open()
    typed(palette, "suiv etap")
    assert titles(palette) == ["Actions", "Étape suivante"]
    QTest.keyClick(palette.field, ENTER)
    QApplication.processEvents()
    assert ran == ["next"]


def test_what_was_done_last_comes_first(qtbot, palette, ran):
    palette.open()
    typed(palette, "clore")
    with qtbot.waitSignal(palette.recent_changed) as told:
        QTest.keyClick(palette.field, ENTER)
    assert told.args == [("wrap",)]
    palette.open()
    assert titles(palette)[:2] == ["Récemment", "Clore le contact"]
    assert titles(palette).count("Clore le contact") == 1
    palette.dismiss()
    palette.set_recent(["next", "gone", "search"])
    palette.open()
    assert titles(palette)[:3] == ["Récemment", "Étape suivante", "Chercher un client"]


def test_nothing_found_is_said(palette, ran):
    palette.open()
    typed(palette, "zzz")
    assert titles(palette) == []
    QTest.keyClick(palette.field, DOWN)
    QTest.keyClick(palette.field, ENTER)
    QApplication.processEvents()
    assert ran == []
    assert palette.isVisible()


def test_the_last_rows_are_within_reach_at_the_largest_text(qapp, palette, window):
    theme.apply(qapp, "light", 1.5)
    window.resize(1024, 680)
    palette.open()
    QApplication.processEvents()
    bottom = palette.list.mapTo(palette.panel, palette.list.rect().bottomLeft()).y()
    assert bottom < palette.panel.height()


def test_escape_leaves_all_as_it_was(palette, window, ran):
    palette.open()
    typed(palette, "clore")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.form.line.hasFocus()
    assert ran == []
    palette.open()
    assert palette.field.text() == ""


async def test_customers_are_found_too(palette):
    asked = []

    async def find(text):
        asked.append(text)
        return (CLAIRE, CLEMENT)

    picked = []
    palette.picked.connect(picked.append)
    palette.set_finder(find)
    palette.open()
    assert asked == []
    palette.field.setText("cl")
    palette.field.textEdited.emit("cl")
    await settled()
    assert asked == ["cl"]
    assert titles(palette)[-3:] == ["Clients", "Claire Moreau", "Clément Aubry"]
    assert palette.list.current_row().title == "Clore le contact"
    QTest.keyClick(palette.field, UP)
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    QTest.keyClick(palette.field, ENTER)
    QApplication.processEvents()
    assert picked == ["c2"]


async def test_the_newest_request_wins(palette):
    gates = {"c": asyncio.Event(), "cl": asyncio.Event()}
    answers = {"c": (CLAIRE,), "cl": (CLEMENT,)}

    async def find(text):
        await gates[text].wait()
        return answers[text]

    palette.set_finder(find)
    palette.open()
    typed(palette, "c")
    await asyncio.sleep(0)
    typed(palette, "l")
    gates["cl"].set()
    await settled()
    gates["c"].set()
    await settled()
    assert "Clément Aubry" in titles(palette)
    assert "Claire Moreau" not in titles(palette)


async def test_what_was_found_goes_with_the_letters(palette):
    async def find(_text):
        return (CLAIRE,)

    palette.set_finder(find)
    palette.open()
    typed(palette, "c")
    await settled()
    assert "Claire Moreau" in titles(palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Backspace)
    await settled()
    assert "Claire Moreau" not in titles(palette)
