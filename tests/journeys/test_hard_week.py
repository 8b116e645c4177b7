"""« Le miroir d’une semaine difficile »: lived at a desk, then read in the mirror, all by keys."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.contacts import Channel
from desktop.domain.mirror.series import Measure, Series
from desktop.ui.exporting.overlay import ExportOverlay
from desktop.ui.mirror.view import MirrorView
from tests.journeys.hands import arrive, open_customer, rows, tab_to

PAUSES = "SELECT count(*) FROM pauses"


async def _live_it(hands: Driver, desk: Desk, file: Path) -> None:
    """F7, a warning, an end, a pause; then a low check-in."""
    [(paused,)] = rows(file, PAUSES)
    await open_customer(hands, desk, "Claire Moreau")
    view = desk.views.incivility
    await hands.press("F7")
    await hands.until(view.isVisible, "le formulaire")
    await hands.press("2", "2", "Ctrl+Return")
    await hands.until(view.care.isVisible, "ce que l’on peut faire")
    assert QApplication.focusWidget() is view.care.warn
    assert not view.care.end.isEnabled()
    await hands.press("Space")
    await hands.until(view.care.end.isEnabled, "l’avertissement")
    assert QApplication.focusWidget() is view.care.end
    await hands.press("Space")
    await hands.until(view.care.close_contact.isVisible, "la fin")
    told = "SELECT warned, ended FROM incivilities ORDER BY at DESC LIMIT 1"
    assert rows(file, told) == [(1, 1)]

    bar = desk.window.topbar
    await tab_to(hands, lambda one: one is view.care.pause)
    await hands.press("Space")
    await hands.until(bar.pause.isVisible, "la pause")
    assert not view.isVisible()
    assert rows(file, PAUSES) == [(paused + 1,)]
    await hands.press("Shift+F12")
    await hands.until(lambda: not bar.pause.isVisible(), "le retour")

    form = desk.views.check_in
    await hands.press("F12")
    await hands.until(form.isVisible, "le check-in")
    await hands.press("1", "2", "4", "2", "Ctrl+Return")
    await hands.until(lambda: not form.isVisible(), "l’enregistrement")


def _shares(series: tuple[Series, ...], measure: Measure) -> list[float | None]:
    (one,) = (one for one in series if one.measure is measure)
    return [point.share for point in one.points]


async def _look(hands: Driver, view: MirrorView) -> None:
    """To the week in which the team's mood was lowest, and its words above and below."""
    model, chart = view._viewmodel, view.halves.chart
    mood = _shares(model.state.mirror.team, Measure.MOOD)
    low = min(share for share in mood if share is not None)
    back = len(mood) - 1 - mood.index(low)
    assert chart.hasFocus()
    await hands.press("Right", *["Left"] * back)
    words = view.halves.readout.words
    assert words.text().startswith("Effort, semaine du")
    assert "n = " in words.text()
    here = words.text()
    await hands.press("Left")
    assert words.text() != here
    await hands.press("Right")
    assert words.text() == here
    customers = len(chart.halves.rows()) - len(model.state.mirror.team)
    await hands.press(*["Down"] * customers)
    assert words.text().startswith("Humeur, semaine du")
    assert "n = " not in words.text()


async def _slide(hands: Driver, view: MirrorView) -> None:
    """A week and back; the customers' half does not move."""
    model, above = view._viewmodel, view._viewmodel.state.mirror.customers
    lag = view.halves.foot.lag
    await hands.press("Shift+Right")
    assert (model.state.lag, lag.text()) == (1, "Équipe une semaine plus tôt")
    await hands.until(lambda: not model.state.loading, "les semaines d’à côté")
    await hands.press("Shift+Left")
    assert (model.state.lag, lag.text()) == (0, "Mêmes semaines")
    await hands.until(lambda: not model.state.loading, "les semaines")
    assert _same(model.state.mirror.customers, above)


def _same(now: tuple[Series, ...], before: tuple[Series, ...]) -> bool:
    """Whether the weeks that both tell are told the same, and there are such weeks."""
    for one, old in zip(now, before, strict=True):
        known = {point.monday: point for point in old.points}
        both = [point for point in one.points if point.monday in known]
        if not both or any(point != known[point.monday] for point in both):
            return False
    return True


async def _filter(hands: Driver, view: MirrorView) -> None:
    """A channel, by keys: the customers' half tells it alone, the team's stays whole."""
    model, picker = view._viewmodel, view.halves.head.channel
    team, customers = model.state.mirror.team, model.state.mirror.customers
    await tab_to(hands, lambda one: one is picker, "Shift+Tab")
    await hands.press("Return")
    await hands.until(picker.list_shown, "les canaux")
    await hands.press("Down", "Return")
    await hands.until(lambda: model.state.channel is not None, "le canal")
    await hands.until(lambda: not model.state.loading and model.state.mirror.customers, "la suite")
    assert model.state.channel is next(iter(Channel))
    assert not _same(model.state.mirror.customers, customers)
    assert _same(model.state.mirror.team, team)
    assert "l’équipe reste entière" in view.halves.head.note.text()


def test_it_is_lived_and_then_read(play, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await _live_it(hands, desk, store_file)
        await hands.press("Alt+8")
        await hands.until(lambda: hands.window.findChildren(MirrorView), "la page")
        (view,) = hands.window.findChildren(MirrorView)
        model = view._viewmodel
        await hands.until(lambda: model.state.mirror and not model.state.loading, "le miroir")
        await _look(hands, view)
        await _slide(hands, view)
        await _filter(hands, view)
        await hands.press("Ctrl+T")
        await hands.until(view.halves.table.isVisible, "le tableau")
        assert view.halves.table.model().rowCount() == model.state.span
        await hands.press("Ctrl+E")
        await hands.until(
            lambda: [one for one in hands.window.findChildren(ExportOverlay) if one.isVisible()],
            "l’export",
        )
        (overlay,) = hands.window.findChildren(ExportOverlay)
        assert [one for one in overlay.buttons.values() if one.isVisible()]
        await hands.press("Escape")
        assert not overlay.isVisible()
        assert view.isAncestorOf(QApplication.focusWidget() or hands.window)

    play(story)
