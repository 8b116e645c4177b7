"""What the organisation lets an advisor give in a day without asking anybody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureKind:
    """A kind of goodwill gesture."""

    code: str
    labels: tuple[tuple[str, str], ...]
    """Language and words."""
    usual: tuple[int, ...] = ()
    """Amounts that are offered on a digit, in cents."""
    costs: bool = True
    """False: a word or a card, which takes nothing off the day's amount."""

    def label(self, language: str) -> str:
        """The kind in words: in that language, else in the first there is."""
        words = dict(self.labels)
        return words.get(language) or next(iter(words.values()), self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The amounts, in cents of the currency, and the kinds in the order of their digits."""

    daily: int
    """What an advisor may give in a day."""
    ceiling: int
    """What may be given of it in one contact."""
    kinds: tuple[GestureKind, ...]
    currency: str = "EUR"

    def kind(self, code: str) -> GestureKind | None:
        """The kind of that code; None: the policy no longer has it."""
        return next((one for one in self.kinds if one.code == code), None)

    def label(self, code: str, language: str) -> str:
        """The words of a kind; a code that the policy does not know stands for itself."""
        found = self.kind(code)
        return code if found is None else found.label(language)
