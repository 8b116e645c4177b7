"""The customer moved to another branch: what was written for them meanwhile arrives all the same."""

from desktop.domain.customer_file import CustomerField
from tests.acceptance.conftest import Office

HERE = "SELECT note FROM contacts ORDER BY note"


async def test_the_customer_moved_branch(office: Office) -> None:
    lea, karim, zoe = [await office.desk(name) for name in ("lea", "karim", "zoe")]
    await lea.contact("c0", "served at Lyon")
    await lea.edit("c0", CustomerField.CITY, "Lille")
    office.server.run("update vav.customers set branch_id = 'branch-lille' where id = 'c0'")
    for desk in (karim, zoe, lea, zoe):
        await desk.drain()

    assert set(lea.lines().values()) == {"applied"}
    assert office.server.run("select note, branch_id from vav.contacts") == [
        {"note": "served at Lyon", "branch_id": "branch-lille"}
    ]
    assert zoe.rows(HERE) == [{"note": "served at Lyon"}]
    assert zoe.rows("SELECT id, city FROM customers") == [{"id": "c0", "city": "Lille"}]
    for desk in (lea, karim):
        assert desk.rows("SELECT id FROM customers ORDER BY id") == [{"id": "c1"}, {"id": "c2"}]
    assert karim.rows(HERE) == []
    assert lea.rows(HERE) == [{"note": "served at Lyon"}], "one's own work stays one's own"
