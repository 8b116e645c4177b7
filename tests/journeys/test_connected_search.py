"""The search beyond this desk: another branch's customer is found, opened, and kept here."""

from desktop.app import pop
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.customers.search_state import Reach
from tests.journeys.company import Company, sign_in, synced
from tests.journeys.hands import in_front


def test_another_branchs_customer_is_found_and_opened(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        search = desk.models.search
        await hands.press("F2")
        await hands.type("lagarde")
        await hands.until(lambda: search.state.further, "le client de Niort")
        (found,) = search.state.further
        assert (found.name, found.branch, found.held) == ("Anne Moreau-Lagarde", "Niort", False)
        await hands.press("Return")
        await hands.until(lambda: in_front(desk) == "Anne Moreau-Lagarde", "sa fiche")
        said = [toast.text() for toast in desk.window.toasts.toasts()]
        assert any("Niort" in words and "30 jours" in words for words in said)
        assert company.database.run("select person_id, customer_id from vav.opened") == [
            ("person-lea", "anne")
        ]
        # From now on it is here: found without the server.
        company.shut()
        await hands.press("F2")
        await hands.type("lagarde")
        await hands.until(lambda: search.state.reach is Reach.OFFLINE, "la réponse du poste seul")
        assert [match.name for match in search.state.matches] == ["Anne Moreau-Lagarde"]
        assert search.state.further == ()
        company.reopen()

    play(story, company.settings)


def test_a_call_from_another_branchs_customer_opens_them(
    play, company: Company, monkeypatch
) -> None:
    # Whom the server knows, and not how long a ringing phone waits for it.
    monkeypatch.setattr(pop, "PATIENCE", 30.0)

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        desk.pop.open("tel:+33639980003")
        await hands.until(lambda: in_front(desk) == "Anne Moreau-Lagarde", "sa fiche")
        desk.pop.open("tel:+33639989999")
        await hands.until(desk.views.is_creating, "la nouvelle fiche")
        await hands.press("Escape")
        company.shut()
        desk.pop.open("tel:+33639989998")
        await hands.until(desk.views.is_creating, "la nouvelle fiche, hors ligne")
        await hands.press("Escape")
        company.reopen()

    play(story, company.settings)
