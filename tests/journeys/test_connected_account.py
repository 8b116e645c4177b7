"""One's account at a desk: signing in again while at work, and taking one's data from it."""

from psycopg import sql

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.sync import PauseReason, Phase
from desktop.ui.sync import leaving
from tests.journeys.company import Company, screen, sign_in, synced
from tests.journeys.hands import note, open_customer, write_note


def test_a_password_changed_while_at_work_pauses_and_goes_on(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "En pleine phrase")
        role = sql.Identifier(company.database.people["lea"].role)
        with company.database.superuser() as connection:
            connection.execute(sql.SQL("alter role {} password 'un tout autre'").format(role))
        sync = desk.models.sync
        sync.send_now()
        await hands.until(lambda: sync.state.status.pause is PauseReason.WRONG_PASSWORD, "la pause")
        assert desk.window.topbar.badge.text() == "En pause\u00a0: mot de passe"
        sync.mend()
        overlay = desk.linked.reconnecting.overlay
        assert overlay.secret.field.hasFocus()
        await hands.type("pas le bon")
        await hands.press("Return")
        await hands.until(overlay.problem.isVisible, "le refus dit")
        await hands.type("un tout autre")
        await hands.press("Return")
        await hands.until(lambda: not overlay.isVisible(), "la reprise")
        await hands.until(lambda: sync.state.status.phase is Phase.UP_TO_DATE, "l’échange")
        assert note(desk) == "En pleine phrase"
        desk.window.sign_out_asked.emit()
        # From now on the new password opens the data of this machine too.
        await sign_in(hands, session, "lea", "un tout autre")

    play(story, company.settings)


def test_ones_data_leave_the_machine_once_all_is_shared(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        store = desk.models.services.store.path
        await hands.press("Ctrl+,")
        desk.frame.settings.account.remove.click()
        await hands.until(
            lambda: any(one.isVisible() for one in desk.window.findChildren(leaving.Question)),
            "la question",
        )
        assert store.exists()
        await hands.press("Return")
        view = await screen(hands, session)
        assert view._viewmodel.state.accounts == ()
        assert not store.exists()

    play(story, company.settings)


def test_a_pull_that_would_take_much_away_asks_first(play, company: Company) -> None:
    company.database.run(
        "insert into vav.customers (id, family_name, branch_id)"
        " select 'many-' || n, 'Client ' || n, 'branch-angers' from generate_series(1, 60) n"
    )

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        company.database.run(
            "update vav.customers set branch_id = 'branch-niort' where id like 'many-%%'"
        )
        sync = desk.models.sync
        sync.send_now()
        await hands.until(lambda: sync.state.status.pause is PauseReason.DELETIONS, "la pause")
        syncing = desk.linked.syncing
        await hands.until(lambda: syncing.question.isVisible(), "la question")
        assert sync.state.status.deletions >= 60
        await hands.press("Return")
        await hands.until(lambda: not syncing.question.isVisible(), "« garder »")
        found = await desk.models.services.search.find("Client 12")
        assert found.matches
        before = syncing.question
        sync.send_now()
        # Not the pause of before, which stays until the engine has begun: asked anew, another question.
        await hands.until(lambda: syncing.question is not before, "la question")
        assert sync.state.status.pause is PauseReason.DELETIONS
        sync.mend()
        await hands.until(lambda: syncing.question.isVisible(), "la question")
        last = sync.state.status.last_success
        syncing.question.button("accept").click()
        # Told once the round is over in which they went.
        await hands.until(lambda: sync.state.status.last_success != last, "ce qui s’en va")
        assert not (await desk.models.services.search.find("Client 12")).matches

    play(story, company.settings)
