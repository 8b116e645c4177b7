"""How the store goes about the lists of a team: by an index, whatever it holds; pages are not sorted.

SQLite plans by the schema alone here, for the store never runs ANALYZE: a few rows tell the plans
of a large store. `tests.bench lists` measures one.
"""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from desktop.services.store import script_tables, tables, team_tables
from desktop.services.store.local import LocalStore
from tests.services.store.asked import ASKED, Ask
from tests.services.store.large import fill

TABLES = set(tables.metadata.tables)
REPLACED = {"requests_of_contact", "own_words_of_person", "ix_outbox_fact_id", "outbox_waiting"}
"""Without these another index serves, over more rows: `test_each_index_serves` is their test."""

SCANNED = {
    "authoring.outlines": "script_versions USING INDEX script_versions_of_script",
    "waiting.shared_with": "waiting_check_ins",
}
"""Small by nature: all versions of all guides without their texts; what waits for this lead."""

SORTED = {
    "stories.decided": "the stories of one team's people, a handful each",
    "wellbeing.unread_replies": "what leads answered to one person",
    "contact_sheet.whole": "the answers about one contact",
}

NOT_ASKED = {
    "gestures_of_customer": "the timeline's, see test_customers",
    "ix_gesture_requests_customer_id": "asked when a customer is let go",
    "ix_awaitings_customer_id": "asked when a customer is let go",
}


@pytest.fixture
async def filled(store: LocalStore) -> LocalStore:
    await store.write(fill, 60, 60)
    return store


def statements(connection: Connection, ask: Ask) -> list[str]:
    """What is asked of the store, its values in place."""
    raw = connection.connection.driver_connection
    ran: list[str] = []
    raw.set_trace_callback(ran.append)
    try:
        ask(connection)
    finally:
        raw.set_trace_callback(None)
    return [one for one in ran if one.lstrip().upper().startswith(("SELECT", "WITH"))]


def steps(connection: Connection, ask: Ask) -> Iterator[tuple[str, str]]:
    """Each statement with each step of its plan."""
    raw = connection.connection.driver_connection
    for one in statements(connection, ask):
        for row in raw.execute(f"EXPLAIN QUERY PLAN {one}").fetchall():
            yield one, row[3]


def named(statement: str, scanned: str) -> str:
    """The table behind an alias."""
    before = re.findall(rf"\b(\w+)(?: AS)? {scanned}\b", statement)
    return next((one for one in before if one in TABLES), scanned)


def complaints(connection: Connection, name: str, ask: Ask) -> list[str]:
    """Tables that are read whole, and pages for which more than the page is sorted."""
    found = []
    for statement, step in steps(connection, ask):
        whole = re.match(r"SCAN (\w+)", step)
        if whole and named(statement, whole[1]) in TABLES and SCANNED.get(name, "-") not in step:
            found.append(f"{name}: {step}")
        page = " LIMIT " in f" {' '.join(statement.split())} "
        if page and "TEMP B-TREE FOR ORDER BY" in step and name not in SORTED:
            found.append(f"{name}: sorted for a page: {statement}")
    return found


def all_complaints(connection: Connection) -> list[str]:
    return [line for name, ask in ASKED.items() for line in complaints(connection, name, ask)]


async def test_no_table_is_read_whole_and_no_page_is_sorted(filled):
    assert await filled.read(all_complaints) == []


def used(connection: Connection) -> set[str]:
    """The indexes by which something is found."""
    plans = [step for ask in ASKED.values() for _, step in steps(connection, ask)]
    return {found[1] for step in plans if (found := re.search(r"INDEX (\w+)", step))}


async def test_each_index_serves(filled):
    kept = {
        str(index.name)
        for module in (team_tables, script_tables)
        for table in vars(module).values()
        if isinstance(table, tables.Table)
        for index in table.indexes
    }
    new = {"incivilities_of_person", "people_of_team", "contacts_of_script", "step_offs_of_script"}
    assert kept | new <= await filled.read(used) | NOT_ASKED.keys()


async def test_an_index_that_is_missed_is_told(filled):
    def without(connection: Connection, index: str) -> list[str]:
        words = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE name = ?", (index,)
        ).scalar_one()
        connection.exec_driver_sql(f"DROP INDEX {index}")
        found = all_complaints(connection)
        connection.exec_driver_sql(words)
        return found

    silent = {
        index
        for index in await filled.read(used)
        if not index.startswith("sqlite_autoindex") and not await filled.write(without, index)
    }
    assert silent <= REPLACED
