"""Step-offs of a guide, the links between them, how their contacts went: never whose they were."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from desktop.domain.contacts import Helped, Resolution, StepOffReason
from desktop.domain.ids import ContactId, PersonId, StepOffId, SuggestionId
from desktop.domain.instants import from_millis
from desktop.domain.learning.chains import Chain, Trace, chains, heads, in_force
from desktop.domain.learning.facts import ChainMerge, Credit
from desktop.domain.learning.lessons import Learned
from desktop.domain.learning.outcomes import EASY, ContactOutcome, GuideTotals
from desktop.domain.scripts import Suggestion
from desktop.services.store.rows import from_row
from desktop.services.store.script_tables import agreements, chain_merges
from desktop.services.store.tables import answers, contacts, people, step_offs

RECENT: Final = 2_000
"""How many of a guide's latest step-offs are looked at: the answer's time stays flat."""

WINDOW: Final = 20_000
"""How many of the latest contacts that ran a guide make its totals."""

MERGES: Final = 2_000
"""How many of a guide's latest merges are looked at."""


def read(connection: Connection, script_id: str) -> Learned:
    """The chains of a guide, and how their contacts went beside all that ran it."""
    since = _since(connection, script_id)
    traces = _traces(connection, script_id, since)
    first_of, merged = joined(connection, script_id)
    return Learned(
        chains=chains(traces, first_of, merged),
        outcomes=_outcomes(connection, script_id, since),
        totals=_totals(connection, script_id, since),
        first_of=first_of,
        merged=merged,
        since=_left_out(connection, script_id, since),
    )


def chains_of(connection: Connection, script_id: str) -> tuple[Chain, ...]:
    """The chains of a guide alone."""
    traces = _traces(connection, script_id, 0)
    return chains(traces, *joined(connection, script_id))


def joined(
    connection: Connection, script_id: str
) -> tuple[dict[StepOffId, StepOffId], dict[StepOffId, StepOffId]]:
    """The first step-off of each one's chain, and which chain a lead put into which."""
    first_of = heads(_links(connection, script_id))
    return first_of, in_force(merges(connection, script_id), first_of)


def merges(connection: Connection, script_id: str) -> tuple[ChainMerge, ...]:
    """What leads said of the guide's chains, newest first."""
    table = chain_merges
    query = (
        select(table)
        .where(table.c.script_id == script_id)
        .order_by(table.c.at.desc(), table.c.id.desc())
        .limit(MERGES)
    )
    return tuple(from_row(ChainMerge, row) for row in connection.execute(query).mappings())


def links(connection: Connection, script_id: str) -> Learned:
    """How the step-offs of a guide hang together, without any of their words."""
    first_of, merged = joined(connection, script_id)
    return Learned(first_of=first_of, merged=merged)


def said_by(connection: Connection, script_id: str, person_id: PersonId) -> dict[StepOffId, str]:
    """The guide's step-offs in which this person said something that they did not take up."""
    own, earlier = step_offs.c, step_offs.alias().c
    taken_up = select(earlier.id).where(
        earlier.id == own.earlier_id, func.trim(earlier.words) == func.trim(own.words)
    )
    query = (
        select(own.id, own.words)
        .where(
            own.script_id == script_id,
            own.person_id == person_id,
            func.trim(own.words) != "",
            ~taken_up.exists(),
        )
        .order_by(own.at.desc())
        .limit(RECENT)
    )
    return {StepOffId(row.id): row.words.strip() for row in connection.execute(query)}


def own_credits(connection: Connection, person_id: PersonId) -> dict[SuggestionId, Credit]:
    """What this person last said about being named, by suggestion."""
    table = agreements
    query = select(table).where(table.c.person_id == person_id).order_by(table.c.at, table.c.id)
    found = (from_row(Credit, row) for row in connection.execute(query).mappings())
    return {credit.suggestion_id: credit for credit in found}


def credited(
    connection: Connection, suggestions: Iterable[Suggestion]
) -> dict[SuggestionId, tuple[str, ...]]:
    """Names of those who agree, now, to be named at these suggestions; who said no has none.

    Nor has who agreed while it came from another chain: a lead who writes something else under the
    same id puts no words into their mouth.
    """
    came_from = {one.id: one.chain for one in suggestions if one.chain}
    table = agreements
    query = (
        select(
            table.c.suggestion_id,
            table.c.person_id,
            table.c.agreed,
            table.c.chain_id,
            people.c.name,
        )
        .join(people, people.c.id == table.c.person_id)
        .where(table.c.suggestion_id.in_(list(came_from)))
        .order_by(table.c.at, table.c.id)
    )
    newest: dict[tuple[str, str], Any] = {}
    for row in connection.execute(query):
        newest[row.suggestion_id, row.person_id] = row
    found: dict[SuggestionId, list[str]] = {}
    for (suggestion_id, _person), row in newest.items():
        one = SuggestionId(suggestion_id)
        if row.agreed and row.name and row.chain_id == came_from[one]:
            found.setdefault(one, []).append(row.name)
    return {suggestion_id: tuple(sorted(names)) for suggestion_id, names in found.items()}


