"""Latitude on screen over a real store: an advisor with a contact in front, and their lead."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.loop import Loop
from desktop.services.changes import Changes
from desktop.services.latitude import Latitude
from desktop.services.latitude.policies import Policies
from desktop.services.latitude.requests import Requests
from desktop.ui.kit import theme
from desktop.ui.latitude import typed
from desktop.ui.latitude.overlay import GestureOverlay
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel
from desktop.ui.latitude.viewmodel import LatitudeViewModel
from tests.services.latitude.people import CAMILLE, LEA, draft, settle_in
from tests.ui.contacts.conftest import dispose, settled

OURS = Path(__file__).parents[3] / "resources" / "latitude.yaml"


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop, as in the application."""
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


class Front:
    """Whose contact is in front."""

    def __init__(self, begun):
        self.draft = begun


@pytest.fixture
def front(clock):
    return Front(draft(LEA, clock.at))


@pytest.fixture
def changes():
    return Changes()


@pytest.fixture
async def latitude(store, clock, changes):
    await settle_in(store)
    return Latitude(store, clock, changes)


@pytest.fixture
async def model(qapp, store, latitude, front):
    made = LatitudeViewModel(latitude, Policies(store, OURS), LEA, lambda: front.draft)
    made.begin(())
    made.follow(front.draft)
    await settled()
    yield made
    await settled()
    made.deleteLater()


@pytest.fixture
async def lead(qapp, store, clock, changes, latitude, monkeypatch):
    # Else it is due after the test's loop, on a slow machine.
    monkeypatch.setattr(typed, "KEPT_AFTER_MS", 60_000)
    requests = Requests(store, clock, changes)
    made = RequestsViewModel(requests, Policies(store, OURS), CAMILLE)
    made.begin(())
    await settled()
    yield made
    await settled()
    made.deleteLater()


@pytest.fixture
async def window(qapp):
    made = QWidget()
    made.resize(1100, 800)
    made.show()
    made.activateWindow()
    yield made
    dispose(made)


@pytest.fixture
async def overlay(window, model):
    return GestureOverlay(window, model)
