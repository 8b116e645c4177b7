"""A store with Claire in it, and the view-model over it, for screens of the customer."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.ids import CustomerId
from desktop.services.changes import Changes
from desktop.services.customers import Customers
from desktop.ui.customers.column import CustomerColumn
from desktop.ui.customers.header import CustomerHeader
from desktop.ui.customers.tabs import CustomerTabs
from desktop.ui.customers.viewmodel import OpenCustomersViewModel
from desktop.ui.kit import tasks, theme
from tests.services.claire import NOW, SONIA, insert_all, many, write_rich

REASONS = {
    "billing.gap": "Facturation › Écart",
    "billing.copy": "Facturation › Duplicata",
    "move.address": "Déménagement › Adresse",
    "network.wifi": "Réseau › Wi-Fi",
}


def reason_label(code: str) -> str:
    return REASONS.get(code, code)


async def settle() -> None:
    """Wait for every task under way, and for what it has Qt do."""
    while True:
        under_way = tasks.running()
        if not under_way:
            break
        await asyncio.gather(*under_way, return_exceptions=True)
        await asyncio.sleep(0)
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def light(qapp: QApplication):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
async def customers(store, clock, changes) -> Customers:
    clock.at = NOW
    await write_rich(store)
    return Customers(store, clock, changes)


@pytest.fixture
async def viewmodel(qapp, customers, changes) -> AsyncIterator[OpenCustomersViewModel]:
    made = OpenCustomersViewModel(customers, SONIA, changes, reason_label)
    yield made
    await settle()


BUSY = CustomerId("busy")


@pytest.fixture
async def busy(store):
    await store.write(insert_all, many(BUSY, 70))
    return BUSY


@pytest.fixture
def window(qapp, viewmodel):
    made = QWidget()
    box = QVBoxLayout(made)
    box.addWidget(CustomerTabs(viewmodel))
    box.addWidget(CustomerHeader(viewmodel))
    box.addWidget(CustomerColumn(viewmodel), 1)
    made.resize(1600, 900)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()
