"""Garbage is freed in Qt's thread, when it is due, and never in the store's."""

import gc
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from shiboken6 import delete

from desktop.ui.kit.garbage import PAUSE_MS, GarbageCollector, collect_due


class Cycle:
    """Dies by collection only, and tells in which thread."""

    died: list[str] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.died.append(threading.current_thread().name)


def litter() -> None:
    """Enough garbage for any generation to be due."""
    for _ in range(30_000):
        Cycle()


def test_another_thread_s_garbage_dies_in_qt_s(qapp):
    Cycle.died.clear()
    gc.enable()
    owner = QObject()
    GarbageCollector(owner)
    with ThreadPoolExecutor(1, thread_name_prefix="store") as store:
        store.submit(litter).result()
    assert Cycle.died == []
    until = time.monotonic() + 60
    while not Cycle.died and time.monotonic() < until:
        QTest.qWait(PAUSE_MS)
    assert set(Cycle.died) == {threading.main_thread().name}
    delete(owner)  # now: it gives the collection back, and would do so in the midst of a later test


def test_only_what_is_due_is_collected(qapp):
    gc.collect()
    Cycle.died.clear()
    Cycle()
    collect_due()
    assert Cycle.died == []
    litter()
    collect_due()
    assert len(Cycle.died) > 20_000


def test_before_the_first_settling_what_is_old_is_left_alone(qapp):
    gc.collect()
    Cycle.died.clear()
    old = Cycle()
    gc.collect(1)
    del old
    litter()
    collect_due(1)
    assert len(Cycle.died) == 30_000
    collect_due(2)
    gc.collect()
    assert len(Cycle.died) == 30_001


def test_what_comes_after_the_first_settling_still_dies(qapp):
    gc.collect()
    owner = QObject()
    collector = GarbageCollector(owner)
    try:
        collector.settle()
        Cycle.died.clear()
        Cycle()
        collector.settle()
        gc.collect()
        assert len(Cycle.died) == 1
    finally:
        gc.unfreeze()
        delete(owner)
