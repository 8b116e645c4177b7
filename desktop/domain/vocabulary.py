"""The names and cities known here, to put in the place of words that nobody bears."""

from collections.abc import Iterable
from typing import Final

from desktop.domain.search import slips, sound, split

MOST: Final = 8
"""Known words that may stand in the place of one that was typed."""

_NEAR: Final = 0.7
"""Words that much further off than the nearest would only bury it."""

_SHORTEST: Final = 3
_LONG: Final = 5


class Vocabulary:
    """Folded words, learnt as they come; it only ever grows."""

    def __init__(self) -> None:
        self.learnt = 0
        """The last place of the store's own list that was read."""
        self._words: list[str] = []
        self._known: set[str] = set()
        self._by_sound: dict[str, list[str]] = {}

    def learn(self, names: Iterable[str]) -> None:
        """Add the words of names, as they are written."""
        for name in names:
            for word in split(name):
                if word not in self._known and len(word) >= _SHORTEST and word.isalpha():
                    self._known.add(word)
                    self._words.append(word)
                    self._by_sound.setdefault(sound(word), []).append(word)

    def closest(self, word: str, most: int = MOST) -> tuple[str, ...]:
        """Known words that sound alike or lie within two slips, the nearest first.

        One slip only in words of less than five letters: a letter missing, too many, wrong,
        or two that changed places.
        """
        if len(word) < _SHORTEST:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most_slips = 2 if len(word) >= _LONG else 1
        near = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=most_slips, limit=most * 4
        )
        found = {known for known, _, _ in near}.union(self._by_sound.get(sound(word), ()))
        found.discard(word)
        far = {known: (slips(word, known), abs(len(known) - len(word)), known) for known in found}
        nearest = sorted(found, key=far.__getitem__)[:most]
        return tuple(known for known in nearest if far[known][0] <= far[nearest[0]][0] + _NEAR)
