"""A report folds first contact resolution customer by customer: it is the pure function, whatever happened."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, insert

from desktop.domain import first_contact as rule
from desktop.domain.instants import to_millis
from desktop.domain.reports import Period
from desktop.services.store.reports import of_store
from desktop.services.store.tables import contacts
from tests.domain.test_first_contact import CALLS, TO

DAYS = st.integers(0, 12)
ENGINE = create_engine("sqlite://")
contacts.create(ENGINE)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(calls=CALLS, days=DAYS, since=TO, to=TO)
def test_the_same_as_the_pure_function(calls, days, since, to):
    with ENGINE.begin() as connection:
        connection.execute(delete(contacts))
        rows = [
            {
                "id": str(number),
                "customer_id": call.customer_id,
                "person_id": "p",
                "channel": "call_in",
                "reason": call.reason,
                "started_at": to_millis(call.at),
                "ended_at": to_millis(call.at) + 1000,
                "abandoned": call.abandoned,
            }
            for number, call in enumerate(calls)
        ]
        if rows:
            connection.execute(insert(contacts), rows)
        told, _ = of_store(connection, Period(since=since, to=to), lambda one: one.fcr(days))
    assert told == rule.first_contact(calls, days=days, since=since, to=to)


def test_an_empty_store_has_nothing_to_judge():
    with ENGINE.begin() as connection:
        connection.execute(delete(contacts))
        to = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=1)
        told, declared = of_store(connection, Period(to=to), lambda one: one.fcr(rule.DAYS))
    assert told == rule.FirstContact()
    assert (declared.told, declared.rate) == (0, None)
