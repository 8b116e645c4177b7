"""The customers' half by SQL is what the pure rules say, whatever happened."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, event, insert

from desktop.domain.business_time import Calendar, Hours
from desktop.domain.contacts import Channel
from desktop.domain.first_contact import Call, Verdict, verdicts
from desktop.domain.ids import CustomerId, PersonId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.mirror.gaps import Pairs, distribution
from desktop.domain.mirror.series import CUSTOMERS, Measure
from desktop.domain.mirror.shares import PARIS, favourable, mondays, nps, point
from desktop.domain.standards import ClockKind, Outcome, Standard, Standards, Wait, outcome
from desktop.services.store import tables
from desktop.services.store.awaiting import spans
from desktop.services.store.mirror import Wanted, customers, gap
from desktop.services.store.replica_tables import every_table
from desktop.services.store.team_tables import awaitings

ENGINE = create_engine("sqlite://")
every_table().create_all(ENGINE)
TABLES = (
    tables.contacts,
    tables.answers,
    tables.incivilities,
    tables.people,
    tables.teams,
    awaitings,
)

TEAM = TeamId("team")
OURS = [f"p{n}" for n in range(6)]
WEEKS = mondays(date(2026, 3, 16), date(2026, 4, 6))
"""Four, of which one has an hour less."""
ZERO = datetime(2026, 3, 9, tzinfo=PARIS)
OFFICE = Calendar(zone=PARIS, week=((Hours(opens=540, closes=1020),),) * 5 + ((), ()))
STANDARDS = Standards(
    standards=(
        Standard(channel=Channel.CALL_IN, limit=timedelta(minutes=3)),
        Standard(channel=Channel.EMAIL, limit=timedelta(hours=4), clock=ClockKind.BUSINESS),
    ),
    calendar=OFFICE,
)
SCALE = st.none() | st.integers(1, 5)
CONTACT = st.fixed_dictionaries(
    {
        "hour": st.integers(0, 6 * 7 * 24),
        "person_id": st.sampled_from([*OURS, *OURS, "elsewhere", None]),
        "customer_id": st.sampled_from(["anne", "bob", "chloe", None]),
        "channel": st.sampled_from(["call_in", "email", "chat"]),
        "reason": st.sampled_from(["billing", "billing.copy", "billingx", ""]),
        "waited_s": st.none() | st.integers(0, 60 * 60 * 60),
        "abandoned": st.sampled_from([False, False, True]),
        "resolution": st.sampled_from([None, "resolved", "partial"]),
        "estimate": SCALE,
        "answers": st.lists(
            st.fixed_dictionaries(
                {
                    "satisfaction": SCALE,
                    "effort": st.none() | st.integers(1, 7),
                    "nps": st.none() | st.integers(0, 10),
                }
            ),
            max_size=2,
        ),
        "uncivil": st.booleans(),
        # Minutes after it began, whether one waits from then on, and which of them it takes back.
        "marks": st.lists(
            st.tuples(st.integers(0, 60 * 60), st.booleans(), st.none() | st.integers(0, 2)),
            max_size=4,
        ),
    }
)
LIVES = st.lists(CONTACT, max_size=40) | st.lists(CONTACT, min_size=40, max_size=80)
WAITED_FOR = [
    {"hour": 8 * 24 + 9, "person_id": OURS[number % 6], "customer_id": "anne", "channel": channel,
     "reason": "billing", "waited_s": waited_s, "abandoned": False, "resolution": "resolved",
     "estimate": 5, "answers": [], "uncivil": False,
     "marks": [(1, True, None), (back, False, None)]}
    for channel, waited_s, back in (("call_in", 420, 6), ("email", 6 * 3600, 300))
    for number in range(8)
]  # fmt: skip
"""A Tuesday's, each kept only because its customer was waited for, by both clocks."""
REASONS = st.sampled_from(["", "billing", "billing.copy"])
CHANNELS = st.sampled_from([None, Channel.CALL_IN, Channel.EMAIL])


def marks_of(number, one):
    """Rows of what was said of waiting in a contact."""
    return [
        {"id": f"{number}-m{place}", "contact_id": str(number), "customer_id": "anne",
         "person_id": "person-p0", "at": to_millis(when(one) + timedelta(minutes=minutes)),
         "begins": begins, "takes_back": "" if back is None else f"{number}-m{back}"}
        for place, (minutes, begins, back) in enumerate(one.get("marks", ()))
    ]  # fmt: skip


