"""Working over a shared database: signing in, writing, reading what others wrote."""

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.company import Company, call, screen, settle_server, sign_in, synced
from tests.journeys.hands import note, open_customer, write_note


def test_a_contact_reaches_the_server_and_another_desks_comes_here(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await screen(hands, session)
        assert view.form.server.server() == company.server
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        assert desk.window.topbar.badge.text() == "À jour"
        assert not desk.window.topbar.plain.isVisible()
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Geste accepté")
        await hands.press("F8", "1", "4", "Ctrl+Return")
        await settle_server(lambda: company.count("contact") == 1, 20)
        await synced(hands, desk)

        company.push("yanis", call("yanis", "claire", note="Rappel promis"))
        desk.models.sync.send_now()
        journey = desk.models.customers.journey
        await hands.until(lambda: len(journey.rows.rows()) == 2, "le contact de Yanis")

    play(story, company.settings)


def test_what_comes_from_elsewhere_moves_neither_focus_nor_words(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "En pleine ph")
        area = desk.views.wrap_up.form.note.area
        assert area.hasFocus()
        company.push("yanis", call("yanis", "claire", note="Rappel promis"))
        desk.models.sync.send_now()
        journey = desk.models.customers.journey
        await hands.until(lambda: journey.rows.rows(), "le contact de Yanis")
        assert area.hasFocus()
        await hands.type("rase")
        assert note(desk) == "En pleine phrase"

    play(story, company.settings)
