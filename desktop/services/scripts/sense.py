"""What a guide's shape cannot say: that its steps lead on, and that its words can be filled."""

from desktop.domain.authoring import checking
from desktop.domain.scripts import Script
from desktop.services.yaml_files import Document, Problem, ProblemCode

_KNOWN = frozenset(ProblemCode)


def problems_of(
    script: Script,
    document: Document,
    fallbacks: dict[str, str],
    reasons: frozenset[str] | None,
) -> tuple[Problem, ...]:
    """All that keeps one guide from being used; `reasons` None: any code is taken.

    What is only said to who writes it in the editor keeps no file from being used.
    """
    return tuple(
        document.problem(one.place, ProblemCode(one.code.value), *one.values)
        for one in checking.errors(checking.problems(script, fallbacks, reasons))
        if one.code.value in _KNOWN
    )
