"""What tests of the customer's screens do again and again."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import CustomerId
from desktop.ui.kit.overlay import Overlay
from tests.ui.customers.conftest import settle


async def opened(viewmodel, *ids: CustomerId):
    for one in ids:
        viewmodel.open(one)
        await settle()


def overlay(window: QWidget, kind: type[Overlay]):
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
