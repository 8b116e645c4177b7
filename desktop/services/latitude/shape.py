"""The exact shape of the latitude's file, and the policy made of it."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desktop.domain.latitude.policy import GestureKind, Policy
from desktop.services.yaml_files import Problem, ProblemCode, Reading, read, read_text

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Cents = Annotated[int, Field(ge=1, le=1_000_000)]
Label = Annotated[str, Field(min_length=1, max_length=60)]


class Shape(BaseModel):
    """Strict: no field that we do not know, no type but the one asked for."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class LabelShape(Shape):
    """The words of a kind; French is the source."""

    fr: Label
    en: Label | None = None


class KindShape(Shape):
    """A kind of gesture."""

    code: Code
    label: LabelShape
    usual_cents: list[Cents] = Field(default_factory=list, max_length=8)
    costs: bool = True


class PolicyShape(Shape):
    """The whole file."""

    currency: Annotated[str, Field(pattern=r"^EUR$")] = "EUR"
    daily_cents: int = Field(ge=0, le=10_000_000)
    contact_cents: int = Field(ge=0, le=10_000_000)
    kinds: list[KindShape] = Field(min_length=1, max_length=9)


def read_policy(path: Path) -> tuple[Policy | None, tuple[Problem, ...]]:
    """The policy of a file, or what keeps it from being used; never raises for what it holds."""
    return _policy(read(path, PolicyShape))


def read_policy_text(name: str, text: str) -> tuple[Policy | None, tuple[Problem, ...]]:
    """As `read_policy`, of a text that problems call by this name."""
    return _policy(read_text(name, text, PolicyShape))


def _policy(reading: Reading[PolicyShape]) -> tuple[Policy | None, tuple[Problem, ...]]:
    shape = reading.model
    if shape is None:
        return None, reading.problems
    problems = _twice(reading, [kind.code for kind in shape.kinds])
    if problems:
        return None, problems
    kinds = tuple(_kind(kind) for kind in shape.kinds)
    policy = Policy(
        daily=shape.daily_cents,
        ceiling=shape.contact_cents,
        kinds=kinds,
        currency=shape.currency,
    )
    return policy, ()


def _kind(shape: KindShape) -> GestureKind:
    labels = (("fr", shape.label.fr), *((("en", shape.label.en),) if shape.label.en else ()))
    return GestureKind(
        code=shape.code,
        labels=labels,
        usual=tuple(dict.fromkeys(shape.usual_cents)) if shape.costs else (),
        costs=shape.costs,
    )


def _twice(reading: Reading[PolicyShape], codes: list[str]) -> tuple[Problem, ...]:
    return tuple(
        reading.document.problem(("kinds", index, "code"), ProblemCode.DUPLICATE_ID, code)
        for index, code in enumerate(codes)
        if code in codes[:index]
    )
