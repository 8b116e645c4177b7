"""The invented team's check-ins: on whatever day it is made, there is something for the lead to answer."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.domain.wellbeing import CheckIn, CheckInReading, CheckInReply
from desktop.services.demo import care, company
from desktop.services.demo.company import Making

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"
FIRST = datetime(2026, 11, 23, 6, 22, tzinfo=UTC)


def test_some_check_ins_wait_for_the_lead_on_whatever_day_and_hour():
    team = company.read(FOLDER)
    for number in range(40):
        now = FIRST + timedelta(days=number, hours=number % 13)
        chance = random.Random(number)
        told = list(
            care.check_ins(Making(now=now, zone=ZoneInfo("Europe/Paris"), chance=chance), team)
        )
        given = [one for one in told if isinstance(one, CheckIn) and one.addressed_to]
        answered = {one.check_in_id for one in told if isinstance(one, CheckInReply)}
        read = {one.check_in_id for one in told if isinstance(one, CheckInReading)}
        waiting = [one for one in given if one.id not in answered]
        assert len(waiting) >= care.WAITING
        assert answered == read
        assert len(answered) > 10
        assert all(one.at < now for one in given)