def _ran(script_id: str) -> ColumnElement[bool]:
    """Said in the words of the index over contacts with a guide, or SQLite leaves it aside."""
    return and_(contacts.c.script_id == script_id, contacts.c.script_id != "")


def _since(connection: Connection, script_id: str) -> int:
    """The instant from which on both limits hold, so that both sides tell of the same time."""
    began = (
        select(contacts.c.started_at)
        .where(_ran(script_id))
        .order_by(contacts.c.started_at.desc())
        .limit(1)
        .offset(WINDOW - 1)
    )
    tried = (
        select(step_offs.c.at)
        .where(step_offs.c.script_id == script_id)
        .order_by(step_offs.c.at.desc())
        .limit(1)
        .offset(RECENT - 1)
    )
    return max(connection.scalar(began) or 0, connection.scalar(tried) or 0)


def _left_out(connection: Connection, script_id: str, since: int) -> datetime | None:
    """That instant, where the limits leave something older out."""
    ran = select(contacts.c.id).where(_ran(script_id), contacts.c.started_at < since)
    tried = select(step_offs.c.id).where(step_offs.c.script_id == script_id, step_offs.c.at < since)
    left = any(connection.scalar(one.limit(1)) is not None for one in (ran, tried))
    return from_millis(since) if left else None


def _traces(connection: Connection, script_id: str, since: int) -> list[Trace]:
    table = step_offs.c
    query = (
        select(
            table.id,
            table.contact_id,
            table.at,
            table.step_id,
            table.reason,
            table.words,
            table.helped,
        )
        .where(table.script_id == script_id, table.at >= since)
        .order_by(table.at.desc())
        .limit(RECENT)
    )
    return [
        Trace(
            id=StepOffId(row.id),
            contact_id=ContactId(row.contact_id),
            at=from_millis(row.at),
            step_id=row.step_id,
            reason=StepOffReason(row.reason),
            words=row.words,
            helped=None if row.helped is None else Helped(row.helped),
        )
        for row in connection.execute(query)
    ]


def _links(connection: Connection, script_id: str) -> dict[StepOffId, StepOffId | None]:
    """The latest step-offs of a guide and all that they go back to, however long ago.

    Each step-off is visited once, however many took it up; UNION ends a ring.
    """
    table = step_offs
    latest = (
        select(table.c.id)
        .where(table.c.script_id == script_id)
        .order_by(table.c.at.desc())
        .limit(RECENT)
    )
    linked = (
        select(table.c.id, table.c.earlier_id).where(table.c.id.in_(latest)).cte(recursive=True)
    )
    before = table.alias()
    linked = linked.union(
        select(before.c.id, before.c.earlier_id).where(before.c.id == linked.c.earlier_id)
    )
    rows = connection.execute(select(linked.c.id, linked.c.earlier_id))
    return {
        StepOffId(row.id): None if row.earlier_id is None else StepOffId(row.earlier_id)
        for row in rows
    }


def _efforts(of: Select[Any]) -> Any:
    """The effort that a contact's customer answered last; SQLite takes it from the latest row."""
    return (
        select(answers.c.contact_id, answers.c.effort, func.max(answers.c.at))
        .where(answers.c.contact_id.in_(of), answers.c.effort.is_not(None))
        .group_by(answers.c.contact_id)
        .subquery()
    )


def _outcomes(
    connection: Connection, script_id: str, since: int
) -> dict[ContactId, ContactOutcome]:
    ids = select(step_offs.c.contact_id).where(
        step_offs.c.script_id == script_id, step_offs.c.at >= since
    )
    effort = _efforts(ids)
    table = contacts.c
    query = (
        select(table.id, table.resolution, table.script_id, table.started_at, effort.c.effort)
        .join_from(contacts, effort, effort.c.contact_id == table.id, isouter=True)
        .where(table.id.in_(ids))
    )
    return {
        ContactId(row.id): ContactOutcome(
            contact_id=ContactId(row.id),
            effort=row.effort,
            resolution=None if row.resolution is None else Resolution(row.resolution),
            counted=row.script_id == script_id and row.started_at >= since,
        )
        for row in connection.execute(query)
    }


def _totals(connection: Connection, script_id: str, since: int) -> GuideTotals:
    table = contacts.c
    ran = select(table.id).where(_ran(script_id), table.started_at >= since)
    effort = _efforts(ran)
    query = (
        select(
            func.count().label("contacts"),
            func.count(effort.c.effort).label("answered"),
            func.count().filter(effort.c.effort <= EASY).label("easy"),
            func.count(table.resolution).label("judged"),
            func.count().filter(table.resolution == Resolution.RESOLVED.value).label("resolved"),
        )
        .join_from(contacts, effort, effort.c.contact_id == table.id, isouter=True)
        .where(_ran(script_id), table.started_at >= since)
    )
    return GuideTotals(**connection.execute(query).one()._asdict())
