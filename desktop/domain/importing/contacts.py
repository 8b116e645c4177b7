"""A row becomes a contact: who, when, how long they waited, how it ended."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from desktop.domain.contacts import Channel, Contact, Resolution
from desktop.domain.ids import ContactId, CustomerId
from desktop.domain.importing import Marks, Rejected, RejectReason, Repair, derived_id
from desktop.domain.importing.cells import details_of, key_of, leave_out, raw, words
from desktop.domain.importing.customers import customer_id_of
from desktop.domain.importing.recipes import CellRule, ContactRecipe, StageName, StageRule
from desktop.domain.importing.stages import Span, Stage, mend
from desktop.domain.importing.values import (
    Cell,
    Row,
    boolean_of,
    clock_of,
    moment_of,
    text_of,
    whole_of,
)

Choice = TypeVar("Choice", bound=StrEnum)
_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_WEEK = 7 * 86_400
QUARTER = 900
"""Clocks change on a quarter of an hour, everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """What a row tells of a contact; the advisor is still a name."""

    contact: Contact
    customer_key: str
    """The customer's key in their source; empty when nobody was identified."""
    advisor: str
    marks: Marks


def contact_row(recipe: ContactRecipe, row: Row) -> ContactRow:
    """The contact of a row. Raises Rejected."""
    leave_out(recipe.leave_out, row)
    key = key_of(recipe, row)
    cells = recipe.cells
    customer_key = words(cells.get("customer"), row)
    abandoned = _abandoned(cells.get("abandoned"), row)
    spans, repairs = _spans(recipe, row, abandoned=abandoned)
    started_at, ended_at = _bounds(spans, recipe.zone)
    contact = Contact(
        id=ContactId(derived_id(recipe.source, "contact", *key)),
        customer_id=_customer(recipe, customer_key),
        person_id=None,
        channel=_choice(Channel, recipe, "channel", row) or Channel.CALL_IN,
        reason=words(cells.get("reason"), row),
        started_at=started_at,
        ended_at=ended_at,
        waited_s=_waited(recipe, spans, row),
        abandoned=abandoned,
        resolution=None if abandoned else _choice(Resolution, recipe, "resolution", row),
        effort_seen=_scale(recipe, "effort_seen", row, 7),
        estimate=_scale(recipe, "estimate", row, 5),
        note=_note(recipe, row),
    )
    return ContactRow(
        contact=contact,
        customer_key=customer_key,
        advisor=words(cells.get("advisor"), row),
        marks=Marks(repairs=tuple(sorted(repairs))),
    )


def _abandoned(rule: CellRule | None, row: Row) -> bool:
    return rule is not None and boolean_of(words(rule, row), rule.field)


def _spans(
    recipe: ContactRecipe, row: Row, *, abandoned: bool
) -> tuple[tuple[Span, ...], frozenset[Repair]]:
    """The stages that took place; nobody served a contact that was abandoned."""
    spans, repairs = mend(tuple(_stage(recipe, rule, row) for rule in recipe.stages))
    if abandoned and any(span.name is StageName.SERVICE for span in spans):
        spans = tuple(span for span in spans if span.name is not StageName.SERVICE)
        repairs |= {Repair.SERVICE_OF_ABANDONED}
    if not spans:
        raise Rejected(RejectReason.NO_TIME)
    return spans, repairs


def _customer(recipe: ContactRecipe, key: str) -> CustomerId | None:
    return customer_id_of(recipe.customers_of, key) if key else None


