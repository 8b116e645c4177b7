"""What a search means: how words are folded and heard, and what kind of thing was typed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.domain.ids import CustomerId
from desktop.domain.phones import beginning, digits, phone_like

LONGEST: Final = 120
"""Signs of a query that are read; the rest is left aside."""

MOST_WORDS: Final = 6

_ABROAD: Final = 8
"""Signs from which a phone's beginning that nobody here has may be that of another country."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_TITLES: Final = frozenset(("mme", "mlle", "mr", "monsieur", "madame", "mademoiselle"))
_SHORT_FORMS: Final = {"st": "saint", "ste": "sainte"}
_SPLIT: Final = re.compile(r"[^\w]+|_+")


class Field(StrEnum):
    """The fields that a match shows, in which pieces are marked."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    PLACE = "place"
    CONTRACT = "contract"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One reading of what was typed: all its parts must be found."""

    words: tuple[str, ...] = ()
    """Folded words of names and places, each perhaps only begun."""
    numbers: tuple[str, ...] = ()
    """Folded signs of phones, contracts, postcodes, with at least one digit, nothing between."""
    phone: str = ""
    """E.164 of a phone's beginning, where the whole may be one."""
    mail: str = ""
    """An e-mail address or its beginning, lower case, with its @."""
    written: str = ""
    """A lone number as it was typed, with what stands between its signs: contracts have dashes."""

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words or self.numbers or self.mail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of a shown field that answers the query: where it starts, and its length."""

    field: Field
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A customer who answers a query, as shown in a list; texts are as people read them."""

    customer_id: CustomerId
    name: str
    """Given and family name; empty where neither is known."""
    number: str = ""
    phone: str = ""
    """As it is said here: « 06 39 98 12 34 »."""
    email: str = ""
    place: str = ""
    """Postcode and city."""
    contract: str = ""
    """The number of the contract that answered, else of the first one in force."""
    product: str = ""
    spans: tuple[Span, ...] = ()
    held: bool = True
    """Whether this machine holds the file; else it is read from the server when it is opened."""
    branch: str = ""
    """Name of the branch that looks after the customer, where it is another one than here."""

    def marked(self, field: Field) -> tuple[tuple[int, int], ...]:
        """The pieces of one field: start and length of each."""
        return tuple((span.start, span.length) for span in self.spans if span.field is field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found: the best first."""

    text: str
    matches: tuple[Match, ...] = ()
    corrected: tuple[str, ...] = ()
    """Words from names known here that took the place of words typed; empty: none was needed."""


def fold(text: str) -> str:
    """Lower case, without accents or ligatures: « Lebœuf-Hélié » is "leboeuf-helie"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def split(text: str) -> tuple[str, ...]:
    """The folded words of a text: « L’Haÿ-les-Roses » is l, hay, les, roses."""
    return tuple(word for word in _SPLIT.split(fold(text)) if word)


def joined(text: str) -> str:
    """The folded letters and digits of a text in one word: « Le Goff » is "legoff"."""
    return "".join(split(text))


def spellings(word: str) -> tuple[str, ...]:
    """A word as it was typed, and what it is short for: "st" is also "saint"."""
    return (word, _SHORT_FORMS[word]) if word in _SHORT_FORMS else (word,)


def sound(word: str) -> str:
    """How a French name sounds, roughly: moro, moreau and moraud are one."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


_SOUNDS: Final = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"ph", "f"),
        (r"[eè]?au[xdts]?(?=$)|eau|au", "o"),
        (r"qu|ck|ch(?=[lr])|c(?![eiyh])|q", "k"),
        (r"(?<=.)ss|(?<=.)c(?=[eiy])|(?<=[^aeiouy])z$", "s"),
        (r"ge(?=[ao])|g(?=[eiy])", "j"),
        (r"gu(?=[eiy])", "g"),
        (r"h(?<![cs]h)", ""),
        (r"y", "i"),
        (r"ai|ei|ay|ey", "e"),
        (r"(\w)\1", r"\1"),
        (r"(?<=[^eaio])e?[sxtdz]+$|(?<=[eaiou])[sxtdz]+$", ""),
        (r"e$", ""),
    )
)


def slips(typed: str, known: str) -> float:
    """How far a known word is from what was typed: 0 the same, about 1 for each slip.

    The same sound is near however it is written; people seldom get the first letter wrong.
    """
    from rapidfuzz.distance import OSA

    distance = float(OSA.distance(typed, known))
    if distance and sound(typed) == sound(known):
        distance = min(distance, 0.8)
    return distance + (0.7 if typed[:1] != known[:1] else 0)


def readings(text: str) -> tuple[Query, ...]:
    """What was typed, read in the ways that it can be, the likeliest first.

    « 06 39 98 » is a phone's beginning, then three numbers; « AB 123 456 » is a word with a
    number, then one number; an address whose mailbox nobody has is read as words.
    """
    text = " ".join(text.split())[:LONGEST]
    if phone_like(text):
        phone = beginning(text)
        found = [Query(numbers=(said(phone) or digits(text),), phone=phone, written=text)]
        if phone.startswith("+33") and len(phone) > _ABROAD:
            # Elsewhere too one dials a zero that is no part of the number.
            found.append(Query(numbers=(phone[3:],)))
        if " " in text:
            found.append(Query(numbers=_few(digits(part) for part in text.split() if digits(part))))
    else:
        found = [_mixed(text)]
        if found[0].mail:
            local, _, _ = found[0].mail.partition("@")
            found.append(Query(words=found[0].words + split(local)[:MOST_WORDS]))
        elif found[0].numbers and (whole := joined(text)).isascii():
            found.append(Query(numbers=(whole,), written=text))
    return tuple(query for query in dict.fromkeys(found) if query)


def said(phone: str) -> str:
    """The digits of a number in E.164, or of its beginning, as the indexes hold them."""
    return f"0{phone[3:]}" if phone.startswith("+33") else phone[1:]


def _mixed(text: str) -> Query:
    words: list[str] = []
    numbers: list[str] = []
    mail = ""
    parts = text.split()
    for place, part in enumerate(parts):
        if "@" in part and not mail:
            mail = part.lower()
        elif not any(sign.isdigit() for sign in part):
            words.extend(split(part))
        elif place and numbers and _goes_on(parts[place - 1], part):
            numbers[-1] += digits(part)
        elif number := joined(part):
            numbers.append(number)
    named = [word for word in words if word not in _TITLES] or words
    alone = numbers and not (words or mail)
    return Query(words=_few(named), numbers=_few(numbers), mail=mail, written=text if alone else "")


def _goes_on(before: str, part: str) -> bool:
    """Whether two groups of digits are one number: pairs of a phone, thousands of a number."""
    return before.isdigit() and part.isdigit() and len(before) <= 3 and len(part) <= 3


def _few(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:MOST_WORDS]
