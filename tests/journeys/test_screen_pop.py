"""A number handed over by a second start: one customer, several, nobody; and it is told nobody."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.desk import Desk
from desktop.app.places import store_of
from desktop.app.session import Session
from desktop.app.single import SingleWindow
from desktop.app.tour.driver import Driver
from desktop.domain.phones import national
from tests.journeys.hands import arrive, in_front, note, open_customer, rows, write_note

ROOT = Path(__file__).resolve().parents[2]
ALONE = (
    "SELECT given_name || ' ' || family_name, phone FROM customers WHERE phone <> '' AND"
    " given_name <> '' AND family_name <> 'Moreau' GROUP BY phone HAVING count(*) = 1 LIMIT 1"
)
"""Somebody whose number is theirs alone."""


@pytest.fixture
def single(dressed, settings):
    window = SingleWindow(store_of(settings))
    assert window.take()
    yield window
    window.release()
    window.deleteLater()


async def _start_again(folder: Path, number: str) -> None:
    """A second `main.py`: it hands the number over, says nothing and ends with 0."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "--phone", number],
        cwd=ROOT,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "VISAVIS_FOLDER": str(folder),
            "VISAVIS_CONFIG": str(folder / "none.toml"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        # The first window answers it meanwhile, on this loop.
        said, _ = await asyncio.to_thread(process.communicate)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
    assert (process.returncode, said) == (0, b"")


def test_a_second_start_opens_who_calls(play, settings, single, store_file: Path) -> None:
    [(name, phone)] = rows(store_file, ALONE)

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        single.asked.connect(desk.pop.open)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Elle dem")
        await _start_again(settings.folder, phone)
        await hands.until(lambda: in_front(desk) == name, "qui appelle")
        await hands.type("ande un geste")
        assert note(desk) == ""
        await hands.press("Ctrl+Tab")
        await hands.until(lambda: in_front(desk) == "Claire Moreau", "Claire")
        assert note(desk) == "Elle dem"
        desk.pop.open(phone)
        await hands.until(lambda: in_front(desk) == name, "qui appelle")

    play(story)
    _is_told_nowhere(settings.folder, phone)


def test_several_nobody_and_garbage(play, store_file: Path, caplog) -> None:
    [(_name, phone)] = rows(store_file, ALONE)
    nobody = "+33199000987"

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        store = desk.models.services.store
        await store.write(
            lambda connection: connection.exec_driver_sql(
                "UPDATE customers SET phone = ? WHERE id IN (SELECT id FROM customers"
                " WHERE phone <> ? AND family_name <> '' ORDER BY id DESC LIMIT 2)",
                (phone, phone),
            )
        )
        desk.pop.open(national(phone))
        await hands.until(lambda: len(desk.models.search.state.matches) == 3, "la liste")
        assert in_front(desk) == ""
        await hands.press("Escape", "Escape")
        await _garbage(hands, desk)
        desk.pop.open(f"tel:{nobody}")
        await hands.until(desk.views.is_creating, "la nouvelle fiche")
        await hands.press("Escape")

    play(story)
    told = " ".join(record.getMessage() for record in caplog.records)
    for number in (phone, nobody):
        assert number[-9:] not in told
        assert number[-8:] not in told.replace(" ", "")


async def _garbage(hands: Driver, desk: Desk) -> None:
    for text in ("tel:", "'; DROP TABLE customers; --", "+33", "abc", "1" * 200, "file:///etc"):
        desk.pop.open(text)
        await hands.settle()
        assert in_front(desk) == ""
        assert not desk.views.is_creating()


def _is_told_nowhere(folder: Path, phone: str) -> None:
    logs = list(folder.rglob("*.log*"))
    for log in logs:
        words = log.read_text(encoding="utf-8")
        assert phone[-8:] not in "".join(letter for letter in words if letter.isdigit())
