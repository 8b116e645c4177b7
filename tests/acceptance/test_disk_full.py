"""The disk is full in mid-form: nothing is half written, the form stays, and it closes later."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from desktop.domain.customers import Customer
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId
from tests.acceptance.conftest import Office

LONG = "Ce qui fut dit ce matin-là. " * 2_000


def fill(connection: Connection) -> None:
    """No page more than there are."""
    used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {used}")


def make_room(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


async def test_disk_full_in_mid_form(office: Office) -> None:
    lea = await office.desk("lea")
    draft = await lea.contacts.begin(Customer(id=CustomerId("c0")), lea.person)
    begun = replace(draft, note="Début.")
    await lea.contacts.save_draft(begun)
    await lea.store.read(fill)
    written = replace(begun, note=LONG)

    for verb in (lea.contacts.save_draft, lea.contacts.close):
        with pytest.raises(StoreUnavailable) as told:
            await verb(written)
        assert told.value.trouble is Trouble.DISK_FULL
    assert lea.rows("SELECT id FROM contacts") == []
    assert lea.lines() == {}
    assert await lea.contacts.draft_of(lea.person, CustomerId("c0")) == begun

    await lea.store.read(make_room)
    await lea.contacts.close(written)
    await lea.drain()
    (kept,) = office.server.run("select note from vav.contacts")
    assert kept["note"].strip() == LONG.strip()
