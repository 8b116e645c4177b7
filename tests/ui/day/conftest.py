"""Fixtures of the day's page: a store with people and customers, the page in a window."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.changes import Changes
from desktop.services.day import Days
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.ui.day.view import DayView
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import theme
from tests.services.day_world import CAMILLE, CLAIRE, LEA, NOE, UNNAMED, World
from tests.ui.day.stage import settled


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
async def world(store, clock):
    made = World(store, clock)
    await made.put(tables.people, [to_row(one) for one in (LEA, NOE, CAMILLE)])
    await made.put(tables.customers, [to_row(one) for one in (CLAIRE, UNNAMED)])
    return made


@pytest.fixture
async def viewmodel(qapp, world, store, clock):
    made = DayViewModel(Days(store, clock, Changes()), LEA, {"billing.gap": "Écart"}.__getitem__)
    yield made
    await settled()


@pytest.fixture
async def window(qapp):
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    made.resize(1600, 980)
    yield made
    made.close()
    made.deleteLater()
    await settled()


@pytest.fixture
async def view(window, viewmodel):
    made = DayView(viewmodel)
    window.layout().addWidget(made)
    return made
