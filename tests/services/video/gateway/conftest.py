"""A gateway for each test, stopped after it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.services.video.gateway.counter import placed
from tests.services.video.gateway.gate import Gate, configured


@pytest.fixture
async def gate(tmp_path, clock) -> AsyncIterator[Gate]:
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
