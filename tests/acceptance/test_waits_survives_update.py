"""What waits survives an update of the application, with its store's schema, and leaves then."""

import json
from pathlib import Path

from sqlalchemy import text

from desktop.services.store import opening, tables
from desktop.services.store.migrations.upgrade import upgrade
from tests.acceptance.conftest import Office
from tests.sync.looking import KEY

CONTACT = {
    "id": "contact-of-before",
    "customer_id": "c0",
    "person_id": "person-lea",
    "channel": "call_in",
    "reason": "",
    "started_at": 1_795_000_000_000,
    "ended_at": 1_795_000_100_000,
    "abandoned": False,
    "note": "written before the update",
    "script_id": "",
}


def first_version(path: Path) -> None:
    """A store of version 1, encrypted, with a fact that waits and one that was being typed."""
    engine = opening.engine_for(path, KEY)
    with engine.connect() as connection:
        with opening.immediate(connection):
            upgrade(connection, 0, 1)
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
            names = ", ".join(CONTACT)
            connection.execute(
                text(f"INSERT INTO contacts ({names}) VALUES (:{', :'.join(CONTACT)})"), CONTACT
            )
            connection.execute(
                text(
                    "INSERT INTO outbox (op_id, device, fact_id, kind, version, body, at) VALUES"
                    " ('op-of-before', 'device-1', :id, 'contact', 1, :body, 1795000100000)"
                ),
                {"id": CONTACT["id"], "body": json.dumps(CONTACT)},
            )
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 1
    engine.dispose()


async def test_what_waits_survives_an_update(office: Office, tmp_path: Path) -> None:
    assert tables.SCHEMA_VERSION > 1
    first_version(tmp_path / "desk-0.sqlite")
    lea = await office.desk("lea")
    assert lea.rows("PRAGMA user_version") == [{"user_version": tables.SCHEMA_VERSION}]
    assert lea.lines() == {"op-of-before": "waiting"}
    await lea.drain()
    assert lea.lines() == {"op-of-before": "applied"}
    assert office.server.run("select id, note from vav.contacts") == [
        {"id": "contact-of-before", "note": "written before the update"}
    ]
    assert lea.rows("SELECT note FROM contacts") == [{"note": "written before the update"}]
