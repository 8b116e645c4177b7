"""Signing in at a real server: every failure its own sentence, and what comes after it."""

from dataclasses import replace
from pathlib import Path

import pytest
from psycopg import sql

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.sign_in_file import SignInFile, written
from desktop.ui.shell.connect_state import Hindrance, Phase
from desktop.ui.shell.connect_words import sentence
from tests.journeys.company import Company, at_desk, screen, sign_in, synced
from tests.journeys.hands import open_customer
from tests.shared_database import PASSWORD

PHRASE = "une phrase bien longue"


async def give(hands: Driver, view, name: str, password: str) -> None:
    """Type a name and a password, and press Enter."""
    view.form.fields.name.setFocus()
    view.form.fields.name.selectAll()
    await hands.type(name)
    view.form.fields.password.field.setFocus()
    view.form.fields.password.field.selectAll()
    await hands.type(password)
    await hands.press("Return")


def test_each_failure_says_its_own_and_the_next_try_goes_through(play, company: Company) -> None:
    async def told(hands: Driver, view, why: Hindrance) -> None:
        form = view.form
        await hands.until(
            lambda: view._viewmodel.state.hindrance is why and not view._viewmodel.state.busy,
            f"« {why} »",
        )
        assert form.problem.text() == sentence(why, form.server.server())
        assert form.problem.isVisible()

    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        await give(hands, view, "lea", "pas le bon")
        await told(hands, view, Hindrance.WRONG_PASSWORD)
        assert view.form.fields.password.field.hasFocus()
        await give(hands, view, "ex", PASSWORD)
        await told(hands, view, Hindrance.DISABLED)
        assert view.form.fields.name.hasFocus()
        company.shut()
        await give(hands, view, "lea", PASSWORD)
        await told(hands, view, Hindrance.NO_ANSWER)
        company.reopen()
        for address, why in (
            ("postgresql://127.0.0.1:1/vav", Hindrance.NO_ANSWER),
            ("postgresql://nulle-part.invalid/vav", Hindrance.UNKNOWN_SERVER),
        ):
            view.form.server.edit()
            view.form.server.field.selectAll()
            await hands.type(address)
            await give(hands, view, "lea", PASSWORD)
            await told(hands, view, why)
        view.form.server.edit()
        view.form.server.field.selectAll()
        await hands.type(company.server)
        await give(hands, view, "lea", PASSWORD)
        await at_desk(hands, session)

    play(story, company.settings)


def test_the_one_time_password_of_the_file_is_replaced(
    play, company: Company, tmp_path: Path
) -> None:
    company.database.run("update vav.people set must_change = true where sign_in = 'lea'")
    server, _, database = company.server.removeprefix("postgresql://").partition("/")
    file = tmp_path / "lea.toml"
    file.write_text(
        written(SignInFile(server=server, database=database, name="lea", password=PASSWORD)),
        encoding="utf-8",
    )

    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        await hands.until(lambda: view.form.fields.name.text() == "lea", "le fichier lu")
        await hands.press("Return")
        await hands.until(view.password.isVisible, "le choix d’un mot de passe")
        await hands.type("un autre, à moi")
        await hands.press("Return")
        await hands.type("un autre, à moi")
        await hands.press("Return")
        desk = await at_desk(hands, session)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()
        await sign_in(hands, session, "lea", "un autre, à moi")

    play(story, replace(company.settings, server="", sign_in=file))


def test_without_a_keyring_a_phrase_opens_the_data(play, company: Company) -> None:
    company.ring = None

    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        assert view.form.fields.passphrase.isVisible()
        await give(hands, view, "lea", PASSWORD)
        assert view._viewmodel.state.hindrance is Hindrance.PASSPHRASE_MISSING
        await hands.type("trop court")
        await hands.press("Return")
        await hands.until(
            lambda: view._viewmodel.state.hindrance is Hindrance.NO_KEEPING, "la phrase refusée"
        )
        view.form.fields.passphrase.field.selectAll()
        await hands.type(PHRASE)
        await hands.press("Return")
        desk = await at_desk(hands, session)
        await synced(hands, desk)

    play(story, company.settings)


def test_what_is_remembered_lets_one_in_by_a_digit(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        view.form.fields.remember.click()
        await give(hands, view, "lea", PASSWORD)
        desk = await at_desk(hands, session)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()
        view = await screen(hands, session)
        await hands.until(view.form.people.hasFocus, "la liste des comptes")
        await hands.press("1")
        desk = await at_desk(hands, session)
        assert desk.person.name == "Lea"

    play(story, company.settings)


def test_another_person_at_the_same_desk_reads_nothing_of_the_first(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        first = await sign_in(hands, session, "lea")
        await synced(hands, first)
        await open_customer(hands, first, "Claire Moreau")
        stores = {first.models.services.store.path}
        first.window.sign_out_asked.emit()
        second = await sign_in(hands, session, "zoe")
        await synced(hands, second)
        stores.add(second.models.services.store.path)
        assert len(stores) == 2
        assert second.models.customers.state.recent == ()
        for path in stores:
            assert not path.read_bytes().startswith(b"SQLite format 3")

    play(story, company.settings)


@pytest.mark.parametrize("way", ["old", "aside"])
def test_a_password_changed_elsewhere(play, company: Company, way: str) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()
        view = await screen(hands, session)
        role = sql.Identifier(company.database.people["lea"].role)
        with company.database.superuser() as connection:
            connection.execute(sql.SQL("alter role {} password 'un tout autre'").format(role))
        await give(hands, view, "lea", "un tout autre")
        await hands.until(view.key.isVisible, "l’écran des données fermées")
        assert view.key.old.field.hasFocus()
        if way == "old":
            await hands.type("pas le bon")
            await hands.press("Return")
            await hands.until(view.key.problem.isVisible, "le refus")
            view.key.old.field.selectAll()
            await hands.type(PASSWORD)
            await hands.press("Return")
        else:
            view.key.aside.click()
            view.key.aside.click()
        desk = await at_desk(hands, session)
        await synced(hands, desk)
        kept = desk.models.services.store.path.parent.parent / "set-aside"
        assert kept.exists() == (way == "aside")

    play(story, company.settings)


def test_the_wait_can_be_given_up(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        lock = company.database.superuser()
        lock.execute("begin")
        lock.execute("lock table vav.people in access exclusive mode")
        await give(hands, view, "lea", PASSWORD)
        await hands.until(view.waiting.isVisible, "l’attente")
        await hands.press("Escape")
        await hands.until(lambda: view._viewmodel.state.phase is Phase.FORM, "le formulaire")
        lock.execute("rollback")
        lock.close()
        await give(hands, view, "lea", PASSWORD)
        await at_desk(hands, session)

    play(story, company.settings)
