"""The tree of contact reasons as a picker offers it."""

from collections.abc import Sequence

from desktop.domain.reasons import Reason
from desktop.ui.kit.choices import Option


def options(reasons: Sequence[Reason], language: str) -> tuple[Option[str], ...]:
    """An option for each reason, in the order of the digits."""
    return tuple(
        Option(reason.code, reason.label(language), children=options(reason.children, language))
        for reason in sorted(reasons, key=lambda one: one.key)
    )
