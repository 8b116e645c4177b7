"""How long a customer's file takes to open, whatever happened with them, and what it reads."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from desktop.domain.contacts import Channel, Contact
from desktop.domain.customers import Answer, Customer
from desktop.domain.ids import AnswerId, ContactId, CustomerId
from desktop.domain.timeline import Sought
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.customers import Customers
from desktop.services.store import customers as files
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import to_row
from desktop.services.store.timeline import timeline

COUNTS = (5, 500, 5000)
ROUNDS = 200
OTHERS = 300
"""Customers around the one who is opened, each with some contacts, so that indexes have depth."""

Figure = dict[str, Any]


def measure() -> list[Figure]:
    """Figures as `{"name", "unit", "value", "n"}`."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        store = await LocalStore.open(Path(folder) / "store.sqlite", clock)
        try:
            await store.write(_fill, clock.now())
            customers = Customers(store, clock, Changes())
            figures = [figure for n in COUNTS for figure in await _opening(customers, n)]
            return figures + await store.read(_reading)
        finally:
            await store.close()


async def _opening(customers: Customers, contacts: int) -> list[Figure]:
    wanted = _customer_id(contacts)
    for _ in range(20):
        await customers.open(wanted)
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        await customers.open(wanted)
        times.append((time.perf_counter() - before) * 1000)
    cuts = statistics.quantiles(times, n=100)
    return [
        _figure(f"open_p50_ms_{contacts}", "ms", round(cuts[49], 3), ROUNDS),
        _figure(f"open_p95_ms_{contacts}", "ms", round(cuts[94], 3), ROUNDS),
    ]


def _reading(connection: Connection) -> list[Figure]:
    """Queries and rows of each screen, for the customer with the most contacts."""
    wanted = _customer_id(COUNTS[-1])
    cursor = timeline(connection, wanted, None, Sought()).next
    screens = {
        "open": (files.file_parts, (wanted,)),
        "journey_page": (timeline, (wanted, cursor, Sought())),
        "journey_channel": (timeline, (wanted, None, Sought(channels=(Channel.EMAIL,)))),
        "journey_search": (timeline, (wanted, None, Sought(text="échange"))),
    }
    figures = []
    for name, (query, args) in screens.items():
        ran = _statements(connection, query, *args)
        rows = sum(len(connection.execute(text(one.replace(":", "\\:"))).all()) for one in ran)
        figures.append(_figure(f"{name}_queries", "queries", len(ran), 1))
        figures.append(_figure(f"{name}_rows", "rows", rows, 1))
    return figures


def _statements(connection: Connection, query: Any, *args: Any) -> list[str]:
    raw: Any = connection.connection.driver_connection
    ran: list[str] = []
    raw.set_trace_callback(ran.append)
    query(connection, *args)
    raw.set_trace_callback(None)
    return [one for one in ran if one.lstrip().upper().startswith("SELECT")]


def _customer_id(contacts: int) -> CustomerId:
    return CustomerId(f"bench-{contacts}")


def _fill(connection: Connection, now: datetime) -> None:
    sizes = {_customer_id(count): count for count in COUNTS}
    sizes |= {CustomerId(f"other-{n}"): 20 for n in range(OTHERS)}
    for customer_id, count in sizes.items():
        customer = Customer(id=customer_id, number=f"{len(customer_id)}{count}")
        connection.execute(insert(tables.customers), to_row(customer))
        pairs = list(_contacts(customer_id, count, now))
        connection.execute(insert(tables.contacts), [to_row(contact) for contact, _ in pairs])
        connection.execute(insert(tables.answers), [to_row(answer) for _, answer in pairs[::3]])


def _contacts(
    customer_id: CustomerId, count: int, now: datetime
) -> Iterator[tuple[Contact, Answer]]:
    channels = list(Channel)
    for n in range(count):
        at = (now - timedelta(hours=7 * n + 1)).astimezone(UTC)
        contact = Contact(
            id=ContactId(f"{customer_id}-{n}"),
            customer_id=customer_id,
            person_id=None,
            channel=channels[n % len(channels)],
            reason=f"reason.{n % 9}",
            started_at=at,
            ended_at=at + timedelta(minutes=4),
            note=f"Échange numéro {n}, rappel promis pour la facture",
        )
        answer = Answer(
            id=AnswerId(f"{customer_id}-{n}"),
            customer_id=customer_id,
            contact_id=contact.id,
            at=at,
            satisfaction=1 + n % 5,
            effort=1 + n % 7,
            nps=n % 11,
        )
        yield contact, answer


def _figure(name: str, unit: str, value: float, n: int) -> Figure:
    return {"name": name, "unit": unit, "value": value, "n": n}
