"""A gateway for each test, stopped after it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.services.video.gateway.counter import placed
from tests.services.video.gateway.gate import Gate, configured


@pytest.fixture
async def gate(tmp_path, clock, monkeypatch) -> AsyncIterator[Gate]:
    # A test's page that nobody reads does not say goodbye.
    monkeypatch.setattr("desktop.services.video.gateway.line.GOODBYE", 0.05)
    async with aiohttp.ClientSession() as session:
        made = Gate(clock=clock, config=configured(tmp_path), session=session)
        await made.start()
        try:
            yield made
        finally:
            await session.close()
            await made.stop()


@pytest.fixture
async def counter(gate: Gate) -> Gate:
    placed(gate)
    await gate.restart()
    return gate
