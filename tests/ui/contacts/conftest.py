"""Contacts in front of an advisor, on a real store."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from desktop.app.loop import Loop
from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts, Promises
from desktop.services.store import tables
from desktop.services.store.rows import to_row
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.kit import tasks, theme

LEA = Person(id=PersonId("p1"), name="Léa Bonnet", role=Role.ADVISOR)
CLAIRE = Customer(id=CustomerId("c1"), given_name="Claire", family_name="Moreau")
KARIM = Customer(id=CustomerId("c2"), given_name="Karim", family_name="Haddad")


def pytest_asyncio_loop_factories(config, item):
    """Timers of Qt and coroutines on one loop, as in the application."""
    application = QApplication.instance() or QApplication([])
    return {"qt": lambda: Loop(application)}


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


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