def fill(connection, contacts):
    for table in TABLES:
        connection.execute(delete(table))
    people = [{"id": one, "role": "advisor", "team_id": "team"} for one in OURS]
    people.append({"id": "elsewhere", "role": "advisor", "team_id": "other"})
    connection.execute(insert(tables.teams), [{"id": "team"}, {"id": "other"}])
    connection.execute(insert(tables.people), people)
    kept = {"contacts": [], "answers": [], "incivilities": [], "awaitings": []}
    for number, one in enumerate(contacts):
        row = {key: one[key] for key in one if key not in ("hour", "answers", "uncivil", "marks")}
        at = to_millis(when(one))
        kept["contacts"].append({**row, "id": str(number), "started_at": at, "ended_at": at})
        for place, answer in enumerate(one["answers"]):
            answered = {**answer, "id": f"{number}-{place}", "contact_id": str(number)}
            kept["answers"].append({**answered, "customer_id": "anne", "at": at})
        kept["awaitings"] += marks_of(number, one)
        if one["uncivil"]:
            reported = {"id": f"i{number}", "contact_id": str(number)}
            reported["person_id"] = one["person_id"] or "p0"
            kept["incivilities"].append({**reported, "at": at, "type": "rudeness", "gravity": 1})
    for name, rows in kept.items():
        if rows:
            connection.execute(insert(tables.metadata.tables[name]), rows)


def when(one) -> datetime:
    return ZERO.astimezone(UTC) + timedelta(hours=one["hour"])


def week_of(one) -> date | None:
    day = when(one).astimezone(PARIS).date()
    monday = day - timedelta(days=day.weekday())
    return monday if monday in WEEKS else None


def expected(contacts, wanted: Wanted):
    """Each measure's favourable and count by week, by loops and the pure rules."""
    found = {}

    def add(measure, one, good, channel=None):
        key = measure, channel, week_of(one)
        before = found.get(key, (0, 0))
        found[key] = before[0] + good, before[1] + 1

    fits = [
        wanted.reason in ("", one["reason"]) or one["reason"].startswith(wanted.reason + ".")
        for one in contacts
    ]
    calls = [
        Call(
            customer_id=one["customer_id"] and CustomerId(one["customer_id"]),
            at=when(one),
            reason=one["reason"],
            abandoned=one["abandoned"],
        )
        for one in contacts
    ]
    newest = max((when(one) for one in contacts if one["person_id"] in OURS), default=None)
    told = verdicts(calls, to=newest) if newest else [Verdict.EXCLUDED] * len(calls)
    for number, (one, fit, verdict) in enumerate(zip(contacts, fits, told, strict=True)):
        channel = Channel(one["channel"])
        ours = one["person_id"] in OURS
        if not fit or week_of(one) is None or wanted.channel not in (None, channel):
            continue
        standard = STANDARDS.of(channel)
        nobodys = one["person_id"] is None and one["abandoned"]
        if standard and one["waited_s"] is not None and (ours or nobodys):
            wait = Wait(channel=channel, received_at=when(one), seconds=one["waited_s"],
                        abandoned=one["abandoned"],
                        waits=spans(marks_of(number, one)).get(str(number), ()))  # fmt: skip
            became = outcome(standard, wait, OFFICE)
            if became is not Outcome.LEFT_EARLY:
                add(Measure.STANDARD, one, became is Outcome.MET, channel)
        if not ours:
            continue
        for answer in one["answers"]:
            for measure, name in (
                (Measure.EFFORT, "effort"),
                (Measure.SATISFACTION, "satisfaction"),
            ):
                if answer[name] is not None:
                    add(measure, one, favourable(measure, answer[name]))
            if answer["nps"] is not None:
                add(Measure.NPS, one, nps(answer["nps"] >= 9, answer["nps"] <= 6, 1))
        if one["abandoned"]:
            continue
        add(Measure.INCIVILITY, one, not one["uncivil"])
        if one["resolution"] is not None:
            add(Measure.FCR_DECLARED, one, one["resolution"] == "resolved")
        if verdict in (Verdict.RESOLVED, Verdict.RETURNED):
            add(Measure.FCR_COMPUTED, one, verdict is Verdict.RESOLVED)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@example(contacts=WAITED_FOR, reason="", channel=None)
