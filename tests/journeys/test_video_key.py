"""The key of video tells beforehand whether it can be used, wherever it is shown."""

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.video.readiness import Readiness, Unready
from tests.journeys.hands import arrive, open_customer


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
