"""Nothing lost: a fact's row is never written but together with its outbox line."""

import ast
import re

from desktop.services.store import facts, tables
from tests.house.source import Source, calls, dotted, sources

FACTS = frozenset(kind.table.name for kind in facts.KINDS.values())

UNSENT = (
    *("importing.py", "demo.py", "bulk.py", "unit.py", "search_schema.py", "migrations/"),
    *("replica.py", "replica_rows.py", "pending.py", "dropping.py"),
)
"""Where rows come without lines: what was imported, the demonstration; and the unit itself.
What the server says is written as it says it (replica), one's own waiting facts over it have their
lines already (pending), and what the server took away goes (dropping); none of it is a new fact."""

IN_FORCE = {
    "apply_edit": "a CustomerEdit is recorded with it",
    "apply_share": "a CheckInShare is recorded with it",
    "correct": "the line with the other words goes with it",
    "give_up": "its line is decided with it, once it was exported",
    "set_promise_state": "a PromiseOutcome is recorded with it",
    "take_back": "rows and lines go together",
    "take_away": "the row and its line go together",
}
"""Functions that bring a row up to date with a fact, and why no line is missing."""

RAW = re.compile(
    r"\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+(\w+)", re.IGNORECASE
)


def _written(node: ast.AST) -> set[str]:
    """Tables of facts that a function, or a module, writes by itself; "?" where it hides which."""
    found: set[str] = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            verb = dotted(one.func).rpartition(".")[2]
            if verb in {"insert", "update", "delete", "upsert"}:
                target = one.args[0] if one.args else getattr(one.func, "value", None)
                found |= _named(node, target)
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            found.update(name.lower() for name in RAW.findall(one.value))
    return found & (FACTS | {"?"})


def _named(node: ast.AST, target: ast.expr | None) -> set[str]:
    """The tables that an expression may stand for, through one assignment or loop."""
    name = "" if target is None else dotted(target).rpartition(".")[2]
    if name in tables.metadata.tables:
        return {name}
    found: set[str] = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Assign) and name in map(dotted, one.targets):
            found.add(dotted(one.value).rpartition(".")[2])
        if isinstance(one, ast.For) and dotted(one.target) == name:
            found.update(dotted(each).rpartition(".")[2] for each in getattr(one.iter, "elts", ()))
    return found if found & set(tables.metadata.tables) else {"?"}


def _unaccounted(source: Source) -> list[str]:
    known = [
        one
        for one in source.tree.body
        if not (isinstance(one, ast.FunctionDef) and one.name in IN_FORCE)
    ]
    return [f"{source.name}: {table}" for one in known for table in sorted(_written(one))]


def _stores() -> list[Source]:
    prefix = "desktop/services/store/"  # the only room that knows SQL
    return [
        source
        for source in sources(prefix)
        if not source.name.removeprefix(prefix).startswith(UNSENT)
    ]


def test_rows_of_facts_are_written_by_the_unit_alone():
    assert [fault for source in _stores() for fault in _unaccounted(source)] == []


def test_what_brings_a_row_up_to_date_goes_with_a_fact():
    """Each is asked for inside a unit, but for the undo, which takes the lines away too."""
    asked: dict[str, set[str]] = {}
    for source in sources("desktop/services"):
        for name, call in calls(source):
            for given in call.args[:1]:
                verb = dotted(given).rpartition(".")[2] if isinstance(given, ast.Attribute) else ""
                if verb in IN_FORCE:
                    asked.setdefault(verb, set()).add(name)
    assert asked.pop("take_back") == {"self._store.write"}
    # Each feature's own undo hands its table to `take_away`, inside the store.
    undone = {"take_back", "take_away"}
    assert asked == {name: {"unit.then"} for name in IN_FORCE if name not in undone}


def test_every_fact_has_a_kind_and_a_name_of_its_own():
    kinds = facts.KINDS.values()
    assert set(facts.Fact.__args__) == set(facts.KINDS)
    assert len({kind.name for kind in kinds}) == len(facts.KINDS)
    assert tables.outbox.name not in FACTS


def test_the_check_can_fail():
    for words in (
        "def keep(c): c.execute(insert(tables.contacts), {})",
        "def keep(c): c.execute(update(promises).values(state='kept'))",
        "def keep(c): c.execute(tables.step_offs.insert())",
        "def keep(c): c.exec_driver_sql('DELETE FROM check_ins')",
        "def keep(c):\n  for table in (drafts, promises): c.execute(delete(table))",
        "def keep(c, table): c.execute(insert(table), {})",
    ):
        assert _written(ast.parse(words)), words
    assert not _written(ast.parse("def keep(c): c.execute(insert(drafts), {})"))
