"""kill -9 anywhere: between any two steps of writing, sending, settling and pulling.

Whole processes are killed in tests/sync/test_end_to_end.py; here each place has its turn.
"""

import pytest

from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Unreachable
from tests.acceptance.conftest import Office
from tests.sync.desktop import Crash, Desktop, Fault

WRITES = 8
"""As many as a day has here; the last ones come after its end."""


async def a_day(lea: Desktop) -> None:
    """Serve, edit, send, pull."""
    await lea.contact("c0", "promised")
    await lea.edit("c1", CustomerField.CITY, "Bron")
    lea.clock.advance(seconds=15)
    while await lea.push():
        pass
    await lea.pull_all()


PLACES = [
    *((step, Fault.NONE) for step in range(WRITES)),
    *((None, fault) for fault in (Fault.CRASH_BEFORE, Fault.CRASH_AFTER)),
]
"""Before its n-th write; or after a batch was taken, and after the reply to it."""


@pytest.mark.parametrize(("ends_in", "fault"), PLACES)
async def test_kill_9_anywhere(office: Office, ends_in: int | None, fault: Fault) -> None:
    karim, lea = await office.desk("karim"), await office.desk("lea")
    await karim.edit("c2", CustomerField.CITY, "Écully")
    await karim.drain()
    lea.store.ends_in, lea.line.coming[:] = ends_in, [fault]
    try:
        await a_day(lea)
    except (Crash, Unreachable):
        await lea.restart()
    lea.store.ends_in = None
    promised = lea.newly_promised()
    await lea.drain()
    await karim.drain()

    assert {lea.lines()[one.op_id] for one in promised} <= {"applied"}
    there = [row["op_id"] for row in office.server.run("select op_id from vav.ops where dseq > 0")]
    assert len(there) == len(set(there))
    assert {one.op_id for one in promised} <= set(there)
    notes = office.server.run("select note from vav.contacts")
    assert len(notes) == sum(one.kind == "contact" for one in promised)
    cities = office.server.run("select id, city from vav.customers order by id")
    for desk in (lea, karim):
        assert desk.rows("SELECT id, city FROM customers ORDER BY id") == cities
        assert desk.rows("SELECT note FROM contacts") == notes
