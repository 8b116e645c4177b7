"""Finds what was typed in a title: accents and case ignored, words in any order, letters skipped."""

import unicodedata
from collections.abc import Sequence

Span = tuple[int, int]


def folded(text: str) -> str:
    """Return `text` without accents or case, sign for sign, so that places stay the same."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign)[:1].casefold()
    return bare if len(bare) == 1 else sign


def match(typed: str, title: str) -> tuple[int, tuple[Span, ...]] | None:
    """Return how well `typed` is found in `title` (less is better) and where; None if it is not.

    Each word typed must begin a word of the title, or lie in it, or have its letters in it in
    order; in this order of worth.
    """
    words = folded(typed).split()
    where = folded(title)
    total, spans = 0, set[Span]()
    for word in words:
        found = _begins(word, where) or _within(word, where) or _scattered(word, where)
        if found is None:
            return None
        cost, places = found
        total += cost
        spans.update(places)
    return total, tuple(sorted(spans))


def _begins(word: str, where: str) -> tuple[int, Sequence[Span]] | None:
    at = -1
    while (at := where.find(word, at + 1)) >= 0:
        if at == 0 or not where[at - 1].isalnum():
            return min(at, 9), [(at, len(word))]
    return None


def _within(word: str, where: str) -> tuple[int, Sequence[Span]] | None:
    at = where.find(word)
    return None if at < 0 else (20 + min(at, 9), [(at, len(word))])


def _scattered(word: str, where: str) -> tuple[int, Sequence[Span]] | None:
    """Each letter in order, the first at a word's beginning; two letters alone would find too much."""
    if len(word) < 3:
        return None
    starts = [at for at, sign in enumerate(where) if sign == word[0] and _opens(where, at)]
    for start in starts:
        places, at = [(start, 1)], start
        for letter in word[1:]:
            at = where.find(letter, at + 1)
            if at < 0:
                break
            places.append((at, 1))
        if len(places) == len(word) and at - start < 4 * len(word):
            return 40 + at - start, places
    return None


def _opens(where: str, at: int) -> bool:
    return at == 0 or not where[at - 1].isalnum()
