"""Nothing of one screen's test is left for the next: no window, and no garbage (freed in Qt's thread)."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """The store's thread collects nothing while widgets live, and finds none afterwards.

    A change of the theme styles every window that is left, so that each made later tests slower.
    What outlives a test is frozen, so that no later collection goes through it again: two thirds
    of the time of these tests went there.
    """
    gc.disable()
    before = _windows()
    yield
    for window in _windows() - before:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()
    gc.enable()


def _windows() -> set[QWidget]:
    """Those that nobody owns."""
    if QApplication.instance() is None:
        return set()
    return {one for one in QApplication.topLevelWidgets() if isValid(one) and not one.parent()}
