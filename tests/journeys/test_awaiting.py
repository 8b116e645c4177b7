"""« J’attends le client » by one key: in a contact under way, of a past one, and between colleagues."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.due_dates import DueDatesPart
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.awaiting import still
from desktop.domain.contacts import Channel, Resolution
from desktop.domain.sync import Phase
from desktop.services import awaiting
from desktop.ui.contacts.state import Stage
from desktop.ui.customers.entry_overlay import EntryOverlay
from desktop.ui.customers.words import entry_line
from desktop.ui.kit.overlay import open_on
from tests.journeys.company import Company, settle_server, sign_in, synced
from tests.journeys.hands import arrive, open_customer, rows, tab_to

SAID = "SELECT begins FROM awaitings WHERE contact_id = ? ORDER BY at, id"


def part_of(desk) -> DueDatesPart:
    return next(one for one in desk.parts if isinstance(one, DueDatesPart))


async def begin_mail(hands: Driver, desk) -> str:
    """Claire has written: the contact in front is a mail."""
    await open_customer(hands, desk, "Claire Moreau")
    desk.models.contact.set_channel(Channel.EMAIL)
    await hands.until(lambda: not part_of(desk).row.isHidden(), "l’échéance")
    return str(desk.models.contact.state.draft.contact_id)


async def close_to_follow_up(hands: Driver, desk) -> None:
    await close_as(hands, desk, Resolution.FOLLOW_UP)


async def close_as(hands: Driver, desk, resolution: Resolution) -> None:
    desk.models.contact.set_resolution(resolution)
    await hands.press("Ctrl+Return")
    await hands.until(lambda: desk.models.contact.state.stage is Stage.CLOSED, "la clôture")


def entry(desk, contact_id: str):
    return next((one for one in desk.models.customers.journey.rows.rows() if one.id == contact_id), None)  # fmt: skip


async def look(hands: Driver, desk, contact_id: str) -> EntryOverlay:
    """Open the contact in the journey, by the keyboard."""
    await hands.until(lambda: entry(desk, contact_id), "le contact au parcours")
    await hands.press("Ctrl+3")
    found = desk.views.column.journey.list
    found.setFocus()
    await hands.press("Home", "Return")
    await hands.until(lambda: isinstance(open_on(hands.window), EntryOverlay), "son détail")
    shown = open_on(hands.window)
    assert isinstance(shown, EntryOverlay)
    return shown


def test_the_due_date_waits_with_the_advisor(play, settings, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        contact_id = await begin_mail(hands, desk)
        row = part_of(desk).row
        due = row.due.text()
        assert due.startswith("Réponse attendue")
        await hands.press("Ctrl+R")
        await hands.until(lambda: row.due.text().startswith("Pas d’échéance"), "l’attente")
        assert row.wait.text() == "Le client a répondu"
        assert "On attend le client depuis" in row.why.accessibleDescription()
        # Taken back in time, nothing is left of it.
        hands.window.toasts.toasts()[-1].button.click()
        waits = part_of(desk).awaited.model
        # While one word is written the next one is not taken.
        await hands.until(lambda: row.due.text() == due and not waits._busy, "l’échéance d’avant")
        assert rows(store_file, SAID, contact_id) == []
        assert desk.models.contact.state.draft.made == ()

        await hands.press("Ctrl+R")
        await hands.until(lambda: row.due.text().startswith("Pas d’échéance"), "l’attente")
        await close_to_follow_up(hands, desk)
        shown = await look(hands, desk, contact_id)
        assert shown.due.wait.text() == "Le client a répondu"
        await tab_to(hands, lambda one: one is shown.due.wait)
        await hands.press("Space")
        await hands.until(
            lambda: shown.due.due.text().startswith("Réponse attendue"), "l’échéance qui revient"
        )
        assert shown.due.wait.text() == "J’attends le client"
        assert QApplication.focusWidget() is shown.due.wait
        await hands.press("Escape")
        assert rows(store_file, SAID, contact_id) == [(1,), (0,)]

    play(story)


def test_a_wait_left_on_is_ended_from_the_contact(play, settings, store_file: Path) -> None:
    """Closed as resolved, with nothing due any more: the journey says so, and ends it."""

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        contact_id = await begin_mail(hands, desk)
        await hands.press("Ctrl+R")
        await hands.until(lambda: still(part_of(desk).awaited.model.waits), "l’attente")
        await close_as(hands, desk, Resolution.RESOLVED)
        shown = await look(hands, desk, contact_id)
        label = desk.models.customers.reason_label
        assert entry_line(entry(desk, contact_id), label).startswith("On attend le client")
        assert shown.due.wait.text() == "Ne plus attendre le client"
        await tab_to(hands, lambda one: one is shown.due.wait)
        await hands.press("Space")
        waits = part_of(desk).awaited.model
        await hands.until(
            lambda: not shown.due.wait.isVisible() and not waits._busy, "la fin de l’attente"
        )
        assert QApplication.focusWidget() is shown.due.why
        assert "On attend" not in entry_line(entry(desk, contact_id), label)
        assert rows(store_file, SAID, contact_id) == [(1,), (0,)]
        # Taken back in time, one waits again.
        hands.window.toasts.toasts()[-1].button.click()
        await hands.until(shown.due.wait.isVisible, "l’attente qui revient")
        assert rows(store_file, SAID, contact_id) == [(1,)]
        await hands.press("Escape")

    play(story)


def test_said_without_a_line_and_answered_by_a_colleague(
    play, company: Company, monkeypatch
) -> None:
    monkeypatch.setattr(awaiting, "UNDO", awaiting.UNDO * 0)
    made = []

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        contact_id = await begin_mail(hands, desk)
        made.append(contact_id)
        company.shut()
        desk.models.sync.send_now()
        sync = desk.models.sync
        await hands.until(lambda: sync.state.status.phase is Phase.OFFLINE, "la coupure")
        await hands.press("Ctrl+R")
        await hands.until(lambda: still(part_of(desk).awaited.model.waits), "l’attente")
        await close_to_follow_up(hands, desk)
        company.reopen()
        sync.send_now()
        await settle_server(lambda: company.count("contact") == 1, 20)
        await settle_server(lambda: company.count("awaiting") == 1, 20)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()

        colleague = await sign_in(hands, session, "yanis")
        await synced(hands, colleague)
        await open_customer(hands, colleague, "Claire Moreau")
        shown = await look(hands, colleague, contact_id)
        assert shown.due.due.text().startswith("Pas d’échéance")
        await tab_to(hands, lambda one: one is shown.due.wait)
        await hands.press("Space")
        await settle_server(lambda: company.count("awaiting") == 2, 20)
        await hands.press("Escape")

    play(story, company.settings)
    said = "select person_id, begins, customer_id is not null from vav.awaitings order by at"
    assert company.database.run(said) == [
        ("person-lea", True, True),
        ("person-yanis", False, True),
    ]
