"""A stage for stories: the real window over a copy of the demonstration; nothing stays behind."""

import asyncio
import gc
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.app import language, loop, places
from desktop.app.tour import driver
from desktop.app.tour.stage import Story, on_stage
from desktop.config import Settings
from desktop.config.video import VideoSettings
from desktop.domain.errors import StoreUnavailable
from desktop.services.clock import Clock
from desktop.services.demo import world
from desktop.services.store.local import LocalStore
from desktop.ui.kit import tasks, theme
from tests.journeys.company import company  # noqa: F401 - a fixture

Play = Callable[..., None]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's file, made once."""
    path = tmp_path_factory.mktemp("made") / "demonstration.sqlite"

    async def make() -> None:
        store = await LocalStore.open(path, Clock())
        await world.prepare(store, places.RESOURCES / "demo", lambda _done: None)
        await store.close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in French and in its theme, as `main.py` makes it."""
    qapp.setQuitOnLastWindowClosed(False)
    language.speak(qapp, "fr")
    return qapp


@pytest.fixture
def settings(tmp_path: Path, demonstration: Path) -> Settings:
    """Léa, in a folder of her own with a demonstration of her own."""
    (tmp_path / "default").mkdir()
    shutil.copy(demonstration, tmp_path / "default" / "demonstration.sqlite")
    return Settings(
        folder=tmp_path, theme="light", sign_in_as="lea", video=VideoSettings(ready=False)
    )


@pytest.fixture
def play(
    dressed: QApplication,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Play]:
    """Plays `async def story(hands, session)`, with other settings where they are given."""
    monkeypatch.setattr(driver, "PATIENCE", 10.0)
    gc.collect()
    gc.disable()
    before = _lively()
    stood = _standing()

    def run(story: Story, other: Settings | None = None) -> None:
        theme.apply(dressed, "light")

        async def main() -> int:
            await on_stage(other or settings, story)
            await _nothing_runs()
            return 0

        loop.run(dressed, main())

    yield run
    assert not [record for record in caplog.get_records("call") if _is_bug(record)]
    gc.collect()
    _let_go()
    gc.collect()
    gc.enable()
    assert not _standing() - stood
    assert not _lively() - before


def _standing() -> set[QWidget]:
    """Windows that are there; tests that ran before in this process may have left some."""
    return {widget for widget in QApplication.topLevelWidgets() if isValid(widget)}


def _is_bug(record: logging.LogRecord) -> bool:
    """The environment's troubles are told on screen, and looked for there."""
    kind = record.exc_info[0] if record.exc_info else None
    told = kind is not None and issubclass(kind, StoreUnavailable)
    return record.levelno >= logging.WARNING and not told


async def _nothing_runs() -> None:
    for _ in range(50):
        # Not all events: a task that woke up inside this one could not be entered, and would hang.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # One that has ended is still among those that run until the loop's next turn.
        left = (asyncio.all_tasks() - {asyncio.current_task()}) | tasks.running()
        if not left:
            break
        await asyncio.sleep(0.02)
    assert not left, f"left running: {left}"


def _let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _lively() -> frozenset[int]:
    """The timers that run."""
    found = (thing for thing in gc.get_objects() if isinstance(thing, QTimer))
    return frozenset(id(timer) for timer in found if isValid(timer) and timer.isActive())


@pytest.fixture
def store_file(settings: Settings) -> Path:
    return places.store_of(settings)
