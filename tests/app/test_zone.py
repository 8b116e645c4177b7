"""Days are cut where the workstation is, also across a clock change."""

import os
import subprocess
import sys
from datetime import datetime

from desktop.app.zone import here
from desktop.services.clock import Clock
from tests.house.source import ROOT

SCRIPT = """
from datetime import datetime
from desktop.app.zone import here
zone = here()
print(*(datetime(2026, month, 1, 12, tzinfo=zone).utcoffset().total_seconds() / 3600 for month in (1, 7)))
"""


def test_summer_and_winter_have_their_own_offset():
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env=os.environ | {"TZ": "Europe/Paris"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.split() == ["1.0", "2.0"]


def test_the_clock_lives_in_the_zone_it_is_given():
    zone = here()
    assert Clock(zone).zone() is zone or zone is None
    assert Clock().zone().utcoffset(datetime(2026, 1, 1)) is not None
