"""A window with the page of guides, in French and in its light theme."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme
from desktop.ui.shell.rail import Page
from desktop.ui.shell.window import Window


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
