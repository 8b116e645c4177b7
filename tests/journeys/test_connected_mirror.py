"""The mirror over a real server: read there, shown with its time when the line is cut, read anew."""

from desktop.app import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.mirror.state import Trouble
from desktop.ui.mirror.view import MirrorView
from tests.journeys.company import Company, sign_in, synced


def test_the_mirror_stays_readable_without_a_line(play, company: Company) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await sign_in(hands, session, "lea")
        await synced(hands, desk)
        await hands.press(pages.KEYS[pages.MIRROR])
        (view,) = hands.window.findChildren(MirrorView)
        model = view._viewmodel
        await hands.until(lambda: model.state.mirror and not model.state.loading, "le miroir")
        assert model.state.trouble is None
        assert view.read.text().startswith("Lu aujourd’hui")
        company.shut()
        model.visit()
        await hands.until(lambda: model.state.trouble is Trouble.OFFLINE, "la coupure dite")
        assert view.trouble.isVisible()
        assert view.halves.isVisible()
        model.choose_span(8)
        await hands.until(lambda: not model.state.loading, "la fin de la lecture")
        assert model.state.trouble is Trouble.OFFLINE
        company.reopen()
        view.trouble.button.click()
        await hands.until(lambda: model.state.trouble is None, "le retour de la ligne")
        assert not view.trouble.isVisible()

    play(story, company.settings)