def _bounds(spans: tuple[Span, ...], zone: str) -> tuple[datetime, datetime]:
    """Start and end in UTC; the length is that of the wall clock, through a change of hour too."""
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        start, end = min(start, span.start), max(end, span.end)
    started = datetime.fromtimestamp(start - _offset(zone, start // QUARTER), UTC)
    return started, started + timedelta(seconds=end - start)


@lru_cache(maxsize=4096)
def _offset(zone: str, quarter: int) -> int:
    """Seconds by which a zone's wall clock is ahead of UTC in a quarter of an hour of that clock."""
    wall = (_ZERO + timedelta(seconds=quarter * QUARTER)).replace(tzinfo=ZoneInfo(zone))
    return round((wall.utcoffset() or timedelta()).total_seconds())


def _waited(recipe: ContactRecipe, spans: tuple[Span, ...], row: Row) -> int | None:
    for span in spans:
        if span.name is StageName.WAIT:
            return span.end - span.start
    rule = recipe.cells.get("waited_s")
    cell = raw(rule, row)
    if rule is not None and cell is not None:
        return whole_of(cell, recipe.decimal, rule.field, 0, _WEEK)
    # A source that tells of waiting and has none for this contact: they did not wait.
    return 0 if any(rule.name is StageName.WAIT for rule in recipe.stages) else None


def _stage(recipe: ContactRecipe, rule: StageRule, row: Row) -> Stage:
    seconds = raw(rule.seconds, row)
    length = None
    if rule.seconds is not None and seconds is not None:
        length = whole_of(seconds, recipe.decimal, rule.seconds.field, -_WEEK, _WEEK)
    start, end = raw(rule.start, row), raw(rule.end, row)
    if recipe.day is None:
        return Stage(
            name=rule.name,
            start=_moment(rule.start, start, recipe.zone),
            end=_moment(rule.end, end, recipe.zone),
            seconds=length,
            dated=True,
        )
    return _undated(recipe, rule, row, (start, end, length))


def _moment(rule: CellRule | None, cell: Cell, zone: str) -> int | None:
    if rule is None or cell is None:
        return None
    return _seconds(moment_of(cell, rule.formats, rule.field, ZoneInfo(zone)))


def _undated(
    recipe: ContactRecipe, rule: StageRule, row: Row, told: tuple[Cell, Cell, int | None]
) -> Stage:
    """A stage whose times come without a day, which another column holds."""
    length = told[2]
    start = None if told[0] is None else clock_of(told[0], rule.start.field if rule.start else "")
    end = None if told[1] is None else clock_of(told[1], rule.end.field if rule.end else "")
    if recipe.midnight_is_absent and not start and not end and not length:
        return Stage(name=rule.name)
    zero = _day(recipe.day, row)
    return Stage(
        name=rule.name,
        start=None if start is None else zero + start,
        end=None if end is None else zero + end,
        seconds=length,
    )


def _day(rule: CellRule | None, row: Row) -> int:
    """Midnight of the day that a row tells."""
    cell = raw(rule, row)
    if rule is None or cell is None:
        raise Rejected(RejectReason.BAD_DATE, rule.field if rule else "")
    if isinstance(cell, str):
        return _written_day(cell, rule.formats, rule.field)
    return _seconds(moment_of(cell, rule.formats, rule.field))


@lru_cache(maxsize=1024)
def _written_day(words: str, formats: tuple[str, ...], field: str) -> int:
    return _seconds(moment_of(words, formats, field))


def _seconds(moment: datetime) -> int:
    return round((moment - _ZERO).total_seconds())


def _choice(kind: type[Choice], recipe: ContactRecipe, name: str, row: Row) -> Choice | None:
    rule = recipe.cells.get(name)
    found = words(rule, row)
    if rule is None or not found:
        return None
    try:
        return kind(found)
    except ValueError:
        raise Rejected(RejectReason.UNKNOWN_VALUE, rule.field, found) from None


def _scale(recipe: ContactRecipe, name: str, row: Row, highest: int) -> int | None:
    rule = recipe.cells.get(name)
    cell = raw(rule, row)
    if rule is None or cell is None:
        return None
    return whole_of(text_of(cell), recipe.decimal, rule.field, 1, highest)


def _note(recipe: ContactRecipe, row: Row) -> str:
    """The note, then a line for each further fact."""
    lines = [words(recipe.cells.get("note"), row)]
    lines += [f"{label}\u00a0: {value}" for label, value in details_of(recipe.details, row)]
    return "\n".join(line for line in lines if line)
