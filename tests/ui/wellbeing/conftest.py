"""People who check in, on a real store, and windows with a keyboard."""

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from sqlalchemy import insert

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.domain.wellbeing import Audience, Moment
from desktop.services.changes import Changes
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.services.wellbeing import CheckIns
from desktop.ui.kit import tasks, theme

LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
NOE = Person(id=PersonId("noe"), name="Noé Petit", role=Role.ADVISOR)
CAMILLE = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD)


class World:
    """The services, and what people did before the test begins."""

    def __init__(self, store, clock) -> None:
        self.store = store
        self.clock = clock
        self.changes = Changes()
        self.check_ins = CheckIns(store, clock, self.changes)

    async def give(self, person=LEA, audience=Audience.LEAD, **given: Any):
        values: dict[str, Any] = {"mood": 2, "energy": 3, "load": 4, "words": "Semaine lourde"}
        values |= given
        made = await self.check_ins.check_in(
            person, CAMILLE, moment=Moment.START, audience=audience, **values
        )
        self.clock.advance(minutes=10)
        return made


@pytest.fixture
async def world(store, clock):
    people = [to_row(person) for person in (LEA, NOE, CAMILLE)]
    await store.write(lambda connection: connection.execute(insert(tables.people), people) and None)
    return World(store, clock)


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
async def window(qapp):
    """A window that has the focus; what it holds goes with it."""
    made = QWidget()
    QVBoxLayout(made)
    made.resize(1280, 860)
    yield made
    made.close()
    made.deleteLater()
    await settled()


async def settled() -> None:
    """Let every task end and Qt take note of it."""
    for _ in range(6):
        while tasks.running():
            await asyncio.wait(tasks.running())
        await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


async def show(window, widget=None):
    if widget is not None:
        window.layout().addWidget(widget)
    window.show()
    window.activateWindow()
    await settled()


async def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys, one after the other, where the focus is; a text is typed."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        if isinstance(key, str):
            _type(focused, key)
        else:
            QTest.keyClick(focused, key, modifier)
        await settled()


def _type(widget, text):
    """As an input method does: Qt's own typing knows no accents."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(widget, event)
