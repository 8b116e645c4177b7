"""Guides of every shape, complete or not, for laws that hold for all of them."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Check, Law, Question, Reaction, Script, Step, Suggestion

IDS = ("welcome", "look", "offer", "end", "new-1", "new-2")
WORDS = st.sampled_from(["", "Accueillir", "Œuvrer à l’écoute", "2 fois", "Bonjour {{client.x}}"])


def step(step_id: str, title: str = "", **more: Any) -> Step:
    """A step that lacks nothing."""
    whole = Step(id=step_id, title=title or step_id, intention="Pour", say="Bonjour.")
    return replace(whole, **more)


def guide(*steps: Step, **more: Any) -> Script:
    """A guide that lacks nothing."""
    whole = Script(
        id="bill",
        version=3,
        title="Facture",
        summary="Un guide",
        reasons=("billing.higher",),
        steps=steps,
    )
    return replace(whole, **more)


GUIDE = guide(
    step(
        "welcome",
        "Accueillir",
        questions=(Question(id="when", text="Depuis quand ?"),),
        checks=(Check(id="who", label="Qui"), Check(id="why", label="Pourquoi")),
        law=Law(why="Il le faut", reference="art. 1"),
    ),
    step(
        "look",
        "Regarder",
        reactions=(
            Reaction(id="calm", label="Calme", to="end"),
            Reaction(id="angry", label="En colère", to="offer"),
            Reaction(id="other", label="Autre"),
        ),
    ),
    step(
        "offer",
        "Proposer",
        then="end",
        suggestions=(Suggestion(id=SuggestionId("s1"), words="Un avoir", chain="off-1"),),
    ),
    step("end", "Conclure"),
)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A guide whose ways lead to steps that are there, or simply on."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=6, unique=True))
    targets = st.sampled_from(["", *ids])
    steps = tuple(
        Step(
            id=one,
            title=draw(WORDS),
            intention=draw(WORDS),
            say=draw(WORDS),
            questions=_named(draw, lambda i, w: Question(id=i, text=w)),
            checks=_named(draw, lambda i, w: Check(id=i, label=w)),
            reactions=_named(draw, lambda i, w: Reaction(id=i, label=w, to=draw(targets))),
            then=draw(targets),
            law=draw(st.none() | st.builds(Law, why=WORDS, reference=WORDS)),
            suggestions=_named(draw, lambda i, w: Suggestion(id=SuggestionId(i), words=w)),
        )
        for one in ids
    )
    return guide(*steps, title=draw(WORDS), summary=draw(WORDS))


def _named(draw, make):
    ids = draw(st.lists(st.sampled_from(["a", "b", "new-1", "new-2"]), max_size=3, unique=True))
    return tuple(make(one, draw(WORDS)) for one in ids)
