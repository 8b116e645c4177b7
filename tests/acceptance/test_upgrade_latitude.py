"""The server goes from schema 2 to 3 while people work, and so do desktops after it: nothing is lost."""

from typing import Any

from desktop.services.store import syncing
from desktop.services.store.shared import install
from desktop.services.transport import SyncTransport
from tests.acceptance.desks import add_customers, notes, sql_desk
from tests.acceptance.latitude import (
    CAMILLES,
    EVERYBODYS,
    LEAS,
    NEW,
    ids_of,
    of_camille,
    of_lea,
    record,
)

TABLES = (
    *("script_versions", "own_words", "chain_merges", "credits", "gestures", "gesture_requests"),
    *("gesture_answers", "pauses", "follow_ups", "talks", "talk_notes", "stories"),
    *("story_outcomes", "awaitings"),
)
AS_IN_SCHEMA_2 = f"""
drop table {", ".join(f"vav.{table}" for table in TABLES)};
drop policy for_insert on vav.thanks;
alter table vav.incivilities drop column warned, drop column ended;
alter table vav.documents drop constraint documents_type_check;
alter table vav.documents add constraint documents_type_check check (type in ('reasons', 'script'));
update vav.meta set value = '2' where name = 'schema'
"""
OF_OLD = """
insert into vav.incivilities (id, contact_id, customer_id, person_id, at, type, gravity)
    values ('old', 'k0', 'c1', 'person-lea', 5, 'insult', 1);
insert into vav.thanks (id, customer_id, person_id, at, words) values ('h0', 'c1', 'person-lea', 5, 'Merci');
insert into vav.documents (id, type, name, text) values ('bill', 'script', 'bill', 'id: bill')
"""


def as_it_was(seeded) -> None:
    """Take from the server what the third step brought, and what it knows of it."""
    ((known,),) = seeded.run("select pg_get_functiondef('vav.kind_of(text)'::regprocedure)")
    for kind in NEW:
        assert f"when '{kind}' then 'id" in known
        known = known.replace(f"when '{kind}' then 'id", f"when 'later_{kind}' then 'id")
    known = known.replace("when 'incivility' then 2 else 1", "when 'incivility' then 1 else 1")
    seeded.run(known.replace("gravity words warned ended", "gravity words"))
    ((told,),) = seeded.run("select pg_get_functiondef('vav.counts()'::regprocedure)")
    lines = told.splitlines()
    kept = [line for line in lines if not any(f"vav.{table})" in line for table in TABLES)]
    assert len(lines) - len(kept) == len(TABLES)
    seeded.run("\n".join(kept))
    ((told,),) = seeded.run(
        "select pg_get_functiondef('vav.rows_of(text[], text[], bigint[])'::regprocedure)"
    )
    before, rest = told.split("when 'script_version'")
    seeded.run(before + "when 'check_in' then" + rest.split("when 'check_in' then")[1])
    for statement in (*AS_IN_SCHEMA_2.split(";"), *OF_OLD.split(";")):
        seeded.run(statement)


class OlderEyes:
    """A door as an older application hears it: kinds that it does not know are left aside."""

    def __init__(self, door: SyncTransport) -> None:
        self._door = door

    def __getattr__(self, name: str) -> Any:
        return getattr(self._door, name)

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        answer = self._door.call(function, params)
        if function == "pull":
            new = set(NEW) - {"thanks"}
            answer["rows"] = [row for row in answer["rows"] if row["kind"] not in new]
            answer["counts"] = {k: n for k, n in answer.get("counts", {}).items() if k not in new}
            answer = {name: told for name, told in answer.items() if name != "counts" or told}
        return answer


async def test_facts_wait_for_an_older_server_and_are_whole_once_it_was_upgraded(seeded, tmp_path):
    add_customers(seeded, 3)
    as_it_was(seeded)
    lea, camille, zoe = (sql_desk(seeded, tmp_path, who) for who in ("lea", "camille", "zoe"))
    async with lea.running(), camille.running(), zoe.running():
        for desk in (lea, camille, zoe):
            await desk.drained()
        assert await lea.asked("SELECT id, warned FROM incivilities") == [("old", 0)]
        facts = of_lea(lea.clock.now())
        await record(lea, *facts)
        # What both know goes through: the contact, the step-off and the check-in.
        await lea.until(lambda status: status.held == len(facts) - 3 and not status.waiting)
        assert seeded.run("select id from vav.contacts") == [("k1",)]
        assert lea.engine.status.rejected == 0
        with seeded.superuser() as connection:
            install.upgrade(connection)
            assert install.version(connection) == install.VERSION
        await zoe.pin("went on meanwhile", customer="c1")
        await again(lea)
        assert seeded.run("select id, warned, ended from vav.incivilities order by id") == [
            ("n1", True, True),
            ("old", False, False),
        ]
        await camille.drained()
        await record(camille, *of_camille(camille.clock.now()))
        for desk in (camille, lea, zoe):
            await desk.drained()
        assert await ids_of(lea) == {**LEAS, "thanks": {"h0", "h1"}}
        assert await ids_of(camille) == CAMILLES
        assert await ids_of(zoe) == EVERYBODYS
        assert notes(seeded) == ["went on meanwhile"]
        assert [desk.engine.status.pause for desk in (lea, camille, zoe)] == [None] * 3


async def again(desk) -> None:
    """What was held is asked about again, as it is an hour later."""
    await desk.store.write(lambda c: c.exec_driver_sql("UPDATE outbox SET next_try = NULL"))
    desk.engine.wake()
    await desk.until(lambda status: not status.held and not status.waiting)


async def test_an_older_desktop_leaves_new_kinds_aside_and_has_them_once_it_was_updated(
    seeded, tmp_path
):
    add_customers(seeded, 3)
    lea, camille = (sql_desk(seeded, tmp_path, who) for who in ("lea", "camille"))
    whole, camille.door = camille.door, OlderEyes(camille.door)
    async with lea.running():
        async with camille.running():
            await record(lea, *of_lea(lea.clock.now()))
            await lea.drained()
            await camille.drained()
            assert await ids_of(camille) == {}
            assert (await camille.counts())["contact"] == 1
            assert camille.engine.status.pause is None
            await camille.store.write(
                lambda c: c.exec_driver_sql(
                    f"UPDATE meta SET value = '3' WHERE name = '{syncing.SCHEMA}'"
                )
            )
        camille.door = whole
        async with camille.running():
            await camille.drained()
            assert (await ids_of(camille))["gesture_request"] == {"q1"}
            await record(camille, *of_camille(camille.clock.now()))
            await camille.drained()
            await lea.drained()
            assert await ids_of(camille) == CAMILLES
            assert await ids_of(lea) == LEAS