@given(contacts=LIVES, reason=REASONS, channel=CHANNELS)
def test_every_point_is_what_the_rules_say(contacts, reason, channel):
    wanted = Wanted(
        team_id=TEAM, mondays=WEEKS, reason=reason, channel=channel, standards=STANDARDS
    )
    with ENGINE.begin() as connection:
        fill(connection, contacts)
        told = customers(connection, wanted)
        shown = gap(connection, wanted)
    rules = expected(contacts, wanted)
    assert list(dict.fromkeys(one.measure for one in told)) == list(CUSTOMERS)
    for series in told:
        assert [one.monday for one in series.points] == list(WEEKS)
        for one in series.points:
            good, count = rules.get((series.measure, series.channel, one.monday), (0, 0))
            assert one == point(one.monday, good, count), (series.measure, one, good, count)
    assert shown == distribution(
        Pairs(monday=week_of(one) or WEEKS[0], person_id=PersonId(one["person_id"]),
              estimate=one["estimate"], answer=answer["satisfaction"])
        for one in contacts
        if one["person_id"] in OURS and week_of(one) and one["estimate"]
        for answer in one["answers"]
        if answer["satisfaction"]
    )  # fmt: skip


def plain(hour, customer, reason, abandoned, person="p0"):
    return {"hour": hour, "person_id": person, "customer_id": customer, "channel": "chat",
            "reason": reason, "waited_s": None, "abandoned": abandoned, "resolution": None,
            "estimate": None, "uncivil": False, "answers": []}  # fmt: skip


CROWDED = st.lists(
    st.builds(
        plain,
        st.integers(14, 44).map(lambda halves: 12 * halves),
        st.sampled_from(["anne", "bob", None]),
        st.sampled_from(["billing", "move"]),
        st.sampled_from([False, False, False, True]),
        st.sampled_from(["p0", "p1", "elsewhere"]),
    ),
    min_size=25,
    max_size=50,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(contacts=CROWDED)
def test_returns_are_those_of_the_pure_function(contacts):
    """So many of so few customers that weeks have enough to be told."""
    wanted = Wanted(team_id=TEAM, mondays=WEEKS, standards=STANDARDS)
    last = plain(12 * 60, None, "", abandoned=False)
    with ENGINE.begin() as connection:
        fill(connection, [*contacts, last])
        told = customers(connection, wanted)[4]
    rules = expected([*contacts, last], wanted)
    for one in told.points:
        good, count = rules.get((Measure.FCR_COMPUTED, None, one.monday), (0, 0))
        assert one == point(one.monday, good, count)


def test_an_answer_that_waits_for_its_estimate_is_not_counted():
    one = {"hour": 200, "person_id": "p0", "customer_id": "anne", "channel": "chat", "reason": "",
           "waited_s": None, "abandoned": False, "resolution": None, "estimate": None,
           "uncivil": False, "answers": [{"satisfaction": 4, "effort": 2, "nps": 9}]}  # fmt: skip
    wanted = Wanted(team_id=TEAM, mondays=WEEKS, standards=STANDARDS)
    with ENGINE.begin() as connection:
        fill(connection, [one])
        assert customers(connection, wanted)[0].points[0].count == 1
        draft = {"contact_id": "0", "person_id": "p0", "body": "{}", "updated_at": 0}
        connection.execute(insert(tables.drafts), draft)
        assert customers(connection, wanted)[0].points[0].count == 0
        assert gap(connection, wanted).pairs == 0
        connection.execute(delete(tables.drafts))


@pytest.mark.parametrize("reason", ["bill%", "billin_", "%", "' OR 1=1 --"])
def test_a_reason_is_taken_by_its_letters(reason):
    one = {"hour": 200, "person_id": "p0", "customer_id": "anne", "channel": "chat",
           "reason": "billing.copy", "waited_s": None, "abandoned": False, "resolution": "resolved",
           "estimate": None, "uncivil": False, "answers": []}  # fmt: skip
    wanted = Wanted(team_id=TEAM, mondays=WEEKS, standards=STANDARDS)
    with ENGINE.begin() as connection:
        fill(connection, [one])
        assert customers(connection, wanted)[3].points[0].count == 1
        assert customers(connection, replace(wanted, reason=reason))[3].points[0].count == 0


def test_the_contacts_are_laid_out_as_often_whatever_the_count_of_standards():
    asked = []
    wanted = Wanted(team_id=TEAM, mondays=WEEKS, standards=STANDARDS)
    one = replace(wanted, standards=replace(STANDARDS, standards=STANDARDS.standards[:1]))
    with ENGINE.begin() as connection:
        fill(connection, WAITED_FOR)
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        customers(connection, one)
        few = len(asked)
        customers(connection, wanted)
    assert len(asked) == 2 * few
