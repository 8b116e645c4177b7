"""Latitude over a real store, with a policy of 50 € a day and 25 € a contact."""

import pytest

from desktop.domain.latitude.policy import GestureKind, Policy
from desktop.services.changes import Changes
from desktop.services.latitude import Latitude
from desktop.services.latitude.requests import Requests
from tests.services.latitude.people import settle_in

BILL = GestureKind(code="bill", labels=(("fr", "Remise"),), usual=(500, 1000))
WORD = GestureKind(code="word", labels=(("fr", "Un mot"),), costs=False)


@pytest.fixture
def policy() -> Policy:
    return Policy(daily=5000, ceiling=2500, kinds=(BILL, WORD))


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
async def latitude(store, clock, changes) -> Latitude:
    await settle_in(store)
    return Latitude(store, clock, changes)


@pytest.fixture
def requests(store, clock, changes, latitude) -> Requests:
    return Requests(store, clock, changes)
