"""A call that is told what it published once that is kept: it is asked again, and once."""

from typing import Any

import pytest

from desktop.services.sync.link import Link
from tests.conftest import FakeClock
from tests.services.sync.fakes import FakeTransport


class FakePublisher(FakeTransport):
    """Publishes at the first call, and tells at those after it."""

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(function)
        first = len(self.calls) == 1
        return {"again": True} if first else {"periods": [], "asked": params}


@pytest.mark.parametrize("function", ["team_totals", "mirror", "read_checkin"])
async def test_what_was_put_down_first_is_asked_again(clock: FakeClock, function: str):
    door = FakePublisher(clock)
    link = Link(door, clock)
    try:
        assert await link.call(function, {"x": 1}) == {"periods": [], "asked": {"x": 1}}
        assert door.calls == [function] * 2
        await link.call(function, {"x": 1})
        assert len(door.calls) == 3
    finally:
        await link.end()
