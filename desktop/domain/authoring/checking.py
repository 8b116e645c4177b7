"""All that is wrong in a guide, complete or not: one rule for what is typed and for what is read."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from desktop.domain.authoring import limits, ways
from desktop.domain.authoring.problems import ADVICE, Code, Place, Problem, Severity
from desktop.domain.authoring.wording_slips import slips
from desktop.domain.scripts import Script, Step

__all__ = ["ADVICE", "Code", "Place", "Problem", "Severity", "errors", "problems"]

_SPOKEN: Final = 75
"""Words said in half a minute, at 150 a minute: a calm voice on the telephone."""

Written = tuple[Place, str, int, str]
"""A text's place, the text, the most signs it may have, and the id of the line it is in."""


def problems(
    script: Script, fallbacks: Mapping[str, str], reasons: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Everything, the guide's own first, then step by step.

    `fallbacks` are the words that stand in for a variable without a value, by its name;
    `reasons` the codes that may be named, None: any.
    """
    found = [*_own(script, fallbacks, reasons), *_ways(script), *_same_titles(script)]
    for index, step in enumerate(script.steps):
        found += _of_step(script, index, step, fallbacks)
    order = {step.id: place for place, step in enumerate(script.steps)}
    return tuple(
        sorted(found, key=lambda one: (order.get(one.step, -1), one.severity.value != "error"))
    )


def errors(found: Collection[Problem]) -> tuple[Problem, ...]:
    """Those that keep a guide from being published."""
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _own(
    script: Script, fallbacks: Mapping[str, str], reasons: Collection[str] | None
) -> Iterator[Problem]:
    if script.id and not limits.is_id(script.id):
        yield Problem(place=("id",), code=Code.BAD_ID, values=(script.id,))
    for name, most in (("title", limits.SCRIPT_TITLE), ("summary", limits.TEXT)):
        yield from _text(((name,), getattr(script, name), most, ""), "", fallbacks)
    yield from _count(("reasons",), len(script.reasons), limits.REASONS, "", least=1)
    yield from _count(("steps",), len(script.steps), limits.STEPS, "", least=1)
    for index, code in enumerate(script.reasons):
        if reasons is not None and code not in reasons:
            place = ("reasons", index)
            yield Problem(place=place, code=Code.UNKNOWN_REASON, values=(code,))
    yield from _ids(("steps",), [step.id for step in script.steps])


def _of_step(
    script: Script, index: int, step: Step, fallbacks: Mapping[str, str]
) -> Iterator[Problem]:
    here: Place = ("steps", index)
    for written in _texts(here, step):
        yield from _text(written, step.id, fallbacks)
    for name, most in (
        ("questions", limits.QUESTIONS),
        ("checks", limits.CHECKS),
        ("reactions", limits.REACTIONS),
        ("suggestions", limits.SUGGESTIONS),
    ):
        items = getattr(step, name)
        yield from _count((*here, name), len(items), most, step.id)
        yield from _ids((*here, name), [one.id for one in items], step.id)
    yield from _targets(script, here, step)
    if len(step.say.split()) > _SPOKEN:
        yield Problem(place=(*here, "say"), code=Code.LONG_TO_SAY, step=step.id)


def _texts(here: Place, step: Step) -> Iterator[Written]:
    yield (*here, "title"), step.title, limits.STEP_TITLE, ""
    yield (*here, "intention"), step.intention, limits.TEXT, ""
    yield (*here, "say"), step.say, limits.TEXT, ""
    for place, question in enumerate(step.questions):
        yield (*here, "questions", place, "text"), question.text, limits.LINE, question.id
    for place, check in enumerate(step.checks):
        yield (*here, "checks", place, "label"), check.label, limits.LINE, check.id
    for place, reaction in enumerate(step.reactions):
        yield (*here, "reactions", place, "label"), reaction.label, limits.LINE, reaction.id
    for place, suggestion in enumerate(step.suggestions):
        where = (*here, "suggestions", place, "words")
        yield where, suggestion.words, limits.TEXT, suggestion.id
    if step.law:
        yield (*here, "law", "why"), step.law.why, limits.TEXT, ""
        yield (*here, "law", "reference"), step.law.reference, limits.LINE, ""


def _text(written: Written, step: str, fallbacks: Mapping[str, str]) -> Iterator[Problem]:
    place, text, most, item = written
    if not text.strip():
        yield Problem(place=place, code=Code.EMPTY, step=step, item=item)
    if len(text) > most:
        sizes = (str(most), str(len(text)))
        yield Problem(place=place, code=Code.TOO_LONG, step=step, item=item, values=sizes)
    for code, values in slips(text, fallbacks):
        yield Problem(place=place, code=code, step=step, item=item, values=values)


def _count(place: Place, count: int, most: int, step: str, least: int = 0) -> Iterator[Problem]:
    if count < least:
        yield Problem(place=place, code=Code.EMPTY, step=step)
    if count > most:
        values = (str(most), str(count))
        yield Problem(place=place, code=Code.TOO_LONG, step=step, values=values)


def _ids(place: Place, ids: list[str], step: str = "") -> Iterator[Problem]:
    for index, one in enumerate(ids):
        where = (*place, index, "id")
        owner, item = (step, one) if step else (one, "")
        if not limits.is_id(one):
            yield Problem(place=where, code=Code.BAD_ID, step=owner, item=item, values=(one,))
        if one in ids[:index]:
            code = Code.DUPLICATE_ID
            yield Problem(place=where, code=code, step=owner, item=item, values=(one,))


def _targets(script: Script, here: Place, step: Step) -> Iterator[Problem]:
    if step.then and script.step(step.then) is None:
        place = (*here, "then")
        yield Problem(place=place, code=Code.UNKNOWN_STEP, step=step.id, values=(step.then,))
    for index, one in enumerate(step.reactions):
        if one.to and script.step(one.to) is None:
            code = Code.UNKNOWN_STEP
        elif one.to == step.id:
            code = Code.LEADS_HERE
        else:
            continue
        place = (*here, "reactions", index, "to")
        yield Problem(place=place, code=code, step=step.id, item=one.id, values=(one.to,))


def _ways(script: Script) -> Iterator[Problem]:
    for code, ids in (
        (Code.UNREACHABLE_STEP, ways.unreachable(script)),
        (Code.NO_WAY_ON, ways.endless(script)),
    ):
        for step_id in ids:
            place = ("steps", script.position(step_id), "id")
            yield Problem(place=place, code=code, step=step_id, values=(step_id,))


def _same_titles(script: Script) -> Iterator[Problem]:
    titles = [step.title.strip().casefold() for step in script.steps]
    for index, step in enumerate(script.steps):
        if titles[index] and titles[index] in titles[:index]:
            place = ("steps", index, "title")
            yield Problem(place=place, code=Code.SAME_TITLE, step=step.id, values=(step.title,))
