"""Ids of what a lead adds: provisional while it is written, made from the words once, then stable.

Contacts, step-offs and what is learned of them name a step by its id: one that was published keeps
it for good, whatever its title becomes.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Question, Reaction, Script, Step, Suggestion

_PROVISIONAL: Final = re.compile(r"new-\d{1,9}")
"""A hyphen, which no id made from words has."""
_LONGEST: Final = 32
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": " ", "'": " "})

Item = TypeVar("Item", Question, Check, Reaction)


def provisional(taken: Collection[str]) -> str:
    """An id for something that has no words yet."""
    number = 1
    while f"new-{number}" in taken:
        number += 1
    return f"new-{number}"


def is_provisional(some_id: str) -> bool:
    """Whether the id waits to be made from words."""
    return _PROVISIONAL.fullmatch(some_id) is not None


def from_words(words: str, taken: Collection[str], otherwise: str) -> str:
    """`Ligne à ligne` is `ligne_a_ligne`; a number is added where that is taken already.

    `otherwise` stands in where no letter or figure can be kept.
    """
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LIGATURES))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    name = re.sub(r"[^a-z0-9]+", "_", plain)[:_LONGEST].strip("_")
    if not name:
        name = otherwise
    elif not name[0].isalpha():
        name = f"{otherwise}_{name}"[:_LONGEST]
    number, found = 2, name
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found


def named(script: Script) -> Script:
    """The guide with every provisional id made from its words, what leads to a step led along."""
    names = _names((step.id, step.title) for step in script.steps)
    return replace(script, steps=tuple(_step(step, names) for step in script.steps))


def _names(pairs: Iterable[tuple[str, str]], otherwise: str = "etape") -> dict[str, str]:
    """New id by provisional id."""
    listed = list(pairs)
    taken = {some_id for some_id, _words in listed if not is_provisional(some_id)}
    found: dict[str, str] = {}
    for some_id, words in listed:
        if is_provisional(some_id) and some_id not in found:
            found[some_id] = from_words(words, taken, otherwise)
            taken.add(found[some_id])
    return found


def _step(step: Step, names: Mapping[str, str]) -> Step:
    reactions = _items(step.reactions, [one.label for one in step.reactions], "reaction")
    return replace(
        step,
        id=names.get(step.id, step.id),
        then=names.get(step.then, step.then),
        questions=_items(step.questions, [one.text for one in step.questions], "question"),
        checks=_items(step.checks, [one.label for one in step.checks], "point"),
        reactions=tuple(replace(one, to=names.get(one.to, one.to)) for one in reactions),
        suggestions=_suggestions(step.suggestions),
    )


def _items(items: tuple[Item, ...], words: list[str], otherwise: str) -> tuple[Item, ...]:
    names = _names(zip((one.id for one in items), words, strict=True), otherwise)
    return tuple(replace(one, id=names.get(one.id, one.id)) for one in items)


def _suggestions(items: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    names = _names(((one.id, one.words) for one in items), "suggestion")
    return tuple(replace(one, id=SuggestionId(names.get(one.id, one.id))) for one in items)
