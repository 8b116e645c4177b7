"""The panel under the badge: told by the engine, counting only while it is seen."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.sync import PauseReason, Phase
from desktop.ui.kit import tasks
from desktop.ui.kit.text import Text
from desktop.ui.sync.panel import SyncPanel
from desktop.ui.sync.status_viewmodel import SyncViewModel
from tests.ui.sync.fakes import NOW, FakeEngine


@pytest.fixture
def counted():
    return []


@pytest.fixture
def make(window, counted):
    def make(engine):
        async def count():
            counted.append(True)
            return {"promise": 1, "contact": 3}

        return SyncViewModel(engine, count, lambda: NOW, window)

    return make


async def settled():
    while tasks.running():
        await asyncio.wait(tasks.running())
    QApplication.processEvents()


def said(panel):
    return [label.text() for label in panel.findChildren(Text)]


async def test_what_waits_is_told_by_kind_since_when_and_what_comes_next(window, make, counted):
    engine = FakeEngine(
        phase=Phase.OFFLINE,
        waiting=4,
        waiting_since=NOW - timedelta(hours=2),
        next_try=NOW + timedelta(seconds=30),
    )
    model = make(engine)
    assert counted == []
    panel = SyncPanel(model, window.topbar.badge)
    panel.open_under(window.topbar.badge)
    await settled()
    assert model.state.by_kind == (("contact", 3), ("promise", 1))
    assert {"3", "1", "aujourd’hui 09:00", "dans moins d’une minute"} <= set(said(panel))
    assert panel.action.hasFocus()
    assert panel.action.text() == "Réessayer maintenant"
    panel.action.click()
    await settled()
    assert engine.asked == ["resume"]
    panel.close()
    engine.tell(phase=Phase.WAITING, waiting=5)
    await settled()
    assert counted == [True]


@pytest.mark.parametrize(
    ("status", "words", "signal"),
    [
        (
            {"phase": Phase.PAUSED, "pause": PauseReason.EXPIRED_TOKEN},
            "Se reconnecter",
            "sign_in_asked",
        ),
        (
            {"phase": Phase.PAUSED, "pause": PauseReason.DELETIONS},
            "Voir et décider",
            "deletions_asked",
        ),
    ],
)
async def test_the_button_does_what_the_pause_asks_for(window, make, status, words, signal):
    model = make(FakeEngine(**status))
    heard = []
    getattr(model, signal).connect(lambda: heard.append(signal))
    panel = SyncPanel(model, window.topbar.badge)
    panel.open_under(window.topbar.badge)
    assert panel.action.text() == words
    panel.action.click()
    await settled()
    assert heard == [signal]


async def test_what_needs_a_look_has_a_way_to_it(window, make):
    model = make(FakeEngine(rejected=1, conflicts=1))
    heard = []
    model.review_asked.connect(lambda: heard.append(True))
    panel = SyncPanel(model, window.topbar.badge)
    panel.open_under(window.topbar.badge)
    assert panel.review.text() == "Voir (2)"
    panel.review.click()
    await settled()
    assert heard == [True]


async def test_it_follows_the_engine_while_it_is_open(window, make):
    engine = FakeEngine(phase=Phase.OFFLINE)
    panel = SyncPanel(make(engine), window.topbar.badge)
    panel.open_under(window.topbar.badge)
    before = panel.words()
    engine.tell(phase=Phase.UP_TO_DATE)
    assert panel.words() != before
    assert panel.accessibleName() == "Tout est partagé"
    panel.close()
    await settled()


async def test_a_question_about_deletions_is_asked_once(make):
    engine = FakeEngine()
    model = make(engine)
    heard = []
    model.deletions_asked.connect(lambda: heard.append(True))
    for waiting in (0, 1):
        engine.tell(phase=Phase.PAUSED, pause=PauseReason.DELETIONS, waiting=waiting)
    assert heard == [True]


async def test_without_a_shared_database_nothing_is_offered(window, make, counted):
    panel = SyncPanel(make(None), window.topbar.badge)
    panel.open_under(window.topbar.badge)
    await settled()
    assert panel.action.isHidden()
    assert "3" in said(panel)
    panel.close()
    await settled()
