"""A gesture beyond the policy over a real server: asked without a line, granted, made, once each."""

from datetime import timedelta
from functools import partial

from desktop.app.latitude import LatitudePart
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.sync import Phase
from desktop.services import latitude
from desktop.ui.contacts.state import Stage
from tests.journeys.company import Company, settle_server, sign_in, synced
from tests.journeys.hands import open_customer, tab_to


def part_of(desk) -> LatitudePart:
    return next(one for one in desk.parts if isinstance(one, LatitudePart))


def test_asked_without_a_line_granted_and_made(play, company: Company, monkeypatch) -> None:
    monkeypatch.setattr(latitude, "UNDO", timedelta(0))

    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await open_customer(hands, desk, "Claire Moreau")
        await _ask_offline(hands, desk, company)
        company.reopen()
        desk.models.sync.send_now()
        await settle_server(lambda: company.count("gesture_request") == 1, 20)
        await synced(hands, desk)
        desk.window.sign_out_asked.emit()

        lead = await sign_in(hands, session, "camille")
        await _grant(hands, lead)
        await settle_server(lambda: company.count("gesture_answer") == 1, 20)
        await synced(hands, lead)
        lead.window.sign_out_asked.emit()

        desk = await sign_in(hands, session, "lea")
        toasts = partial(_offers, hands)
        await hands.until(toasts, "la réponse dite")
        toasts()[0].button.click()
        await settle_server(partial(_made, company), 20)
        await synced(hands, desk)

    play(story, company.settings)
    facts = [company.count(f"gesture{end}") for end in ("_request", "_answer", "")]
    assert facts == [1, 1, 1]


async def _ask_offline(hands: Driver, desk, company: Company) -> None:
    model = part_of(desk).model
    await hands.until(
        lambda: model.state.contact_id is not None and model.state.standing is not None,
        "la latitude",
    )
    company.shut()
    desk.models.sync.send_now()
    await hands.until(lambda: desk.models.sync.state.status.phase is Phase.OFFLINE, "la coupure")
    await hands.press("F5", "1", "4")
    await hands.type("40")
    await hands.press("Return")
    await hands.type("Trois pannes")
    await hands.press("Ctrl+Return")
    await hands.until(lambda: model.state.here.requests, "la demande")
    said = [toast.text() for toast in hands.window.toasts.toasts()]
    assert "Demande gardée\u00a0: Camille la recevra dès que la ligne reviendra." in said
    await hands.press("F8", "1", "4", "Ctrl+Return")
    await hands.until(lambda: desk.models.contact.state.stage is Stage.CLOSED, "la clôture")


async def _grant(hands: Driver, desk) -> None:
    leading = part_of(desk).leading
    model = leading.model
    await hands.until(lambda: model.state.waiting, "la demande")
    (asked,) = model.state.waiting
    assert (asked.request.words, asked.request.cents) == ("Trois pannes", 4000)
    leading.show()
    grant = await tab_to(hands, lambda one: one.accessibleName().startswith("Accorder"))
    assert grant.isVisible()
    await hands.press("Space")
    await hands.until(lambda: not model.state.waiting, "la réponse")


def _offers(hands: Driver) -> list:
    found = hands.window.toasts.toasts()
    return [one for one in found if one.button and "40" in one.button.text()]


def _made(company: Company) -> bool:
    rows = company.database.run("select kind, cents, words from vav.gestures")
    return [(cents, words) for _, cents, words in rows] == [(4000, "Trois pannes")]
