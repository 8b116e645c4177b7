"""People of a shared database as its tests speak for them: through sessions of their own."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from desktop.services.store.facts import KINDS
from desktop.services.store.rows import to_row
from tests.access.world import HttpsDoor, Refusal, SqlDoor, World, fact
from tests.services.store.test_facts import EACH
from tests.shared_database import SharedDatabase

WHO = {"p1": "person-lea", "p2": "person-camille"}
"""The people of the samples, as the seeded database names them."""


class Talk(World):
    """The SQL door alone, and what the administrator types."""

    def call(self, who: str, function: str, **params: Any) -> Any:
        """What a function answers to somebody."""
        return self.sql.call(who, function, **params)

    def refused(self, who: str, function: str, **params: Any) -> str | None:
        """The SQLSTATE with which a function refuses somebody."""
        with pytest.raises(Refusal) as refusal:
            self.call(who, function, **params)
        return refusal.value.code

    def answers(self, who: str, *facts: dict[str, Any]) -> list[dict[str, Any]]:
        """The whole answers to a push."""
        batch = {"protocol": 1, "device": f"desk-{who}", "now": 0, "facts": list(facts)}
        return list(self.call(who, "push", facts=batch)["answers"])

    def page(self, who: str, since: Any = None, most: int = 500) -> Any:
        """One page of a pull."""
        return self.call(who, "pull", since=since, most=most)

    def news(self, who: str, since: Any) -> dict[tuple[str, str], Any]:
        """What a later pull brings: bodies by kind and id."""
        return {(row["kind"], row["id"]): row["body"] for row in self.page(who, since)["rows"]}

    def run(self, statement: str, *values: Any) -> list[tuple]:
        """A statement of the superuser."""
        return self.database.run(statement, *values)


def talk(database: SharedDatabase) -> Talk:
    """The people of a database."""
    return Talk(database, SqlDoor(database), cast("HttpsDoor", None))


def told(named: str, /, **body: Any) -> dict[str, Any]:
    """A fact of a kind whose body may have any column."""
    made = fact(named)
    made["body"] |= body
    return made


def customer(**more: Any) -> dict[str, Any]:
    """Claire Moreau, as somebody makes a file for her."""
    named = {"id": "c1", "given_name": "Claire", "family_name": "Moreau"}
    return told("customer", **(named | more))


def edit(who: str, field: str, value: str, based_on: int = 0, **more: Any) -> dict[str, Any]:
    """A change of one field of Claire's."""
    said = {"field": field, "value": value, "former": "", "based_on": based_on, "at": 5}
    about = {"customer_id": "c1", "person_id": f"person-{who}"}
    return told("customer_edit", **(about | said | more))


def samples() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each kind of fact once, with who pushes it; in the order in which it happened."""
    made = []
    for number, each in enumerate(EACH):
        row = {name: WHO.get(value, value) for name, value in to_row(each).items()}
        row.setdefault("id", f"sample-{number}")
        author = "lea" if row.get("person_id", "") in {"", "person-lea"} else "camille"
        if "person_id" not in row and "lead_id" in row:
            author = "camille"
        kind = KINDS[type(each)]
        made.append((author, told(kind.name, **row) | {"version": kind.version}))
    return iter(sorted(made, key=lambda sample: sample[0] == "camille"))
