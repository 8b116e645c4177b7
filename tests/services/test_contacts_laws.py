"""Whatever was typed: it closes, and a close taken back leaves the store as it was."""

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from sqlalchemy import select

from desktop.domain.contacts import Draft
from desktop.domain.drafts import refusals
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from tests.conftest import FakeClock
from tests.domain.strategies import drafts

HELD = ("contacts", "step_offs", "promises", "drafts", "outbox")


def rows(connection) -> dict[str, list[Any]]:
    found = {}
    for name in HELD:
        table = tables.metadata.tables[name]
        columns = [one for one in table.c if one.name != "updated_at"]
        found[name] = [tuple(row) for row in connection.execute(select(*columns))]
    return found


async def close_and_take_back(folder: Path, draft: Draft) -> None:
    clock = FakeClock()
    store = await LocalStore.open(folder / "store.sqlite", clock)
    try:
        contacts = Contacts(store, clock, Changes())
        await contacts.save_draft(draft)
        before = await store.read(rows)
        closed = await contacts.close(draft)
        between = await store.read(rows)
        facts = sum(len(between[name]) for name in ("contacts", "step_offs", "promises"))
        assert (len(between["outbox"]), between["drafts"]) == (facts, [])
        refused = len(refusals(draft))
        assert len(between["step_offs"]) == len({one.id for one in draft.step_offs}) + refused
        clock.at = closed.undo_until - timedelta(milliseconds=1)
        assert await contacts.undo(closed.contact_id) == draft
        assert await store.read(rows) == before
    finally:
        await store.close()


# Not shrunk: an example is a store on the disk.
@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(drafts)
def test_every_draft_closes_and_comes_back_whole(draft):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(close_and_take_back(Path(folder), draft))
