"""The one funnel: results, errors in one place, cancelled with the owner, newest wins."""

import asyncio

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop.ui.kit import tasks


@pytest.fixture
def failures():
    heard: list[BaseException] = []
    tasks.on_error(heard.append)
    yield heard
    tasks.on_error(None)


async def wait_for_ever(started: list[str], name: str = "one") -> None:
    started.append(name)
    await asyncio.Event().wait()


async def fail() -> None:
    raise OSError("disque plein")


async def test_a_task_runs_and_is_let_go(failures):
    async def answer() -> int:
        return 42

    assert await tasks.run(answer(), QObject()) == 42
    await asyncio.sleep(0)
    assert tasks.running() == frozenset()
    assert failures == []


async def test_errors_come_to_one_place(failures):
    owner = QObject()
    task = tasks.run(fail(), owner)
    await asyncio.wait({task}, timeout=1)
    assert [str(error) for error in failures] == ["disque plein"]


async def test_who_asks_for_an_error_gets_it_alone(failures):
    heard: list[BaseException] = []
    owner = QObject()
    task = tasks.run(fail(), owner, heard.append)
    await asyncio.wait({task}, timeout=1)
    assert len(heard) == 1
    assert failures == []


async def test_a_task_ends_with_its_owner(failures):
    owner = QObject()
    started: list[str] = []
    task = tasks.run(wait_for_ever(started), owner)
    await asyncio.sleep(0)
    delete(owner)
    await asyncio.wait({task}, timeout=1)
    assert started == ["one"]
    assert task.cancelled()
    assert tasks.running() == frozenset()
    assert failures == []


async def test_an_owner_may_go_after_its_task(failures):
    owner = QObject()

    async def nothing() -> None:
        return None

    await tasks.run(nothing(), owner)
    await asyncio.sleep(0)
    delete(owner)
    assert failures == []


async def test_the_newest_request_wins(failures):
    owner = QObject()
    started: list[str] = []
    latest = tasks.Latest(owner)
    first = latest.run(wait_for_ever(started, "first"))
    await asyncio.sleep(0)

    async def answer() -> str:
        return "second"

    assert await latest.run(answer()) == "second"
    assert first.cancelled()
    assert failures == []


async def test_latest_can_be_cancelled(failures):
    owner = QObject()
    started: list[str] = []
    latest = tasks.Latest(owner)
    task = latest.run(wait_for_ever(started))
    await asyncio.sleep(0)
    latest.cancel()
    latest.cancel()
    await asyncio.wait({task}, timeout=1)
    assert task.cancelled()
