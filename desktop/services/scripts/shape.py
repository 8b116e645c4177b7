"""The exact shape of a guide's file, and the guide made of it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desktop.domain.authoring import limits
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Law, Question, Reaction, Script, Step, Suggestion

Id = Annotated[str, Field(pattern=limits.ID)]
Line = Annotated[str, Field(min_length=1, max_length=limits.LINE)]
Text = Annotated[str, Field(min_length=1, max_length=limits.TEXT)]


class Shape(BaseModel):
    """Strict: no field that we do not know, no type but the one asked for."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class QuestionShape(Shape):
    """A question."""

    id: Id
    text: Line


class CheckShape(Shape):
    """A check."""

    id: Id
    label: Line


class ReactionShape(Shape):
    """A reaction and where it leads."""

    id: Id
    label: Line
    to: Id | None = None


class LawShape(Shape):
    """Why the law asks for the step."""

    why: Text
    reference: Line


class SuggestionShape(Shape):
    """A suggestion, and the step-off that it came from."""

    id: Id
    words: Text
    chain: Annotated[str, Field(max_length=limits.CHAIN)] = ""


class StepShape(Shape):
    """A step."""

    id: Id
    title: Annotated[str, Field(min_length=1, max_length=limits.STEP_TITLE)]
    intention: Text
    say: Text
    questions: list[QuestionShape] = Field(default_factory=list, max_length=limits.QUESTIONS)
    checks: list[CheckShape] = Field(default_factory=list, max_length=limits.CHECKS)
    reactions: list[ReactionShape] = Field(default_factory=list, max_length=limits.REACTIONS)
    then: Id | None = None
    law: LawShape | None = None
    suggestions: list[SuggestionShape] = Field(default_factory=list, max_length=limits.SUGGESTIONS)


class ScriptShape(Shape):
    """A whole guide."""

    id: Id
    version: int = Field(ge=1)
    title: Annotated[str, Field(min_length=1, max_length=limits.SCRIPT_TITLE)]
    summary: Text
    reasons: list[str] = Field(min_length=1, max_length=limits.REASONS)
    steps: list[StepShape] = Field(min_length=1, max_length=limits.STEPS)


class WordingShape(Shape):
    """The file of words that stand in for missing values."""

    company: Line
    titles: dict[str, str]
    fallbacks: dict[str, str]


def script_of(shape: ScriptShape) -> Script:
    """The domain's guide."""
    return Script(
        id=shape.id,
        version=shape.version,
        title=shape.title,
        summary=shape.summary.strip(),
        reasons=tuple(shape.reasons),
        steps=tuple(_step(step) for step in shape.steps),
    )


def _step(shape: StepShape) -> Step:
    law = shape.law
    return Step(
        id=shape.id,
        title=shape.title,
        intention=shape.intention.strip(),
        say=shape.say.strip(),
        questions=tuple(Question(id=one.id, text=one.text) for one in shape.questions),
        checks=tuple(Check(id=one.id, label=one.label) for one in shape.checks),
        reactions=tuple(
            Reaction(id=one.id, label=one.label, to=one.to or "") for one in shape.reactions
        ),
        then=shape.then or "",
        law=Law(why=law.why.strip(), reference=law.reference) if law else None,
        suggestions=tuple(
            Suggestion(id=SuggestionId(one.id), words=one.words.strip(), chain=one.chain)
            for one in shape.suggestions
        ),
    )
