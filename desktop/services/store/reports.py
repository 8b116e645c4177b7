"""What reports ask: the statements that SQLite and PostgreSQL both understand, read row by row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, text

from desktop.domain.contacts import Channel
from desktop.domain.first_contact import Call, FirstContact
from desktop.domain.ids import CustomerId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.reports import Declared, Gap, Period, first_contacts, gap
from desktop.domain.standards import Kept, Standards, Wait, Waiting, kept
from desktop.services.store import awaiting

ALWAYS: Final = 1 << 53
"""Milliseconds beyond any instant."""

NEWEST: Final = "select max(started_at) as newest from {contacts} where started_at <= {to}"
# In the order of their customers, so that one customer's are held at a time.
CALLS: Final = """select customer_id, started_at, reason, abandoned from {contacts}
    where started_at <= {to} order by customer_id"""
WAITS: Final = """select id, channel, started_at, waited_s, abandoned from {contacts}
    where started_at >= {since} and started_at <= {to} and waited_s is not null"""
# Nobody waits for a customer before their contact began.
AWAITINGS: Final = "select * from {awaitings} where at >= {since} order by contact_id"
DECLARED: Final = """select count(case when resolution = 'resolved' then 1 end) as resolved,
    count(resolution) as told from {contacts}
    where started_at >= {since} and started_at <= {to} and not abandoned"""
# The latest answer about a contact counts.
PAIRS: Final = """select estimate, satisfaction, count(*) as times from (
        select c.id, c.estimate, a.satisfaction,
               row_number() over (partition by c.id order by a.at desc, a.id desc) as place
        from {contacts} c join {answers} a on a.contact_id = c.id
        where c.estimate is not null and a.satisfaction is not null
          and c.started_at >= {since} and c.started_at <= {to}) latest
    where place = 1 group by estimate, satisfaction"""

Row = Mapping[str, Any]
T = TypeVar("T")


def bounds(period: Period) -> dict[str, int]:
    """The period in milliseconds, as the statements take it."""
    return {
        "since": -ALWAYS if period.since is None else to_millis(period.since),
        "to": ALWAYS if period.to is None else to_millis(period.to),
    }


def spelled(statement: str, *, schema: str = "", mark: str = ":{0}") -> str:
    """The statement with names and marks as a database wants them."""
    return statement.format(
        contacts=f"{schema}contacts",
        answers=f"{schema}answers",
        awaitings=f"{schema}awaitings",
        since=mark.format("since"),
        to=mark.format("to"),
    )


def calls_of(rows: Iterable[Row]) -> Iterator[Call]:
    """What first contact resolution asks of contacts."""
    for row in rows:
        customer = row["customer_id"]
        yield Call(
            customer_id=None if customer is None else CustomerId(customer),
            at=from_millis(row["started_at"]),
            reason=row["reason"],
            abandoned=bool(row["abandoned"]),
        )


def waits_of(
    rows: Iterable[Row], awaited: Mapping[str, tuple[Waiting, ...]] = MappingProxyType({})
) -> Iterator[Wait]:
    """What the standards ask of contacts; a contact begins when its customer began to wait."""
    for row in rows:
        yield Wait(
            channel=Channel(row["channel"]),
            received_at=from_millis(row["started_at"]),
            seconds=row["waited_s"],
            abandoned=bool(row["abandoned"]),
            waits=awaited.get(row["id"], ()),
        )


def pairs_of(rows: Iterable[Row]) -> Iterator[tuple[int, int, int]]:
    """Estimate, answer, and how many contacts have them."""
    return ((row["estimate"], row["satisfaction"], row["times"]) for row in rows)


def declared_of(row: Row) -> Declared:
    """What advisors declared."""
    return Declared(resolved=row["resolved"], told=row["told"])


def newest_of(row: Row) -> datetime | None:
    """When the newest contact began."""
    return None if row["newest"] is None else from_millis(row["newest"])


class Reports:
    """Reports of one database, by a way to read the rows of a statement."""

    def __init__(self, rows: Callable[[str], Iterator[Row]], period: Period) -> None:
        self._rows = rows
        self._period = period

    def fcr(self, days: int) -> tuple[FirstContact, Declared]:
        """First contact resolution, computed and declared."""
        newest = newest_of(next(self._rows(NEWEST)))
        computed = first_contacts(
            calls_of(self._rows(CALLS)), self._period, days=days, newest=newest
        )
        return computed, declared_of(next(self._rows(DECLARED)))

    def waits(self) -> Iterator[Wait]:
        """How long customers waited, in no order; contacts that do not tell are left out."""
        return waits_of(self._rows(WAITS), awaiting.spans(self._rows(AWAITINGS)))

    def standards(self, standards: Standards) -> dict[Channel, Kept]:
        """Each channel's standard."""
        return kept(self.waits(), standards)

    def gap(self) -> Gap:
        """Estimates beside answers."""
        return gap(pairs_of(self._rows(PAIRS)))


def of_store(connection: Connection, period: Period, ask: Callable[[Reports], T]) -> T:
    """What `ask` wants of the store on this machine; runs inside its thread."""

    def rows(statement: str) -> Iterator[Row]:
        values = bounds(period)
        used = {name: value for name, value in values.items() if "{" + name + "}" in statement}
        asked = text(spelled(statement)).execution_options(yield_per=1000)
        return (dict(row) for row in connection.execute(asked, used).mappings())

    return ask(Reports(rows, period))
