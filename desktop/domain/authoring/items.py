"""Edits of what a step holds in lists: questions, checks, reactions, suggestions.

What is not there raises `Invalid`, naming the field.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.authoring import limits
from desktop.domain.authoring.editing import put_step, the_step
from desktop.domain.authoring.naming import provisional
from desktop.domain.errors import Invalid
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Question, Reaction, Script, Step, Suggestion


class Items(StrEnum):
    """The lists of a step, by the name of their field."""

    QUESTIONS = "questions"
    CHECKS = "checks"
    REACTIONS = "reactions"
    SUGGESTIONS = "suggestions"


MOST = {
    Items.QUESTIONS: limits.QUESTIONS,
    Items.CHECKS: limits.CHECKS,
    Items.REACTIONS: limits.REACTIONS,
    Items.SUGGESTIONS: limits.SUGGESTIONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of any of the lists."""

    id: str
    words: str
    to: str = ""
    """Where a reaction leads."""
    chain: str = ""
    """First step-off of the chain that a suggestion came from."""


def items_of(step: Step, kind: Items) -> tuple[Item, ...]:
    """The lines of one list."""
    match kind:
        case Items.QUESTIONS:
            return tuple(Item(id=one.id, words=one.text) for one in step.questions)
        case Items.CHECKS:
            return tuple(Item(id=one.id, words=one.label) for one in step.checks)
        case Items.REACTIONS:
            return tuple(Item(id=one.id, words=one.label, to=one.to) for one in step.reactions)
        case Items.SUGGESTIONS:
            return tuple(
                Item(id=one.id, words=one.words, chain=one.chain) for one in step.suggestions
            )


def add_item(script: Script, step_id: str, kind: Items, words: str = "") -> tuple[Script, str]:
    """A new line at the list's end, and its id."""
    items = items_of(the_step(script, step_id), kind)
    new = Item(id=provisional({one.id for one in items}), words=words)
    return _with(script, step_id, kind, (*items, new)), new.id


def remove_item(script: Script, step_id: str, kind: Items, item_id: str) -> Script:
    """The list without that line."""
    items = items_of(the_step(script, step_id), kind)
    _found(items, kind, item_id)
    return _with(script, step_id, kind, [one for one in items if one.id != item_id])


def move_item(script: Script, step_id: str, kind: Items, item_id: str, place: int) -> Script:
    """The line at that place, from 0; beyond an end it stays at the end."""
    items = items_of(the_step(script, step_id), kind)
    item = _found(items, kind, item_id)
    others = [one for one in items if one.id != item_id]
    others.insert(max(place, 0), item)
    return _with(script, step_id, kind, others)


def word_item(script: Script, step_id: str, kind: Items, item_id: str, words: str) -> Script:
    """Other words for that line."""
    items = items_of(the_step(script, step_id), kind)
    _found(items, kind, item_id)
    changed = [replace(one, words=words) if one.id == item_id else one for one in items]
    return _with(script, step_id, kind, changed)


def lead_reaction(script: Script, step_id: str, reaction_id: str, to: str) -> Script:
    """Let a reaction lead to a step of this guide; "" for simply the next."""
    if to:
        the_step(script, to)
    items = items_of(the_step(script, step_id), Items.REACTIONS)
    _found(items, Items.REACTIONS, reaction_id)
    led = [replace(one, to=to) if one.id == reaction_id else one for one in items]
    return _with(script, step_id, Items.REACTIONS, led)


def _found(items: tuple[Item, ...], kind: Items, item_id: str) -> Item:
    for one in items:
        if one.id == item_id:
            return one
    raise Invalid(kind, item_id)


def _with(script: Script, step_id: str, kind: Items, items: Sequence[Item]) -> Script:
    step = the_step(script, step_id)
    match kind:
        case Items.QUESTIONS:
            step = replace(step, questions=tuple(Question(id=i.id, text=i.words) for i in items))
        case Items.CHECKS:
            step = replace(step, checks=tuple(Check(id=i.id, label=i.words) for i in items))
        case Items.REACTIONS:
            reactions = tuple(Reaction(id=i.id, label=i.words, to=i.to) for i in items)
            step = replace(step, reactions=reactions)
        case Items.SUGGESTIONS:
            suggestions = tuple(
                Suggestion(id=SuggestionId(i.id), words=i.words, chain=i.chain) for i in items
            )
            step = replace(step, suggestions=suggestions)
    return put_step(script, step)
