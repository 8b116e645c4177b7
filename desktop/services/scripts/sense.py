"""What a guide's shape cannot say: that its steps lead on, and that its words can be filled."""

import re
from collections.abc import Iterator

from desktop.domain.scripts import Script, Step
from desktop.domain.wording import Variable, groups_in, names_in, without_variables
from desktop.services.yaml_files import Document, Place, Problem, ProblemCode

_MARKUP = re.compile(r"<[A-Za-z/!]|https?://|www\.|mailto:|\]\(|`|^#|!\[")
_APART = r"\{\{\s*([^{}|]*?)\s*\}\}"
"""A variable that has no words of its own to fall back on."""
_VOCATIVE = re.compile(r"^[ \u00a0\u202f]*(?:[,.;:!?\u2026\u00bb)]|\*\*|$)")
_CLINGING = re.compile(
    r"\b(?:à|de|du|des|au|aux|chez|pour|par|avec|sans|sur|et|ou|que|le|la|les|un|une|"
    r"votre|vos|notre|nos|ce|cette|est|contacte[zr]?|appelle[zr]?)\s$",
    re.IGNORECASE,
)


def problems_of(
    script: Script,
    document: Document,
    fallbacks: dict[str, str],
    reasons: frozenset[str] | None,
) -> tuple[Problem, ...]:
    """All that is wrong in one guide; `reasons` None: any code is taken."""
    return (
        *_twice(script, document),
        *_targets(script, document),
        *_unreachable(script, document),
        *(
            document.problem(("reasons", index), ProblemCode.UNKNOWN_REASON, code)
            for index, code in enumerate(script.reasons)
            if reasons is not None and code not in reasons
        ),
        *(
            document.problem(place, code, *values)
            for place, text in _texts(script)
            for code, values in slips(text, fallbacks)
        ),
    )


def _twice(script: Script, document: Document) -> Iterator[Problem]:
    lists: list[tuple[Place, list[str]]] = [(("steps",), [step.id for step in script.steps])]
    for index, step in enumerate(script.steps):
        here: Place = ("steps", index)
        lists.append(((*here, "questions"), [one.id for one in step.questions]))
        lists.append(((*here, "checks"), [one.id for one in step.checks]))
        lists.append(((*here, "reactions"), [one.id for one in step.reactions]))
    for place, ids in lists:
        for index, one in enumerate(ids):
            if one in ids[:index]:
                yield document.problem((*place, index, "id"), ProblemCode.DUPLICATE_ID, one)


def _targets(script: Script, document: Document) -> Iterator[Problem]:
    for index, step in enumerate(script.steps):
        here: Place = ("steps", index)
        if step.then and script.step(step.then) is None:
            yield document.problem((*here, "then"), ProblemCode.UNKNOWN_STEP, step.then)
        for place, reaction in enumerate(step.reactions):
            if reaction.to and script.step(reaction.to) is None:
                where: Place = (*here, "reactions", place, "to")
                yield document.problem(where, ProblemCode.UNKNOWN_STEP, reaction.to)


def _unreachable(script: Script, document: Document) -> Iterator[Problem]:
    found: set[str] = set()
    waiting = [script.steps[0].id]
    while waiting:
        step_id = waiting.pop()
        step = script.step(step_id)
        if step is None or step_id in found:
            continue
        found.add(step_id)
        waiting += _ways(script, step)
    for index, step in enumerate(script.steps):
        if step.id not in found:
            code = ProblemCode.UNREACHABLE_STEP
            yield document.problem(("steps", index, "id"), code, step.id)


def _ways(script: Script, step: Step) -> list[str]:
    """Where the author leads from a step: its reactions, and what follows where one may go on."""
    ways = [reaction.to for reaction in step.reactions if reaction.to]
    if not step.reactions or len(ways) < len(step.reactions):
        following = script.steps[script.position(step.id) + 1 :][:1]
        ways += [step.then] if step.then else [one.id for one in following]
    return ways


def _texts(script: Script) -> Iterator[tuple[Place, str]]:
    yield ("title",), script.title
    yield ("summary",), script.summary
    for index, step in enumerate(script.steps):
        here: Place = ("steps", index)
        for name in ("title", "intention", "say"):
            yield (*here, name), getattr(step, name)
        for place, question in enumerate(step.questions):
            yield (*here, "questions", place, "text"), question.text
        for place, check in enumerate(step.checks):
            yield (*here, "checks", place, "label"), check.label
        for place, reaction in enumerate(step.reactions):
            yield (*here, "reactions", place, "label"), reaction.label
        if step.law:
            yield (*here, "law", "why"), step.law.why
            yield (*here, "law", "reference"), step.law.reference


def slips(text: str, fallbacks: dict[str, str]) -> Iterator[tuple[ProblemCode, tuple[str, ...]]]:
    """What is wrong in one text."""
    known = {str(variable) for variable in Variable}
    for name in names_in(text):
        if name not in known:
            yield ProblemCode.UNKNOWN_VARIABLE, (name, _nearest(name, known))
    if re.search(r"[{}]", without_variables(text)):
        yield ProblemCode.BAD_BRACES, ()
    groups = groups_in(text)
    outside = re.sub(r"\[[^\[\]]*\]", "", text)
    if "[" in outside or "]" in outside or any(not names_in(group) for group in groups):
        yield ProblemCode.BAD_GROUP, ()
    if text.count("**") % 2 or "*" in text.replace("**", ""):
        yield ProblemCode.BAD_EMPHASIS, ()
    markup = _MARKUP.search(text)
    if markup:
        yield ProblemCode.MARKUP, (markup[0],)
    if re.search(r"['’]\*{0,2}\{\{", text):
        yield ProblemCode.ELISION, ()
    yield from _holes(outside, fallbacks)


def _holes(text: str, fallbacks: dict[str, str]) -> Iterator[tuple[ProblemCode, tuple[str, ...]]]:
    """A variable with nothing to fall back on must stand where a sentence can do without it."""
    for match in re.finditer(_APART, text):
        if fallbacks.get(match[1], ""):
            continue
        before, after = text[: match.start()], text[match.end() :]
        if not _VOCATIVE.match(after) or _CLINGING.search(before):
            yield ProblemCode.HOLE, (match[1],)


def _nearest(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.5)), "")
