"""Two machines, each with a store of its own."""

import pytest

from desktop.services.store.local import LocalStore
from tests.services.authoring.world import machine


@pytest.fixture
async def desk(store, clock, tmp_path):
    return await machine(store, clock, tmp_path)


@pytest.fixture
async def other(clock, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    opened = await LocalStore.open(folder / "store.sqlite", clock)
    yield await machine(opened, clock, folder)
    await opened.close()
