"""Which empty fields were passed by: before, an empty one is a hint and no fault."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.authoring.checking import Code, Problem

Spot = tuple[str, str, str]
"""Ids of the step and of the line, and the field's name; a line has but one."""


class PassedBy:
    """Of one guide while it is written; a step that is added later has fields of its own."""

    def __init__(self) -> None:
        self._spots: set[Spot] = set()

    def leave(self, problems: Iterable[Problem], spot: Spot) -> bool:
        """One left this field; return whether it is empty, and was a hint until now."""
        if spot in self._spots or all(_spot(one) != spot for one in _empty(problems)):
            return False
        self._spots.add(spot)
        return True

    def insist(self, problems: Iterable[Problem]) -> None:
        """One means to publish: all that is empty now is to be filled."""
        self._spots.update(_spot(one) for one in _empty(problems))

    def hushed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems, those of fields that nobody passed by made quiet."""
        return tuple(
            replace(one, quiet=True)
            if one.code is Code.EMPTY and _spot(one) not in self._spots
            else one
            for one in problems
        )


def _empty(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.code is Code.EMPTY]


def _spot(problem: Problem) -> Spot:
    return problem.step, problem.item, "" if problem.item else problem.field
