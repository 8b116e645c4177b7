"""Contacts in front of an advisor, on a real store."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import insert

from desktop.app.loop import Loop
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts, Promises
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.ui.contacts import saving
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.kit import tasks, theme
from tests.ui.contacts.people import CLAIRE, KARIM, LEA


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop, as in the application."""
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
def hurried():
    """For a test of the draft's own timer."""


@pytest.fixture(autouse=True)
def unhurried(request, monkeypatch):
    """Else the draft is due after the test's loop, on a slow machine, and before it is flushed."""
    if "hurried" not in request.fixturenames:
        monkeypatch.setattr(saving, "DELAY_MS", 60_000)


@pytest.fixture
async def contacts(store, clock) -> Contacts:
    for customer in (CLAIRE, KARIM):
        await store.write(lambda c, row: c.execute(insert(tables.customers), row), to_row(customer))
    return Contacts(store, clock, Changes())


@pytest.fixture
def promises(contacts, store, clock) -> Promises:
    return Promises(store, clock, contacts._changes)


@pytest.fixture
async def viewmodel(qapp, contacts):
    made = ContactViewModel(contacts, LEA)
    yield made
    # A draft that is still to be saved would ask for a loop that is no longer there.
    await made.flush()
    await settled()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


async def settled() -> None:
    """Wait until no task of a view-model is under way."""
    while waiting := tasks.running():
        await asyncio.wait(waiting)
        await asyncio.sleep(0)


async def until(true: Callable[[], bool], seconds: float = 3) -> None:
    """Wait until something has become true."""
    for _ in range(int(seconds * 100)):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never became true")


def write(widget: QWidget, text: str) -> None:
    """Type any signs, accents too, which QTest.keyClicks does not bear."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(sign.upper()) if sign.isascii() else 0
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(widget, event)


def dispose(widget: QWidget) -> None:
    """Let a widget go now, so that nothing of it is left for the next test."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def nameless(root: QAccessibleInterface | None) -> list[str]:
    """Return the focusable nodes that have no name to be read aloud."""
    if root is None:
        return ["no tree"]
    found = [] if not _lacks_name(root) else [f"{root.role()} {root.object()}"]
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None:
            found += nameless(child)
    return found


def _lacks_name(node: QAccessibleInterface) -> bool:
    shown = node.state().focusable and not node.state().invisible and node.object() is not None
    return bool(shown) and not node.text(QAccessible.Text.Name).strip()
