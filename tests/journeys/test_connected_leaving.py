"""Leaving a connected desk: sign-out refuses while something waits, and exports first if one likes."""

import asyncio
import json
from pathlib import Path

from PySide6.QtGui import QCloseEvent

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.sync import Phase
from desktop.services.outbox import Outbox
from desktop.ui.sync import leaving
from tests.journeys.company import Company, at_desk, screen, settle_server, sign_in, synced
from tests.journeys.hands import open_customer, write_note
from tests.shared_database import PASSWORD


async def offline_with_a_contact(hands: Driver, session: Session, company: Company):
    """Léa at her desk, the server gone, one contact closed."""
    desk = await sign_in(hands, session, "lea")
    await synced(hands, desk)
    company.shut()
    await open_customer(hands, desk, "Claire Moreau")
    await write_note(hands, desk, "Geste accepté")
    await hands.press("F8", "1", "4", "Ctrl+Return")
    sync = desk.models.sync
    await hands.until(lambda: sync.state.status.waiting, "ce qui attend")
    # It leaves by itself once it can no longer be taken back. Asked for by hand as well, an OFFLINE
    # of before would do, and the try that begins then takes it back for a moment.
    await hands.until(lambda: sync.state.status.phase is Phase.OFFLINE, "hors ligne")
    return desk


def test_sign_out_refuses_then_exports(play, company: Company, tmp_path: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await offline_with_a_contact(hands, session, company)
        assert desk.window.topbar.badge.text() == "Hors ligne, 1 à envoyer"
        desk.window.sign_out_asked.emit()
        departure = desk.linked.departure
        await hands.until(lambda: departure.question is not None, "la question")
        assert "1" in departure.question.words()
        assert session.desk is desk
        await hands.press("Escape")
        assert session.desk is desk
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: departure.question.isVisible(), "la question")
        path = tmp_path / "out.json"
        departure.export(path)
        await hands.until(lambda: session.desk is None, "le départ")
        facts = json.loads(path.read_text(encoding="utf-8"))["facts"]
        assert [one["kind"] for one in facts] == ["contact"]
        await screen(hands, session)
        company.reopen()

    play(story, company.settings)


def test_offline_then_back_everything_drains_and_one_leaves(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await offline_with_a_contact(hands, session, company)
        desk.window.sign_out_asked.emit()
        departure = desk.linked.departure
        await hands.until(lambda: departure.question is not None, "la question")
        company.reopen()
        departure.question.button(leaving.SEND).click()
        await hands.until(lambda: session.desk is None, "le départ")
        await settle_server(lambda: company.count("contact") == 1)

    play(story, company.settings)


def test_what_is_chosen_while_the_question_is_written_anew_counts(
    play, company: Company, monkeypatch
) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await offline_with_a_contact(hands, session, company)
        desk.window.sign_out_asked.emit()
        departure = desk.linked.departure
        await hands.until(lambda: departure.question is not None, "la question")
        counted, goes_on = desk.models.services.outbox.by_kind, asyncio.Event()

        async def slow():
            counts = await counted()
            await goes_on.wait()
            return counts

        with monkeypatch.context() as patched:
            patched.setattr(Outbox, "by_kind", lambda _outbox: slow())
            departure._sending = True
            departure._follow()  # the line was cut once more
            await hands.settle()
            company.reopen()
            departure.question.button(leaving.SEND).click()
            goes_on.set()
            await hands.until(lambda: session.desk is None, "le départ")
        await settle_server(lambda: company.count("contact") == 1)

    play(story, company.settings)


def test_work_goes_on_offline_with_the_copy_of_this_machine(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()
        await screen(hands, session)
        company.shut()
        view = await screen(hands, session)
        view.form.fields.password.field.setFocus()
        await hands.type(PASSWORD)
        await hands.press("Return")
        await hands.until(view.offline.isVisible, "l’offre de travailler hors ligne")
        assert "aujourd’hui" in view.offline.words.text()
        await hands.press("Space")
        again = await at_desk(hands, session)
        assert again.person.name == "Lea"
        await open_customer(hands, again, "Claire Moreau")
        company.reopen()

    play(story, company.settings)


def test_quitting_says_what_waits_and_loses_nothing(play, company: Company) -> None:
    class Close(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    async def story(hands: Driver, session: Session) -> None:
        desk = await offline_with_a_contact(hands, session, company)
        assert not desk.window.leaving.may_close(Close())
        await hands.until(lambda: hands.window.findChildren(leaving.Question), "la question")
        await hands.press("Escape")
        await hands.settle()
        assert session.desk is desk
        assert desk.window.isVisible()
        company.reopen()

    play(story, company.settings)
