"""The kit's tests run on the light theme, still, and leave no widget behind."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")
