"""Puts the customers that the indexes found in order, and marks the pieces that answer."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.ids import CustomerId
from desktop.domain.phones import national
from desktop.domain.search import (
    Field,
    Match,
    Query,
    Span,
    fold,
    joined,
    readings,
    slips,
    spellings,
)

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A customer that the indexes found, with the numbers of their contracts."""

    customer_id: CustomerId
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    number: str = ""
    phone: str = ""
    phone2: str = ""
    email: str = ""
    postcode: str = ""
    city: str = ""
    contracts: tuple[tuple[str, str], ...] = ()
    """Number and product, those in force first."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a shown text: folded, and where it stands."""

    folded: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class _Hit:
    """How well a part of the query is answered, 0 to 100, and by which pieces."""

    score: float
    spans: tuple[Span, ...] = ()
    shown: str = ""
    """The phone or contract that answered, as it is shown."""


_MISS: Final = _Hit(0.0)


def rank(
    query: Query, candidates: Iterable[Candidate], corrections: Mapping[str, Sequence[str]]
) -> tuple[Match, ...]:
    """The best answers first; equals in the order of their names.

    `corrections` has for a folded word the known words that may stand in its place.
    """
    found = []
    for candidate in candidates:
        card = _Card(candidate)
        hits = [_word_hit(word, card, corrections.get(word, ())) for word in query.words]
        hits += [_number_hit(number, card, query.phone) for number in query.numbers]
        if query.mail:
            hits.append(_mail_hit(query.mail, card))
        score = sum(hit.score for hit in hits) + _order_bonus(query, card)
        key = (-round(score, 1), fold(candidate.family_name), fold(candidate.given_name))
        found.append((key, candidate.customer_id, _match(card, hits)))
    found.sort(key=lambda each: each[:2])
    return tuple(match for _, _, match in found)


def marked(text: str, candidate: Candidate) -> Match:
    """The row of a customer whom somebody else found for this text, its pieces marked."""
    matches = [rank(query, (candidate,), {})[0] for query in readings(text) or (Query(),)]
    return max(matches, key=lambda match: len(match.spans))


