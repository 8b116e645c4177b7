"""The key of video tells beforehand whether it can be used, wherever it is shown."""

import pytest

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.video import views
from desktop.domain.video.readiness import Readiness, Unready
from desktop.ui.contacts.state import Stage
from desktop.ui.video import webrules
from desktop.ui.video.state import Stage as Face
from tests.journeys.hands import arrive, open_customer


@pytest.fixture(autouse=True)
def outside(monkeypatch) -> None:
    """No page is shown, here or in a browser."""
    monkeypatch.setattr(webrules, "available", lambda: False)
    monkeypatch.setattr(views, "open_browser", lambda _url: None)


def test_f9_is_greyed_with_its_reason_and_comes_back(play, monkeypatch) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        call, facade = desk.models.video.call, desk.models.video.facade
        await open_customer(hands, desk, "Claire Moreau")
        await hands.until(lambda: call.state.readiness.ok, "la passerelle")
        begin = desk.actions.get("video.begin")
        assert desk.window.status.greyed() == {}
        assert begin.title() == "Vidéo avec le client"
        fit, told = call.state.readiness, Readiness(why=Unready.NO_ANSWER)

        async def check() -> Readiness:
            return told

        monkeypatch.setattr(facade, "check", check)
        call.check()
        await hands.until(lambda: not call.state.readiness.ok, "le refus")
        why = desk.views.video.panel.faces.ready.why.text()
        assert desk.window.status.greyed() == {"Vidéo": why}
        assert begin.title() == f"Vidéo avec le client · {why}"
        assert not desk.views.video.panel.faces.ready.start.isEnabled()

        await hands.press("F9")
        assert not call.state.busy
        told = fit
        await hands.press("Return")
        await hands.until(lambda: call.state.readiness.ok, "la passerelle revenue")
        assert desk.window.status.greyed() == {}
        assert desk.views.video.panel.faces.ready.start.isEnabled()

    play(story)


def test_a_contact_closed_during_its_call_leaves_the_call_in_sight(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        call, contact = desk.models.video.call, desk.models.contact
        await open_customer(hands, desk, "Claire Moreau")
        await hands.until(lambda: call.state.readiness.ok, "la passerelle")
        await hands.press("F9")
        await hands.until(lambda: call.state.call is not None, "l’appel")
        first = contact.state.draft
        assert first is not None
        contact.close()
        await hands.until(lambda: contact.state.stage is Stage.CLOSED, "la clôture")
        assert call.state.stage is Face.INVITING
        call.propose_callback()
        await hands.until(lambda: contact.state.draft is not None, "le contact suivant")
        second = contact.state.draft
        assert second is not None
        assert second.contact_id != first.contact_id
        assert second.promise is not None
        assert call.state.stage is Face.INVITING
        call.end()
        await hands.until(lambda: call.state.call is None, "la fin")

    play(story)
