"""Reads a cell as its rule says, before any type: columns, absent words, value lists, letters."""

from desktop.domain.importing import Rejected, RejectReason
from desktop.domain.importing.recipes import Case, CellRule, Condition, LeftOut, Otherwise, Recipe
from desktop.domain.importing.values import Cell, Row, text_of


def raw(rule: CellRule | None, row: Row) -> Cell:
    """The typed cell of a single column; None when it says nothing, or there is no rule."""
    if rule is None:
        return None
    if rule.plain < 0:
        return words(rule, row) or None
    cell = row[rule.plain]
    if isinstance(cell, str):
        cell = cell.strip()
        return cell if cell and cell not in rule.absent else None
    return None if cell is None or text_of(cell) in rule.absent else cell


def words(rule: CellRule | None, row: Row) -> str:
    """The text of a rule; empty when it says nothing."""
    if rule is None:
        return ""
    if rule.constant is not None:
        return rule.constant
    if len(rule.columns) == 1:
        found = text_of(row[rule.columns[0]])
    else:
        found = rule.joined_by.join(filter(None, (text_of(row[at]) for at in rule.columns)))
    if found in rule.absent:
        return ""
    if rule.values is not None:
        found = _listed(rule, found)
    elif rule.case is not Case.AS_IS:
        found = _lettered(found, rule.case)
    return rule.prefix + found if found else ""


def _listed(rule: CellRule, found: str) -> str:
    known = (rule.values or {}).get(found)
    if known is not None:
        return known
    if not found or rule.otherwise is Otherwise.EMPTY:
        return ""
    if rule.otherwise is Otherwise.KEEP:
        return found
    raise Rejected(RejectReason.UNKNOWN_VALUE, rule.field, found)


def _lettered(found: str, case: Case) -> str:
    match case:
        case Case.TITLE:
            return found.title()
        case Case.UPPER:
            return found.upper()
        case Case.LOWER:
            return found.lower()
    return found


def holds(condition: Condition, row: Row) -> bool:
    """Whether a row meets a condition."""
    return (text_of(row[condition.column]) in condition.values) is not condition.negated


def key_of(recipe: Recipe, row: Row) -> tuple[str, ...]:
    """The row's key in its source. Raises Rejected when a part of it is blank."""
    key = tuple(text_of(row[at]) for at in recipe.key)
    if not all(key):
        raise Rejected(RejectReason.NO_KEY, " + ".join(recipe.key_names))
    return key


def leave_out(rules: tuple[LeftOut, ...], row: Row) -> None:
    """Raise Rejected for a row that the mapping leaves out."""
    for rule in rules:
        if holds(rule.condition, row):
            raise Rejected(rule.reason, rule.field, text_of(row[rule.condition.column]))


def details_of(rules: tuple[tuple[str, CellRule], ...], row: Row) -> tuple[tuple[str, str], ...]:
    """Label and value of the further facts that say something."""
    found = ((label, words(rule, row)) for label, rule in rules)
    return tuple((label, value) for label, value in found if value)
