"""A row becomes a customer's answer: about which contact, when, what they said."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desktop.domain.customers import Answer
from desktop.domain.ids import AnswerId, ContactId, CustomerId, PersonId
from desktop.domain.importing import Marks, Rejected, RejectReason, derived_id
from desktop.domain.importing.cells import details_of, key_of, leave_out, raw, words
from desktop.domain.importing.recipes import AnswerRecipe
from desktop.domain.importing.values import Row, moment_of, text_of, whole_of

SCALES = {"satisfaction": (1, 5), "effort": (1, 7), "nps": (0, 10)}
"""The scales of product.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What a row tells of an answer; whose contact it is about is not known yet."""

    answer: Answer
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom a contact was with: what an answer about it takes over."""

    customer_id: CustomerId | None
    person_id: PersonId | None


def answer_row(recipe: AnswerRecipe, row: Row) -> AnswerRow:
    """The answer of a row. Raises Rejected."""
    leave_out(recipe.leave_out, row)
    key = key_of(recipe, row)
    token = words(recipe.cells.get("token"), row)
    if not token:
        raise Rejected(RejectReason.NO_SUCH_CONTACT)
    satisfaction, effort, nps = (_scale(recipe, name, row) for name in SCALES)
    said = _said(recipe, row)
    if not said and satisfaction is None and effort is None and nps is None:
        raise Rejected(RejectReason.NOTHING_SAID)
    answer = Answer(
        id=AnswerId(derived_id(recipe.source, "answer", *key)),
        customer_id=None,
        contact_id=contact_of(recipe, token),
        at=_at(recipe, row),
        satisfaction=satisfaction,
        effort=effort,
        nps=nps,
        words=said,
    )
    return AnswerRow(answer=answer, marks=Marks())


def contact_of(recipe: AnswerRecipe, token: str) -> ContactId:
    """The contact that a token names: its id, or the key that a source of contacts gave it."""
    if recipe.contacts_of:
        return ContactId(derived_id(recipe.contacts_of, "contact", token))
    return ContactId(token)


def matched(row: AnswerRow, asked: Asked | None) -> AnswerRow:
    """The answer with whom its contact was with. Raises Rejected where nobody knows the contact."""
    if asked is None:
        raise Rejected(RejectReason.NO_SUCH_CONTACT)
    known = replace(row.answer, customer_id=asked.customer_id, person_id=asked.person_id)
    return replace(row, answer=known)


def _at(recipe: AnswerRecipe, row: Row) -> datetime:
    """When it was given, in UTC; a moment that names no zone is of the mapping's."""
    rule, zone = recipe.cells["at"], ZoneInfo(recipe.zone)
    cell = raw(rule, row)
    if cell is None:
        raise Rejected(RejectReason.BAD_DATE, rule.field)
    return moment_of(cell, rule.formats, rule.field, zone).replace(tzinfo=zone).astimezone(UTC)


def _scale(recipe: AnswerRecipe, name: str, row: Row) -> int | None:
    rule = recipe.cells.get(name)
    cell = raw(rule, row)
    if rule is None or cell is None:
        return None
    return whole_of(text_of(cell), recipe.decimal, rule.field, *SCALES[name])


def _said(recipe: AnswerRecipe, row: Row) -> str:
    """The customer's words, then a line for each further fact."""
    lines = [words(recipe.cells.get("words"), row)]
    lines += [f"{label}\u00a0: {value}" for label, value in details_of(recipe.details, row)]
    return "\n".join(line for line in lines if line)
