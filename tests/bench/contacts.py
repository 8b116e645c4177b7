"""Closing a contact through the service, beside the same statements by the raw driver."""

import asyncio
import json
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import sqlcipher3.dbapi2

from desktop.domain.contacts import Draft, Resolution
from desktop.domain.drafts import close
from desktop.domain.ids import PersonId, PromiseId
from desktop.domain.instants import to_millis
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import UNDO, Contacts
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import to_row

ROUNDS = 300
WARM_UP = 20
LEA = Person(id=PersonId("p1"), name="Léa Bonnet", role=Role.ADVISOR)
NOTE = "Geste de 5 € × 3 mois proposé, accepté. Rappel de contrôle le 2 décembre après 17 h."


def measure() -> list[dict[str, Any]]:
    """Return `save_over_raw_driver` and both medians; the two take turns on files of one schema."""
    with tempfile.TemporaryDirectory() as folder:
        ours, raw = asyncio.run(_take_turns(Path(folder)))
    return [
        {"name": "save_over_raw_driver", "unit": "ratio", "value": _ratio(ours, raw), "n": ROUNDS},
        {"name": "save_p50_ms", "unit": "ms", "value": _ms(ours), "n": ROUNDS},
        {"name": "save_raw_p50_ms", "unit": "ms", "value": _ms(raw), "n": ROUNDS},
    ]


async def _take_turns(folder: Path) -> tuple[list[float], list[float]]:
    clock = Clock()
    store = await LocalStore.open(folder / "ours.sqlite", clock)
    other = await LocalStore.open(folder / "raw.sqlite", clock)
    contacts, kept = Contacts(store, clock, Changes()), Contacts(other, clock, Changes())
    raw = _connect(folder / "raw.sqlite")
    ours_took: list[float] = []
    raw_took: list[float] = []
    for turn in range(ROUNDS + WARM_UP):
        draft, twin = await _typed(contacts), await _typed(kept)
        begun = time.perf_counter()
        await contacts.close(draft)
        between = time.perf_counter()
        _close_raw(raw, twin, clock, other.device)
        ended = time.perf_counter()
        if turn >= WARM_UP:
            ours_took.append(between - begun)
            raw_took.append(ended - between)
    raw.close()
    await store.close()
    await other.close()
    return ours_took, raw_took


async def _typed(contacts: Contacts) -> Draft:
    """A draft as it stands before its close: on the disk."""
    draft = replace(
        await contacts.begin(None, LEA),
        resolution=Resolution.RESOLVED,
        estimate=4,
        note=NOTE,
        reason="billing.higher",
    )
    await contacts.save_draft(draft)
    return draft


def _connect(path: Path) -> Any:
    connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def _close_raw(connection: Any, draft: Draft, clock: Clock, device: str) -> None:
    """The same rows: contact, outbox line, end of the draft; values made the same way."""
    now = clock.now()
    contact = close(draft, at=now, promise_id=PromiseId(clock.new_id())).contact
    row = to_row(contact)
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    line = (clock.new_id(), device, contact.id, "contact", 1, body, to_millis(now))
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO contacts ({', '.join(row)}) VALUES ({marks})", [*row.values()])
    connection.execute(
        "INSERT INTO outbox (op_id, device, fact_id, kind, version, body, at, not_before)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*line, to_millis(now + UNDO)),
    )
    connection.execute("DELETE FROM drafts WHERE contact_id = ?", (draft.contact_id,))
    connection.execute("COMMIT")


def _ms(took: list[float]) -> float:
    return round(median(took) * 1000, 3)


def _ratio(ours: list[float], raw: list[float]) -> float:
    return round(median(ours) / median(raw), 2)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
