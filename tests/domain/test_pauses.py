"""When a pause is offered: after what is low, and never twice in a row."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.pauses import ASKED_AGAIN_AFTER, Pause, is_low, may_offer
from desktop.domain.wellbeing import CheckIn, Moment

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
FINE = CheckIn(
    id=CheckInId("c"),
    person_id=PersonId("lea"),
    at=NOW,
    moment=Moment.ANY,
    mood=3,
    energy=3,
    load=4,
)


@pytest.mark.parametrize(
    ("said", "low"),
    [
        ({}, False),
        ({"mood": 2}, True),
        ({"energy": 1}, True),
        ({"load": 5}, True),
        ({"mood": None, "energy": None, "load": None, "words": "bof"}, False),
        ({"mood": None, "energy": 2}, True),
    ],
)
def test_what_is_low(said, low):
    assert is_low(replace(FINE, **said)) is low


@pytest.mark.parametrize(
    ("offered", "began", "may"),
    [
        (None, None, True),
        (ASKED_AGAIN_AFTER, None, True),
        (ASKED_AGAIN_AFTER - timedelta(seconds=1), None, False),
        (None, timedelta(minutes=64), False),
        (None, timedelta(minutes=65), True),
        (timedelta(hours=3), timedelta(minutes=1), False),
    ],
)
def test_nobody_is_asked_twice_in_a_row(offered, began, may):
    last = began and Pause(id="p", person_id=PersonId("lea"), at=NOW - began, minutes=5)
    assert may_offer(NOW, offered and NOW - offered, last) is may


def test_a_pause_has_no_place_for_a_reason():
    assert set(Pause.__dataclass_fields__) == {"id", "person_id", "at", "minutes"}
