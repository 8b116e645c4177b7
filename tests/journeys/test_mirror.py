"""« Le miroir d’une semaine difficile »: found by keys, read in both halves, slid, copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app.mirror import MirrorPart
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.domain.changes import Changed, Kind
from desktop.domain.mirror.series import Measure, Series
from desktop.ui.kit.overlay import open_on
from desktop.ui.mirror.view import MirrorView
from desktop.ui.mirror.viewmodel import MirrorViewModel
from tests.journeys.hands import arrive


def _hard_week(viewmodel: MirrorViewModel) -> int:
    """How many weeks before the last the team's mood was lowest."""
    mirror = viewmodel.state.mirror
    assert mirror is not None
    shares = _shares(mirror.team, Measure.MOOD)
    return len(shares) - 1 - shares.index(min(shares))


def _shares(series: tuple[Series, ...], measure: Measure) -> list[float]:
    (one,) = (one for one in series if one.measure is measure)
    return [2.0 if point.share is None else point.share for point in one.points]


async def _open(hands: Driver, session: Session) -> MirrorView:
    await arrive(hands, session)
    await hands.press("Alt+8")
    (view,) = hands.window.findChildren(MirrorView)
    await hands.until(
        lambda: view.halves.chart.isVisible() and not view.halves.head.isHidden(), "le miroir"
    )
    await hands.until(lambda: view._viewmodel.state.mirror is not None, "ses chiffres")
    await hands.until(lambda: not view._viewmodel.state.loading, "la fin de la lecture")
    return view


def test_a_hard_week_is_seen_in_both_halves(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await _open(hands, session)
        viewmodel = view._viewmodel
        assert QApplication.focusWidget() is view.halves.chart
        back = _hard_week(viewmodel)
        await hands.press("Right", *["Left"] * back)
        above = view.halves.readout.words.text()
        assert above.startswith("Effort, semaine du")
        assert "n = " in above
        spot = view.halves.chart.spot
        assert spot is not None
        await hands.press(*["Down"] * len(view.halves.chart.halves.rows()))
        below = view.halves.readout.words.text()
        assert below.startswith("Pauses prises, semaine")
        assert "n = " not in below
        await hands.press("Shift+Right", "Shift+Right")
        assert viewmodel.state.lag == 2
        assert view.halves.foot.lag.text() == "Équipe 2 semaines plus tôt"
        await hands.until(lambda: not viewmodel.state.loading, "les semaines d’à côté")
        await hands.press("Backspace")
        assert viewmodel.state.lag == 0
        await hands.press("Return")
        assert open_on(hands.window) is view.overlay
        await hands.press("Escape")
        await hands.press("Ctrl+T", "Ctrl+C")
        copied = QGuiApplication.clipboard().text().split("\n")
        assert len(copied) == viewmodel.state.span + 1
        assert all(len(line.split("\t")) == len(copied[0].split("\t")) for line in copied)

    play(story)


def test_the_gap_closes_contact_by_contact(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        view = await _open(hands, session)
        view.turn_to(1)
        view.take_focus()
        await hands.press("Left")
        assert "vous attendiez" in view.gap.own.readout.text()
        assert view.gap.team.chart.isVisible()
        assert "37 points dans les banques" in view.gap.team.sentence.text()

    play(story)


def test_what_comes_while_the_mirror_is_in_front_is_read_once(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        viewmodel = (await _open(hands, session))._viewmodel
        desk = session.desk
        assert desk is not None
        (part,) = (one for one in desk.parts if isinstance(one, MirrorPart))
        part._soon.setInterval(0)
        read: list[bool] = []
        viewmodel.changed.connect(lambda: read.append(viewmodel.state.loading))
        for _ in range(3):
            desk.models.services.changes.tell(Changed(kind=Kind.ANSWER))
        await hands.until(lambda: read[-1:] == [False], "le miroir relu")
        assert read == [True, False]
        await hands.press("Alt+1")
        desk.models.services.changes.tell(Changed(kind=Kind.ANSWER))
        await hands.settle()
        assert read == [True, False]

    play(story)
