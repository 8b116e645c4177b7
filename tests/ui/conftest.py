"""Garbage of the screens' tests is freed in Qt's thread: see `desktop/ui/kit/garbage.py`."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """The store's thread collects nothing while widgets live, and finds none afterwards.

    What outlives a test is frozen, so that no later collection goes through it again: two thirds
    of the time of these tests went there.
    """
    gc.disable()
    yield
    gc.collect()
    gc.freeze()
    gc.enable()
