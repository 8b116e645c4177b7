"""Garbage of the screens' tests is freed in Qt's thread: see `desktop/ui/kit/garbage.py`."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _settled() -> Iterator[None]:
    """What is loaded before the first screen need not be gone through after each test."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """The store's thread collects nothing while widgets live, and finds none afterwards."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
