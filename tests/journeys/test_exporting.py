"""A lead writes down the tabs of « Équipe » by keys: Ctrl+E, a digit, a name."""

import csv
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.app import stories
from desktop.app.care import incivilities
from desktop.app.latitude import leading
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.exporting.overlay import ExportOverlay
from tests.journeys.hands import arrive, rows

TABS = {
    leading.TAB: ("Geste", "SELECT count(*) FROM gesture_requests"),
    stories.TAB: ("Histoire", "SELECT count(*) FROM stories"),
    incivilities.TAB: ("Le fait", "SELECT 1"),
}


def _forms(hands: Driver) -> list[ExportOverlay]:
    return [one for one in hands.window.findChildren(ExportOverlay) if one.isVisible()]


async def _write(hands: Driver, path: Path) -> list[list[str]]:
    """Ctrl+E, 1, the file's name, Enter; the table that was written, its header first."""
    await hands.press("Ctrl+E")
    await hands.until(lambda: _forms(hands), "le choix")
    await hands.press("1")
    await hands.until(lambda: hands.window.findChildren(QFileDialog), "l’endroit")
    await hands.until(
        lambda: isinstance(QApplication.activeWindow(), QFileDialog), "la fenêtre de l’endroit"
    )
    await hands.press("Ctrl+A")
    await hands.type(str(path))
    await hands.press("Return")
    await hands.until(lambda: not _forms(hands), "l’écriture")
    hands.window.activateWindow()  # a desktop does it when the dialog is gone
    await hands.settle()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_each_tab_of_the_team_is_written_down(play, settings, store_file, tmp_path) -> None:
    async def lead(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        team = desk.views.team
        await hands.press("Alt+5")
        await hands.press("Ctrl+E")
        await hands.until(hands.window.toasts.toasts, "un mot")
        (toast,) = hands.window.toasts.toasts()
        assert toast.text() == "Rien à exporter ici."
        assert not _forms(hands)
        for tab, (column, counted) in TABS.items():
            for _ in range(9):
                await hands.press("Ctrl+PgDown")
                if team.current == tab:
                    break
            assert team.current == tab
            header, *told = await _write(hands, tmp_path / f"{tab}.csv")
            assert column in header
            [(count,)] = rows(store_file, counted)
            assert len(told) >= min(1, count)

    play(lead, replace(settings, sign_in_as="camille"))


def test_decimals_are_those_of_the_language_until_somebody_chooses(play, settings) -> None:
    told = []

    async def look(hands: Driver, session: Session) -> ExportOverlay:
        await arrive(hands, session)
        await hands.press("Ctrl+E")
        await hands.until(lambda: _forms(hands), "le choix")
        (form,) = _forms(hands)
        told.append(form.comma.isChecked())
        return form

    async def choose(hands: Driver, session: Session) -> None:
        form = await look(hands, session)
        form.comma.click()
        await hands.settle()

    play(look, replace(settings, lang="en"))
    play(look, settings)
    play(choose, replace(settings, lang="en"))
    play(look, replace(settings, lang="en"))
    assert told == [False, True, False, True]
