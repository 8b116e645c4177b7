"""What changed between two versions of a guide: steps, fields, and the words inside a field."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from desktop.domain.scripts import Script, Step


class Part(StrEnum):
    """Which part of a guide or of a step a text is."""

    TITLE = "title"
    SUMMARY = "summary"
    REASONS = "reasons"
    INTENTION = "intention"
    SAY = "say"
    QUESTION = "question"
    CHECK = "check"
    REACTION = "reaction"
    LEADS_TO = "leads_to"
    """Title of the step to which a reaction leads."""
    THEN = "then"
    """Title of the step that follows."""
    LAW = "law"
    REFERENCE = "reference"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stand on one side only (`changed`), or on both."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A text that is not the same; its pieces, joined, are the text of each side."""

    part: Part
    item: str = ""
    """Id of the question, check, reaction or suggestion."""
    before: tuple[Piece, ...] = ()
    """Empty: it was added."""
    after: tuple[Piece, ...] = ()
    """Empty: it was taken away."""


class Fate(StrEnum):
    """What became of a step."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """A step, and what became of it."""

    id: str
    fate: Fate
    before: Step | None = None
    after: Step | None = None
    moved: bool = False
    """It stands elsewhere among the steps that both versions have."""
    fields: tuple[FieldChange, ...] = ()

    @property
    def title(self) -> str:
        """Its title, the later one first."""
        step = self.after or self.before
        return step.title if step else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions side by side."""

    before: Script
    after: Script
    fields: tuple[FieldChange, ...] = ()
    """What changed of the guide's own texts."""
    steps: tuple[StepChange, ...] = ()
    """All steps in the order of the later version; one that was taken away stands where it was."""

    @property
    def same(self) -> bool:
        """Nothing that one reads is different."""
        return not self.fields and not any(_differs(one) for one in self.steps)

    def count(self, fate: Fate) -> int:
        """How many steps had this fate."""
        return sum(one.fate is fate for one in self.steps)

    @property
    def moved(self) -> int:
        """How many steps stand elsewhere."""
        return sum(one.moved for one in self.steps)


def _differs(one: StepChange) -> bool:
    return one.fate is not Fate.SAME or one.moved


def compare(before: Script, after: Script) -> Comparison:
    """What changed from one version to another; steps are known by their ids."""
    places = [before.position(step.id) for step in after.steps]
    still = _longest_rise([place for place in places if place >= 0])
    steps: list[StepChange] = []
    for step, place in zip(after.steps, places, strict=True):
        if place < 0:
            steps.append(StepChange(id=step.id, fate=Fate.ADDED, after=step))
            continue
        earlier = before.steps[place]
        fields = tuple(_changes(_step_texts(before, earlier), _step_texts(after, step)))
        fate = Fate.CHANGED if fields else Fate.SAME
        change = StepChange(id=step.id, fate=fate, before=earlier, after=step, fields=fields)
        steps.append(replace(change, moved=place not in still))
    for place, step in enumerate(before.steps):
        if after.step(step.id) is None:
            gone = StepChange(id=step.id, fate=Fate.REMOVED, before=step)
            steps.insert(_after(before, place, steps), gone)
    fields = tuple(_changes(_script_texts(before), _script_texts(after)))
    return Comparison(before=before, after=after, fields=fields, steps=tuple(steps))


def _after(before: Script, place: int, steps: Sequence[StepChange]) -> int:
    """Where a step that is gone stands: behind the one that it followed."""
    if place == 0:
        return 0
    previous = before.steps[place - 1].id
    return next(n for n, one in enumerate(steps) if one.id == previous) + 1


def _longest_rise(places: Sequence[int]) -> set[int]:
    """The most places that can stay as they are while the others move (patience sorting)."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        spot = bisect_left(ends, place)
        before.append(tails[spot - 1] if spot else -1)
        ends[spot : spot + 1] = [place]
        tails[spot : spot + 1] = [n]
    found: set[int] = set()
    here = tails[-1] if tails else -1
    while here >= 0:
        found.add(places[here])
        here = before[here]
    return found


Texts = dict[tuple[Part, str], str]


def _script_texts(script: Script) -> Texts:
    return {
        (Part.TITLE, ""): script.title,
        (Part.SUMMARY, ""): script.summary,
        (Part.REASONS, ""): " ".join(script.reasons),
    }


def _step_texts(script: Script, step: Step) -> Texts:
    law = step.law
    texts = {
        (Part.TITLE, ""): step.title,
        (Part.INTENTION, ""): step.intention,
        (Part.SAY, ""): step.say,
        **{(Part.QUESTION, one.id): one.text for one in step.questions},
        **{(Part.CHECK, one.id): one.label for one in step.checks},
    }
    for reaction in step.reactions:
        texts[Part.REACTION, reaction.id] = reaction.label
        texts[Part.LEADS_TO, reaction.id] = _title(script, reaction.to)
    texts[Part.THEN, ""] = _title(script, step.then)
    texts[Part.LAW, ""] = law.why if law else ""
    texts[Part.REFERENCE, ""] = law.reference if law else ""
    for suggestion in step.suggestions:
        texts[Part.SUGGESTION, suggestion.id] = suggestion.words
    return texts


def _title(script: Script, step_id: str) -> str:
    step = script.step(step_id) if step_id else None
    return step.title if step else step_id


def _changes(before: Texts, after: Texts) -> Iterable[FieldChange]:
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, ""), after.get(key, "")
        if old != new:
            left, right = words_changed(old, new)
            yield FieldChange(part=key[0], item=key[1], before=left, after=right)


def words_changed(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of each side; joined they are the two texts."""
    old, new = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (before, after))
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        for side, text in ((left, "".join(old[a:b])), (right, "".join(new[c:d]))):
            if text:
                side.append(Piece(text=text, changed=kind != "equal"))
    return tuple(left), tuple(right)
