"""A gesture in two digits, a request that the lead grants, a merci by one key."""

from dataclasses import replace
from pathlib import Path

from desktop.app.latitude import LatitudePart
from desktop.app.session import Session
from desktop.app.stories import StoriesPart
from desktop.app.tour.driver import Driver
from desktop.ui.contacts.state import Stage
from tests.journeys.hands import arrive, open_customer, rows

GIVEN = "SELECT kind, cents, takes_back FROM gestures WHERE contact_id = ? ORDER BY id"


def part_of(desk, kind):
    return next(one for one in desk.parts if isinstance(one, kind))


def test_a_gesture_in_two_digits_and_a_request_beyond(play, settings, store_file: Path) -> None:
    asked = {}

    async def advisor(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")
        latitude = part_of(desk, LatitudePart)
        # Whose contact it is, is known at once; where one stands is read after that.
        await hands.until(lambda: latitude.model.state.standing is not None, "la latitude")
        assert latitude.model.state.contact_id is not None
        contact_id = latitude.model.state.contact_id
        before = latitude.model.state.standing.spent
        await hands.press("F5", "1", "1")
        await hands.until(lambda: latitude.model.state.here.gestures, "le geste")
        assert latitude.model.state.standing.spent == before + 500
        (toast,) = hands.window.toasts.toasts()
        toast.button.click()
        await hands.until(lambda: not latitude.model.state.here.gestures, "son annulation")
        assert rows(store_file, GIVEN, contact_id) == []
        assert desk.models.contact.state.draft.made == ()

        await hands.press("F5", "1", "1")
        await hands.until(lambda: latitude.model.state.here.gestures, "le geste")
        await hands.press("F5", "1", "4")
        await hands.type("40")
        await hands.press("Return")
        await hands.type("Trois pannes")
        await hands.press("Ctrl+Return")
        await hands.until(lambda: latitude.model.state.here.requests, "la demande")
        entries = desk.models.customers.journey.rows
        await hands.until(
            lambda: any(one.cents == 500 for one in entries.rows()), "le geste au parcours"
        )

        await hands.press("Ctrl+M")
        await hands.until(lambda: part_of(desk, StoriesPart).merci_overlay.isVisible(), "le merci")
        await hands.type("Vous avez pris le temps")
        await hands.press("Return")
        told = "SELECT words FROM thanks WHERE contact_id = ?"
        await hands.until(
            lambda: rows(store_file, told, contact_id) == [("Vous avez pris le temps",)], "ses mots"
        )
        await hands.press("F8", "1", "4", "Ctrl+Return")
        await hands.until(lambda: desk.models.contact.state.stage is Stage.CLOSED, "la clôture")
        asked["contact"] = contact_id

    async def lead(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        leading = part_of(desk, LatitudePart).leading
        await hands.until(lambda: leading.model.state.waiting, "les demandes")
        leading.show()
        mine = [one for one in leading.model.state.waiting if one.request.words == "Trois pannes"]
        leading.model.answer(mine[0].request.id, granted=True)
        await hands.until(
            lambda: mine[0].request.id in [one.request.id for one in leading.model.state.answered],
            "la réponse",
        )

    async def again(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        latitude = part_of(desk, LatitudePart)

        def toasts():
            found = hands.window.toasts.toasts()
            return [one for one in found if one.button and "40" in one.button.text()]

        await hands.until(toasts, "la réponse dite")
        toasts()[0].button.click()
        await hands.until(
            lambda: (
                (4000,)
                in rows(
                    store_file, "SELECT cents FROM gestures WHERE contact_id = ?", asked["contact"]
                )
            ),
            "le geste accordé",
        )
        assert latitude.card.isVisibleTo(desk.views.day)

    play(advisor)
    play(lead, replace(settings, sign_in_as="camille"))
    play(again)
