"""Two edits of one field: the server's stays, the other is shown beside it, and one is picked."""

import pytest

from desktop.domain.customer_file import CustomerField
from desktop.services.changes import Changes
from desktop.services.outbox import Outbox
from tests.acceptance.conftest import Office

CITY = "select city from vav.customers where id = 'c0'"


@pytest.mark.parametrize(("mine", "city"), [(True, "Bron"), (False, "Écully")])
async def test_two_edits_of_one_field(office: Office, mine: bool, city: str) -> None:
    lea, karim = await office.desk("lea"), await office.desk("karim")
    await karim.edit("c0", CustomerField.CITY, "Écully")
    await lea.edit("c0", CustomerField.CITY, "Bron")
    await karim.drain()
    await lea.drain()

    outbox = Outbox(lea.store, Changes())
    (shown,) = await outbox.attention()
    assert shown.conflict is not None
    assert (shown.conflict.mine, shown.conflict.theirs) == ("Bron", "Écully")
    assert shown.conflict.base == "Lyon"
    assert shown.conflict.by == "Karim"
    assert office.server.run(CITY) == [{"city": "Écully"}]

    await outbox.pick(shown.op_id, lea.person, mine=mine)
    assert await outbox.attention() == ()
    for desk in (lea, karim):
        await desk.drain()
    assert office.server.run(CITY) == [{"city": city}]
    for desk in (lea, karim):
        assert desk.rows("SELECT city FROM customers WHERE id = 'c0'") == [{"city": city}]


async def test_edits_of_two_fields_are_both_kept(office: Office) -> None:
    lea, karim = await office.desk("lea"), await office.desk("karim")
    await karim.edit("c0", CustomerField.CITY, "Écully")
    await lea.edit("c0", CustomerField.STREET, "3, rue du Lac")
    for desk in (karim, lea, karim):
        await desk.drain()
    kept = [{"city": "Écully", "street": "3, rue du Lac"}]
    assert office.server.run("select city, street from vav.customers where id = 'c0'") == kept
    for desk in (lea, karim):
        assert desk.rows("SELECT city, street FROM customers WHERE id = 'c0'") == kept