def marked_words(matches: Iterable[Match], corrections: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of names and places that took the place of what was typed, as people write them."""
    wanted = {known for some in corrections.values() for known in some}
    seen: dict[str, str] = {}
    for match in matches:
        for text in (match.name, match.place):
            for word in _words(text):
                if word.folded in wanted:
                    seen.setdefault(
                        word.folded, text[word.start : word.start + word.length].capitalize()
                    )
    return list(seen.values())


class _Card:
    """A candidate's texts as they are shown, read once."""

    __slots__ = ("candidate", "name", "name_words", "place", "place_words")

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.name = f"{candidate.given_name} {candidate.family_name}".strip()
        self.name_words = tuple(_words(self.name))
        self.place = f"{candidate.postcode} {candidate.city}".strip()
        self.place_words = tuple(_words(self.place))


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        yield _Word(fold(found[0]), found.start(), len(found[0]))


def _word_hit(word: str, card: _Card, corrections: Sequence[str]) -> _Hit:
    hits = [
        *(_in_words(each, card.name_words, Field.NAME, 100) for each in spellings(word)),
        *(_in_words(each, card.place_words, Field.PLACE, 50) for each in spellings(word)),
        _in_compound(word, card),
        _in_mailbox(word, card),
        _in_preferred(word, card),
        *_corrected(word, card, corrections),
    ]
    return max(hits, key=lambda hit: hit.score)


def _in_words(word: str, words: Sequence[_Word], field: Field, worth: float) -> _Hit:
    best = _MISS
    for place in words:
        if place.folded.startswith(word):
            whole = len(word) / len(place.folded)
            score = worth if whole == 1 else worth * (0.8 + 0.15 * whole)
            if score > best.score:
                best = _Hit(
                    score, (Span(field=field, start=place.start, length=_typed(word, place)),)
                )
    return best


def _typed(word: str, place: _Word) -> int:
    """How many of a shown word's signs were typed: « œ » is two letters of a folded word."""
    if place.length == len(place.folded):
        return len(word)
    return place.length if len(word) == len(place.folded) else min(len(word), place.length)


def _in_compound(word: str, card: _Card) -> _Hit:
    """« legoff » for « Le Goff », « jeanpierre » for « Jean-Pierre »."""
    at = 0
    for part in (card.candidate.given_name, card.candidate.family_name):
        whole = joined(part)
        if part and len(_WORD.findall(part)) > 1 and whole.startswith(word):
            length = len(part) if whole == word else _signs_of(part, len(word))
            return _Hit(85, (Span(field=Field.NAME, start=at, length=length),))
        at += len(part) + 1 if part else 0
    return _MISS


def _signs_of(part: str, letters: int) -> int:
    """How many signs of a compound hold that many of its letters."""
    for place, sign in enumerate(part):
        letters -= len(joined(sign))
        if letters <= 0:
            return place + 1
    return len(part)


def _in_mailbox(word: str, card: _Card) -> _Hit:
    local = card.candidate.email.partition("@")[0]
    return _in_words(word, tuple(_words(local)), Field.EMAIL, 40)


def _in_preferred(word: str, card: _Card) -> _Hit:
    hit = _in_words(word, tuple(_words(card.candidate.preferred_name)), Field.NAME, 90)
    return _Hit(hit.score)


def _corrected(word: str, card: _Card, corrections: Sequence[str]) -> Iterator[_Hit]:
    """Worth less the further it is from what was typed; the same sound counts as near."""
    if not corrections:
        return
    for field, words, worth in (
        (Field.NAME, card.name_words, 70),
        (Field.PLACE, card.place_words, 35),
    ):
        for place in words:
            if place.folded in corrections:
                span = Span(field=field, start=place.start, length=place.length)
                yield _Hit(worth - 10 * slips(word, place.folded), (span,))


def _number_hit(number: str, card: _Card, phone: str) -> _Hit:
    candidate = card.candidate
    hits = [
        _in_phone(number, candidate.phone, phone),
        _in_phone(number, candidate.phone2, phone),
        _in_number(number, candidate.number, Field.NUMBER),
        _in_words(number, card.place_words[:1], Field.PLACE, 75),
        _in_mailbox(number, card),
        *(_in_number(number, held, Field.CONTRACT) for held, _ in candidate.contracts),
    ]
    return max(hits, key=lambda hit: hit.score)


def _in_phone(number: str, e164: str, phone: str) -> _Hit:
    if not e164:
        return _MISS
    shown = national(e164)
    if phone and e164.startswith(phone):
        score = 100.0 if e164 == phone else 76.0 + len(phone)
    else:
        score = 60.0 if e164.endswith(number) else 50.0
    return _shown(_inside(number, shown, Field.PHONE), score, shown)


def _in_number(number: str, held: str, field: Field) -> _Hit:
    whole = joined(held)
    score = 100.0 if whole == number else 65.0 if whole.startswith(number) else 45.0
    return _shown(_inside(number, held, field), score, held)


def _mail_hit(mail: str, card: _Card) -> _Hit:
    email = card.candidate.email
    if not email.lower().startswith(mail):
        return _MISS
    score = 100.0 if len(email) == len(mail) else 80.0
    return _Hit(score, (Span(field=Field.EMAIL, start=0, length=len(mail)),))


def _shown(span: Span | None, score: float, shown: str) -> _Hit:
    return _MISS if span is None else _Hit(score, (span,), shown)


def _inside(signs: str, shown: str, field: Field) -> Span | None:
    """Where these signs stand in a shown text, whatever stands between them."""
    found = re.search(r"[^\w]*".join(map(re.escape, signs)), fold(shown))
    return None if found is None else Span(field=field, start=found.start(), length=len(found[0]))


def _order_bonus(query: Query, card: _Card) -> float:
    """Up to ten more where the whole name reads as it was typed, in either order."""
    if not query.words:
        return 0.0
    from rapidfuzz import fuzz

    typed = " ".join(query.words)
    given, family = fold(card.candidate.given_name), fold(card.candidate.family_name)
    return max(fuzz.ratio(typed, f"{given} {family}"), fuzz.ratio(typed, f"{family} {given}")) / 10


def _match(card: _Card, hits: Sequence[_Hit]) -> Match:
    """The row to show: of several phones and contracts, those that answered."""
    candidate = card.candidate
    spans = tuple(dict.fromkeys(span for hit in hits for span in hit.spans))
    answered = {span.field: hit.shown for hit in hits for span in hit.spans if hit.shown}
    contracts = dict(candidate.contracts)
    contract = answered.get(Field.CONTRACT) or next(iter(contracts), "")
    phone = candidate.phone or candidate.phone2
    return Match(
        customer_id=candidate.customer_id,
        name=card.name,
        number=candidate.number,
        phone=answered.get(Field.PHONE) or (national(phone) if phone else ""),
        email=candidate.email,
        place=card.place,
        contract=contract,
        product=contracts.get(contract, ""),
        spans=spans,
    )
