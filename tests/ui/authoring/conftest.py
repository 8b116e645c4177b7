"""A window with the page of guides, in French and in its light theme."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme
from desktop.ui.shell.rail import Page
from desktop.ui.shell.window import Window
from tests.services.authoring.world import CAMILLE, machine
from tests.ui.authoring.guides_page import Page as GuidesPage
from tests.ui.authoring.guides_page import settled


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication):
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot):
    made = Window((Page(id="guides", icon="scroll-text", label="Guides"),))
    qtbot.addWidget(made)
    made.resize(1680, 1050)
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
async def desk(store, clock, tmp_path):
    return await machine(store, clock, tmp_path)


@pytest.fixture
def page(window, desk):
    async def make(person=CAMILLE):
        made = GuidesPage(window, desk, person)
        await settled()
        # The window of the test before went only now, and took the activation along.
        window.activateWindow()
        QApplication.processEvents()
        made.view.take_focus()
        return made

    return make
