"""Finds, as a story is typed, what would tell who the customer is; warns and never blocks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.note_check import words_to_avoid
from desktop.domain.note_words import Sensitive
from desktop.domain.search import fold

_WORD = re.compile(r"[^\W\d_]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w+])(?:\+\d{2,3}[ .-]?|0)\d(?:[ .-]?\d{2}){4}(?!\w)")
_NUMBER = re.compile(r"(?<![\w,.])\d(?:[ .\u00a0\u202f-]?\d){4,}(?!\w)")
_ADDRESS = re.compile(
    r"\b\d{1,4}(?:,| bis| ter)? (?:rue|avenue|boulevard|impasse|all\we|place|chemin|quai) [^\s,.]+",
    re.IGNORECASE,
)

SHORTEST = 3
"""Letters of a name that are looked for: shorter ones are words of their own too often."""

_COMMON = frozenset({"des", "les", "von", "van", "del", "dos", "rue", "client", "cliente"})


class Personal(StrEnum):
    """What of a customer does not belong in a story."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    NUMBER = "number"
    """A contract, a case, a card: five digits or more."""


_PATTERNS = (
    (Personal.EMAIL, _EMAIL),
    (Personal.PHONE, _PHONE),
    (Personal.ADDRESS, _ADDRESS),
    (Personal.NUMBER, _NUMBER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWarning:
    """The words as they stand in the story, and why they warn."""

    words: str
    why: Personal | Sensitive


def warnings(story: str, names: Iterable[str] = ()) -> tuple[StoryWarning, ...]:
    """In the order of the story, each once; `names` are the customer's, in full or in parts."""
    found: list[tuple[int, int, Personal | Sensitive]] = list(_names(story, names))
    for kind, pattern in _PATTERNS:
        found += ((*match.span(), kind) for match in pattern.finditer(story))
    found += ((*one.span, one.kind) for one in words_to_avoid(story))
    kept: list[StoryWarning] = []
    end = -1
    # Of two that overlap the one that begins first stands; of two in one place the longest.
    for start, stop, why in sorted(found, key=lambda one: (one[0], -one[1])):
        told = StoryWarning(words=story[start:stop], why=why)
        if start >= end and told not in kept:
            kept.append(told)
        end = max(end, stop)
    return tuple(kept)


def _names(story: str, names: Iterable[str]) -> Iterable[tuple[int, int, Personal]]:
    """Places of the name's words, whatever their accents and capitals."""
    wanted = {
        fold(match.group())
        for name in names
        for match in _WORD.finditer(name)
        if len(match.group()) >= SHORTEST
    } - _COMMON
    for match in _WORD.finditer(story):
        if fold(match.group()) in wanted:
            yield (*match.span(), Personal.NAME)
