"""Finds, as a note is typed, words that the privacy authority would object to; never blocks."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.domain.note_words import ABOUT_SOMEBODY, ADJECTIVES, WORDS, Sensitive

_REPORTED = re.compile(r"(?:traite\w*|insulte\w*|qualifie\w*) (?:\w+ )?(?:de |d')$")
"""The customer's own words, reported: « nous a traités de voleurs »."""

_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
_DIGITS = re.compile(r"(?<![\w+])\d(?:[ .-]?\d){12,18}(?![\w])")
_SECRET = re.compile(r"\b(?:mot de passe|mdp|code secret|cryptogramme|cvv)\b ?:? ?\S*\d\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWarning:
    """Where the words stand (start, and end excluded, in the note as typed) and why they warn."""

    span: tuple[int, int]
    kind: Sensitive


def words_to_avoid(note: str) -> tuple[WordWarning, ...]:
    """Warnings in the order of the note; accents and case are no hiding place, none overlap."""
    found: list[WordWarning] = []
    start = 0
    for end in (*(match.end() for match in _SENTENCE_ENDS.finditer(note)), len(note)):
        found += (
            WordWarning(span=(start + first, start + last), kind=kind)
            for first, last, kind in _in_sentence(note[start:end])
        )
        start = end
    return tuple(found)


@lru_cache(maxsize=512)
def _in_sentence(sentence: str) -> tuple[tuple[int, int, Sensitive], ...]:
    """Remembered: as one types, all sentences but one are as they were."""
    plain, places = _plain(sentence)
    found: list[tuple[int, int, Sensitive]] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(plain):
            start, end = match.span("word")
            if not _REPORTED.search(plain[:start]):
                found.append((start, end, kind))
    found.extend((*match.span(), Sensitive.NUMBER) for match in _SECRET.finditer(plain))
    found.extend(
        (*match.span(), Sensitive.NUMBER)
        for match in _DIGITS.finditer(plain)
        if _is_card(match.group()) or _is_social_security(match.group())
    )
    return tuple((places[start], places[end - 1] + 1, kind) for start, end, kind in _apart(found))


@cache
def _patterns() -> tuple[tuple[Sensitive, re.Pattern[str]], ...]:
    whole = tuple(
        (kind, re.compile(rf"(?<![\w])(?P<word>{'|'.join(words)})(?![\w])"))
        for kind, words in WORDS.items()
    )
    about = re.compile(rf"(?<![\w]){ABOUT_SOMEBODY}(?P<word>{ADJECTIVES})(?![\w])")
    return (*whole, (Sensitive.JUDGEMENT, about))


def _plain(note: str) -> tuple[str, list[int]]:
    """The note without accents or case, and for each of its signs the place it came from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(note):
        for part in unicodedata.normalize("NFKD", sign.casefold()):
            if not unicodedata.combining(part):
                signs.append(_simple(part))
                places.append(place)
    return "".join(signs), places


def _simple(sign: str) -> str:
    if sign in "\u2019\u02bc":
        return "'"
    return " " if sign.isspace() else sign


def _apart(found: list[tuple[int, int, Sensitive]]) -> list[tuple[int, int, Sensitive]]:
    """The longest first where two begin together; what lies inside another goes."""
    kept: list[tuple[int, int, Sensitive]] = []
    for one in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _is_card(written: str) -> bool:
    """Whether the digits pass the check of payment cards (Luhn)."""
    digits = [int(sign) for sign in written if sign.isdigit()]
    if digits[0] not in (3, 4, 5, 6) or len(digits) not in range(15, 20):
        return False
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + doubled) % 10 == 0


def _is_social_security(written: str) -> bool:
    """Whether the digits pass the check of a French social security number (key of 97)."""
    digits = "".join(sign for sign in written if sign.isdigit())
    if len(digits) != 15 or digits[0] not in "1278":
        return False
    return 97 - int(digits[:13]) % 97 == int(digits[13:])
