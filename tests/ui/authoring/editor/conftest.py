"""Drafts are written when a test says so: a timer would end after the test, with no loop to run in."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.loop import Loop
from desktop.ui.authoring.editor import saving


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch):
    monkeypatch.setattr(saving, "DELAY_MS", 3_600_000)
    monkeypatch.setattr(saving, "RETRY_MS", 3_600_000)


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop where time passes by itself, as in the application."""
    if item.path.name != "test_saving.py":
        return {"asyncio": asyncio.new_event_loop}
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}
