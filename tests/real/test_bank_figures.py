"""First contact resolution and the phone's standard over a bank's real calls.

Counted apart from the application, by a loop over the file with the csv module: of 33,066 calls that
are no phantoms 21,341 are abandoned or of nobody identified; of the others 2,919 began within the last
seven days of the file and 8,806 can be judged, of which 3,745 were not followed by another of the same
customer and reason within seven days: people call a bank often about the same thing.
Of 32,019 calls that came in and 180 s: 24,708 answered within, 1,470 later, 5,569 hung up within, 272
later.
"""

import json
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, select
from typer.testing import CliRunner

from desktop.admin.command import app
from desktop.domain import first_contact as rule
from desktop.domain.contacts import Channel
from desktop.domain.first_contact import Call, FirstContact
from desktop.domain.instants import from_millis
from desktop.domain.reports import Period
from desktop.domain.standards import Kept, kept
from desktop.services import standards
from desktop.services.store.reports import of_store
from desktop.services.store.tables import contacts

HERE = Path(__file__).parent
STANDARDS = HERE.parents[1] / "resources" / "standards.yaml"
ALL = FirstContact(resolved=3745, judged=8806, not_yet_judged=2919, excluded=21_341)


@pytest.fixture(scope="module")
def calls(real_file, tmp_path_factory):
    """A connection to a store that has the calls."""
    path = tmp_path_factory.mktemp("bank") / "s.sqlite"
    words = ["--store", path, "import", "contacts", real_file("bank_calls_feb_1999.tsv")]
    words += ["--mapping", HERE / "bank_calls.yaml", "--rejects", path.parent / "r.csv", "--json"]
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["imported"] == 33_066
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="module")
def known(calls):
    """The same calls as the pure function takes them."""
    return [
        Call(
            customer_id=row.customer_id,
            at=from_millis(row.started_at),
            reason=row.reason,
            abandoned=bool(row.abandoned),
        )
        for row in calls.execute(select(contacts))
    ]


@pytest.fixture
def found():
    """The standards that come with the application."""
    told, problems = standards.load_now(STANDARDS)
    assert told is not None, problems
    return told


def first_contact(calls, days: int = rule.DAYS, **period):
    """As a report tells it."""
    return of_store(calls, Period(**period), lambda one: one.fcr(days))[0]


def waits(calls):
    """As a report reads them."""
    return of_store(calls, Period(), lambda one: list(one.waits()))


def test_first_contact_resolution(calls, known):
    assert rule.first_contact(known) == ALL
    assert first_contact(calls) == ALL
    assert ALL.rate == pytest.approx(0.4253, abs=0.0001)


@pytest.mark.parametrize("days", [1, 3, 14])
def test_other_days_by_sql_and_by_the_pure_function(calls, known, days):
    assert first_contact(calls, days=days) == rule.first_contact(known, days=days)


def test_the_middle_of_the_month(calls, known):
    newest = max(call.at for call in known)
    since, to = newest - timedelta(days=18), newest - timedelta(days=3)
    told = first_contact(calls, since=since, to=to)
    assert told == rule.first_contact(known, since=since, to=to)
    assert 0 < told.judged < ALL.judged
    inside = sum(since <= call.at <= to for call in known)
    assert told.judged + told.not_yet_judged + told.excluded == inside


def test_the_phone_s_standard(calls, found):
    told = kept(waits(calls), found)[Channel.CALL_IN]
    assert told == Kept(met=24_708, missed=1470 + 272, left_early=5569, abandoned=5569 + 272)
    assert told.rate == pytest.approx(0.934, abs=0.001)


def test_a_bad_day_can_be_seen(calls, found):
    """The share of each day, to show that the figure is alive: the month's worst and best day."""
    by_day: dict[str, list] = {}
    for wait in waits(calls):
        day = wait.received_at.astimezone(ZoneInfo("Asia/Jerusalem")).date().isoformat()
        by_day.setdefault(day, []).append(wait)
    rates = [kept(all_, found)[Channel.CALL_IN].rate or 0 for all_ in by_day.values()]
    assert len(rates) == 28
    assert min(rates) < 0.9 < 0.99 < max(rates)
