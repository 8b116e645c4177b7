"""Why customers get in touch: a small tree with codes, labels and digit keys."""

from dataclasses import dataclass

SEPARATOR = " › "


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason, or a family of reasons when it has children."""

    code: str
    """`family` or `family.reason`; what facts keep."""
    key: int
    """Digit that picks it among its neighbours, 1 to 9."""
    labels: tuple[tuple[str, str], ...]
    """Language code and words, the source language first."""
    children: tuple["Reason", ...] = ()

    def label(self, language: str = "fr") -> str:
        """The words in that language, else in the first one, else the code."""
        for known, words in self.labels:
            if known == language:
                return words
        return self.labels[0][1] if self.labels else self.code


def trail(reasons: tuple[Reason, ...], code: str) -> tuple[Reason, ...]:
    """From the family down to the reason of that code; empty when nobody knows it."""
    for reason in reasons:
        if reason.code == code:
            return (reason,)
        below = trail(reason.children, code)
        if below:
            return (reason, *below)
    return ()


def find(reasons: tuple[Reason, ...], code: str) -> Reason | None:
    """The reason of that code, at any level."""
    found = trail(reasons, code)
    return found[-1] if found else None


def label_of(reasons: tuple[Reason, ...], code: str, language: str = "fr") -> str:
    """« Facturation › Paiement »; a code that nobody knows stands for itself."""
    found = trail(reasons, code)
    return SEPARATOR.join(reason.label(language) for reason in found) if found else code


def codes(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """Every code, families before their reasons."""
    found: list[str] = []
    for reason in reasons:
        found.append(reason.code)
        found.extend(codes(reason.children))
    return tuple(found)


def family(code: str) -> str:
    """The first part of a code."""
    return code.partition(".")[0]
