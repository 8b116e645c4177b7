"""Whole desks through a line that fails, killed and cut: nothing is missing, nothing is doubled."""

import json

import pytest

from tests.postgres import Server
from tests.soak import last_line
from tests.sync.chaos import a_run

SECONDS = 10
SEED = 20261126


@pytest.mark.timeout(300)
def test_what_was_promised_is_there_once_whatever_was_killed(postgres: Server, capsys) -> None:
    with a_run(postgres, SEED) as chaos:
        tally = chaos.play(SECONDS)
    with capsys.disabled():
        print(f"\nend to end: {last_line(tally, as_json=False)}")
    assert tally.kept, tally.wrong
    assert tally.process_kills > 0
    assert tally.server_kills > 0


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.timeout(300)
def test_a_door_that_lies_is_found_out(postgres: Server) -> None:
    with a_run(postgres, SEED, plant="lies") as chaos:
        tally = chaos.play(5)
    assert tally.missing > 0
    assert json.loads(last_line(tally, as_json=True))["missing"] == tally.missing
