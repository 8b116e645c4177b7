"""Fixtures for every test: offscreen Qt, our loop for coroutines, a store in a folder of its own."""

import os
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())

from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from tests.postgres import postgres, postgres_version  # noqa: F401 - fixtures for every test
from tests.postgres_standby import standby  # noqa: F401 - a fixture for every test
from tests.postgres_tls import tls_postgres  # noqa: F401 - a fixture for every test
from tests.rest_server import rest  # noqa: F401 - a fixture for every test
from tests.shared_database import (  # noqa: F401 - fixtures for every test
    empty_database,
    seeded,
    shared,
    template,
)

# How long an example takes is the machine's doing: a law says nothing of it.
settings.register_profile("laws", deadline=None, print_blob=True)
settings.load_profile("laws")

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a PostgreSQL can be chosen: `-m postgres`."""
    for item in items:
        if isinstance(item, pytest.Function) and {"postgres", "tls_postgres"} & {
            *item.fixturenames
        }:
            item.add_marker("postgres")


class FakeClock(Clock):
    """A clock that stands still until told, and counts its ids."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at
        self.made = 0

    def now(self) -> datetime:
        return self.at

    def zone(self):
        return UTC

    def monotonic(self) -> float:
        return self.at.timestamp()

    def chance(self) -> float:
        return 0.5

    def new_id(self) -> str:
        self.made += 1
        return f"{int(self.at.timestamp() * 1000):012x}{self.made:020x}"

    def advance(self, **by: float) -> None:
        """Move on by a timedelta's arguments."""
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def store(tmp_path: Path, clock: FakeClock) -> AsyncIterator[LocalStore]:
    opened = await LocalStore.open(tmp_path / "store.sqlite", clock)
    yield opened
    await opened.close()
