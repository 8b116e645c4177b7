"""The real server of the three desktops: begun anew for each example, looked at, and spoilt."""

from typing import Any

import psycopg
from psycopg.rows import dict_row

from desktop.services.store.shared import erasing, restoring
from desktop.services.store.shared.holdings import CUSTOMER, Subject
from tests.shared_database import SharedDatabase

CUSTOMERS = ("c0", "c1", "c2")
KEPT = {"meta", "branches", "teams", "people", "documents", "feed"}
REFERENCE = ("branch", "team", "person", "document")

TWICE = """
alter function vav.take(text, jsonb) rename to take_once;
create function vav.take(from_device text, fact jsonb) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from vav.ops o where o.op_id = fact ->> 'op_id') then
        fact := jsonb_set(jsonb_set(fact, '{op_id}', to_jsonb(gen_random_uuid()::text)),
                          '{body,id}', to_jsonb(gen_random_uuid()::text));
    end if;
    return vav.take_once(from_device, fact);
end
$$;
alter function vav.take(text, jsonb) owner to OWNER;
"""
"""A server that does not know a repeat when it sees one."""

UNMARKED = """
create or replace function vav.erased(fact_kind text, body jsonb) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as 'select false';
"""
"""A server that looks at no tombstone."""


class Server:
    """One database, its people Léa, Karim (of one team) and what is known of it as superuser."""

    def __init__(self, database: SharedDatabase) -> None:
        self.database = database
        database.add_branch("Lille")
        branch = database.add_branch("Lyon")
        team = database.add_team("Rhone", branch)
        for name in ("lea", "karim"):
            database.add_person(name, "advisor", team)
        self._root: psycopg.Connection[dict[str, Any]] = psycopg.connect(
            database.dsn(), autocommit=True, row_factory=dict_row
        )
        self._columns: dict[str, str] = {
            row["name"]: row["columns"]
            for row in self.run(
                "select table_name as name, string_agg(column_name, ', ') as columns"
                " from information_schema.columns where table_schema = 'vav'"
                " and is_generated = 'NEVER' group by 1"
            )
        }

    def close(self) -> None:
        """End the superuser's session."""
        self._root.close()

    def run(self, statement: str, *values) -> list[dict[str, Any]]:
        """What a statement answers to the superuser."""
        done = self._root.execute(statement.encode(), values or None)
        return done.fetchall() if done.description else []

    def spoil(self, statements: str) -> None:
        """Put a bug in."""
        self.run(statements.replace("OWNER", f"{self.database.prefix}_owner"))

    def begin(self) -> None:
        """Nothing but people and three customers."""
        emptied = [name for name in self._columns if name not in KEPT]
        with self._root.transaction():
            self.run("set local session_replication_role = replica")
            self.run("; ".join(f"delete from vav.{name}" for name in emptied))
            self.run("delete from vav.feed where kind <> all (%s)", list(REFERENCE))
        for rank, customer_id in enumerate(CUSTOMERS):
            self.run(
                "insert into vav.customers (id, number, family_name, city, branch_id)"
                " values (%s, %s, %s, 'Lyon', 'branch-lyon')",
                customer_id, f"C{rank}", f"Client {rank}",
            )  # fmt: skip

    def erase(self, customer_id: str) -> None:
        """Take a customer away for good, as the administrator does."""
        erasing.erase(self._root, Subject(kind=CUSTOMER, id=customer_id, name=""))

    def move(self, customer_id: str) -> None:
        """Take a customer to the other branch, where none of the desks is, or back."""
        self.run(
            "update vav.customers set branch_id = case branch_id when 'branch-lyon'"
            " then 'branch-lille' else 'branch-lyon' end where id = %s",
            customer_id,
        )

    def back_up(self) -> None:
        """Keep all as it is now, as a dump does."""
        with self._root.transaction():
            self.run("drop schema if exists backup cascade; create schema backup")
            for name in self._columns:
                self.run(f"create table backup.{name} as table vav.{name}")
            self.run("create table backup.feed_seq as select last_value from vav.feed_seq")

    def restore(self) -> None:
        """Bring the backup back as `restore` does: what came later is lost here."""
        with self._root.transaction():
            self.run("set local session_replication_role = replica")
            for name, columns in self._columns.items():
                self.run(f"delete from vav.{name}")
                self.run(
                    f"insert into vav.{name} ({columns}) overriding system value"
                    f" select {columns} from backup.{name}"
                )
            self.run("select setval('vav.feed_seq', last_value) from backup.feed_seq")
        restoring.begin_epoch(self._root)

    def epoch(self) -> str:
        """Which life of the database this is."""
        return self.run("select value from vav.meta where name = 'epoch'")[0]["value"]

    def operations(self) -> dict[str, str]:
        """What was answered to each operation that the server remembers."""
        found = self.run("select op_id, answer ->> 'answer' as answer from vav.ops")
        return {row["op_id"]: row["answer"] for row in found}
