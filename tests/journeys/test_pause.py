"""A pause at a desk: offered after a low check-in, taken and left by key, seen in presence, kept."""

from pathlib import Path

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.hands import arrive, rows

PAUSES = "SELECT p.minutes, o.state FROM pauses p JOIN outbox o ON o.fact_id = p.id"


async def _say_low(hands: Driver, desk: Desk) -> None:
    form = desk.views.check_in
    await hands.press("F12")
    await hands.until(form.isVisible, "le formulaire")
    await hands.press("1", "2", "4", "2", "Ctrl+Return")
    await hands.until(lambda: not form.isVisible(), "l’enregistrement")


def _offers(desk: Desk) -> list[str]:
    said = (toast.text() for toast in desk.window.toasts.toasts())
    return [text for text in said if "n’a à savoir pourquoi" in text]


def test_offered_once_taken_by_key_and_nobody_asks_why(play, settings, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await _say_low(hands, desk)
        await hands.until(lambda: _offers(desk), "l’offre")
        bar = desk.window.topbar
        assert not bar.pause.isVisible()
        await hands.press("Shift+F12")
        await hands.until(bar.pause.isVisible, "la pause")
        assert not _offers(desk)
        assert bar.presence.text() == "En pause"
        assert bar.pause.text().endswith("Je reviens")
        assert rows(store_file, PAUSES) == [(5, "waiting")]
        await hands.press("Shift+F12")
        await hands.until(lambda: not bar.pause.isVisible(), "le retour")
        assert bar.presence.text() == "Disponible"
        await _say_low(hands, desk)
        for _ in range(5):
            await hands.settle()
        assert not _offers(desk)

    play(story, settings)
