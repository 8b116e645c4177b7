"""A store that belongs to a person of a server, and an engine on it that a test paces."""

import asyncio
import inspect
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from desktop.domain.ids import PersonId
from desktop.services.changes import Changes
from desktop.services.store import identity
from desktop.services.store.local import LocalStore
from desktop.services.sync.engine import SyncEngine
from tests.services.sync.fakes import PERSON, FakeTransport, PacedClock

PATIENCE = 10_000
"""Looks, 2 ms apart at least, until a test gives up."""


@pytest.fixture
async def clock() -> PacedClock:
    return PacedClock()


async def connected(path: Path, clock: PacedClock, person: str = PERSON) -> LocalStore:
    """Open a store of its own for this person."""
    store = await LocalStore.open(path, clock, secrets.token_bytes(32))
    await store.write(identity.bind, "postgresql://base.example/vav", PersonId(person))
    return store


@pytest.fixture
async def store(tmp_path, clock) -> AsyncIterator[LocalStore]:
    opened = await connected(tmp_path / "lea.sqlite", clock)
    yield opened
    await opened.close()


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def server(clock) -> FakeTransport:
    return FakeTransport(clock)


@pytest.fixture
async def engine(store, changes, server) -> AsyncIterator[SyncEngine]:
    async with SyncEngine(store, changes, server) as running:
        yield running


async def until(condition: Callable[[], object]) -> None:
    """Let the loop run until this holds, awaited or not; what never comes fails the test."""
    for _ in range(PATIENCE):
        found = condition()
        if await found if inspect.isawaitable(found) else found:
            return
        await asyncio.sleep(0.002)
    raise AssertionError("it never came")


async def ring_until(clock: PacedClock, condition: Callable[[], object]) -> float:
    """Ring until this holds; how much time that took of the clock's."""
    slept = 0.0
    for _ in range(300):
        if condition():
            return slept
        slept += await clock.ring()
    raise AssertionError("it never came")
