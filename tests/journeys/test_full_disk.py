"""A disk that fills up: said, the text stays and can be copied, and is saved once there is room."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import Connection

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.contacts.state import Problem, Stage
from desktop.ui.kit.saving import Saving
from tests.journeys.hands import arrive, note, open_customer, rows, saved, write_note

LONG = "Ce qui fut dit ce matin-là. " * 400


def _fill(connection: Connection) -> None:
    """No page more than there are."""
    used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    free = connection.exec_driver_sql("PRAGMA freelist_count").scalar_one()
    assert free == 0
    connection.exec_driver_sql(f"PRAGMA max_page_count = {used}")


def _make_room(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def test_text_stays_on_screen_and_is_saved_once_there_is_room(play, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        customer_id = await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Début. ")
        contact, store = desk.models.contact, desk.models.services.store
        await store.read(_fill)
        desk.views.wrap_up.form.note.area.insertPlainText(LONG)
        await hands.until(lambda: contact.state.saving is Saving.FAILED, "l’échec dit")
        problem = desk.views.wrap_up.problem
        assert problem.isVisible()
        assert "disque" in problem.text()
        assert note(desk) == f"Début. {LONG}"
        problem.copy.click()
        assert QGuiApplication.clipboard().text() == f"Début. {LONG}".strip() or (
            QGuiApplication.clipboard().text() == f"Début. {LONG}"
        )

        await hands.press("Ctrl+Return")
        await hands.until(lambda: contact.state.problem is Problem.NOT_CLOSED, "le refus dit")
        assert contact.state.stage is Stage.OPEN
        assert note(desk) == f"Début. {LONG}"
        assert rows(store_file, "SELECT 1 FROM contacts WHERE note LIKE 'Début. Ce qui%'") == []

        await store.read(_make_room)
        await saved(hands, desk)
        kept = rows(
            store_file,
            "SELECT json_extract(body, '$.note') FROM drafts WHERE customer_id = ?",
            customer_id,
        )
        assert kept == [(f"Début. {LONG}",)]
        await hands.press("Ctrl+Return")
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")

    play(story)
    assert rows(store_file, "PRAGMA integrity_check") == [("ok",)]
    assert rows(store_file, "SELECT count(*) FROM contacts WHERE note LIKE 'Début. Ce qui%'") == [
        (1,)
    ]


@pytest.mark.parametrize("leave", ["close", "sign out"])
def test_one_does_not_leave_by_mistake_what_is_not_saved(
    play, store_file: Path, leave: str
) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Début. ")
        store = desk.models.services.store
        await store.read(_fill)
        desk.views.wrap_up.form.note.area.insertPlainText(LONG)
        if leave == "close":
            hands.window.close()
        else:
            desk.window.sign_out_asked.emit()
        await hands.until(lambda: desk.window.toasts.toasts(), "ce qui retient")
        for _ in range(10):
            await hands.settle()
        assert hands.window.isVisible()
        assert session.desk is desk
        assert note(desk) == f"Début. {LONG}"
        await store.read(_make_room)
        if leave == "sign out":
            desk.window.sign_out_asked.emit()
            await hands.until(lambda: session.offered, "les personnes")

    play(story)
    assert rows(store_file, "SELECT json_extract(body, '$.note') FROM drafts") == [
        (f"Début. {LONG}",)
    ]
