"""One of each new kind of fact: what Léa does during a contact and of herself, and what Camille, who leads her, says."""

from datetime import datetime, timedelta
from typing import Any

from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.awaiting import Awaiting
from desktop.domain.care import FollowUp, FollowUpKind
from desktop.domain.contacts import (
    Channel,
    Contact,
    Incivility,
    IncivilityType,
    StepOff,
    StepOffReason,
)
from desktop.domain.ids import (
    CheckInId,
    ContactId,
    CustomerId,
    GestureRequestId,
    IncivilityId,
    PersonId,
    ScriptVersionId,
    StepOffId,
    StoryId,
    SuggestionId,
    ThanksId,
)
from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest
from desktop.domain.learning.facts import ChainMerge, Credit
from desktop.domain.own_words import OwnWords
from desktop.domain.pauses import Pause
from desktop.domain.stories import Story, StoryOutcome, StoryState, Thanks
from desktop.domain.talks import Talk, TalkNote, TalkState
from desktop.domain.wellbeing import Audience, CheckIn, Moment
from desktop.services.store.facts import KINDS, Fact

LEA, CAMILLE = PersonId("person-lea"), PersonId("person-camille")
CHECK_IN, INCIVILITY, REQUEST = CheckInId("i1"), IncivilityId("n1"), GestureRequestId("q1")
STORY = StoryId("y1")


def of_lea(at: datetime) -> tuple[Fact, ...]:
    """A contact that went badly and ended well."""
    about: dict[str, Any] = {
        "contact_id": ContactId("k1"),
        "customer_id": CustomerId("c1"),
        "person_id": LEA,
        "at": at,
    }
    mine: dict[str, Any] = {"person_id": LEA, "at": at}
    kept: dict[str, Any] = {"script_id": "bill", "step_id": "explain"}
    return (
        Contact(
            id=ContactId("k1"),
            customer_id=CustomerId("c1"),
            person_id=LEA,
            channel=Channel.CALL_IN,
            started_at=at - timedelta(minutes=5),
            ended_at=at,
        ),
        Incivility(
            id=INCIVILITY, type=IncivilityType.INSULT, gravity=2, warned=True, ended=True, **about
        ),
        OwnWords(id="o1", words="Je vois bien.", shared=True, **kept, **mine),
        OwnWords(id="o2", words="Pour moi.", script_id="bill", step_id="close", **mine),
        StepOff(
            id=StepOffId("d1"), reason=StepOffReason.OTHER, words="Dire pardon", **kept, **about
        ),
        Credit(id="e1", suggestion_id=SuggestionId("calm"), agreed=True, chain_id="d1", **mine),
        Awaiting(id="b1", begins=True, **about),
        Gesture(id="g1", kind="voucher", cents=1_000, **about),
        GestureRequest(id=REQUEST, lead_id=CAMILLE, kind="voucher", cents=9_000, **about),
        Pause(id="z1", minutes=5, **mine),
        Thanks(id=ThanksId("h1"), words="Merci", **about),
        Story(id=STORY, words="Une dame…", signed=False, thanks_id="h1", **mine),
        CheckIn(
            id=CHECK_IN,
            moment=Moment.END,
            mood=2,
            audience=Audience.LEAD,
            addressed_to=CAMILLE,
            **mine,
        ),
    )


def of_camille(at: datetime) -> tuple[Fact, ...]:
    """What the lead answers to it, and a guide that she writes."""
    mine: dict[str, Any] = {"person_id": CAMILLE, "at": at}
    lead: dict[str, Any] = {"lead_id": CAMILLE, "at": at}
    return (
        ScriptVersion(
            id=ScriptVersionId("w1"), script_id="bill", version=2, text="id: bill", **mine
        ),
        ChainMerge(id="m1", script_id="bill", chain_id=StepOffId("s1"), into_id="s0", **mine),
        GestureAnswer(id="a1", request_id=REQUEST, granted=True, words="Oui", **lead),
        FollowUp(id="f1", incivility_id=INCIVILITY, kind=FollowUpKind.TALK, **lead),
        Talk(
            id="t1",
            check_in_id=CHECK_IN,
            state=TalkState.PLANNED,
            planned_for=at.date(),
            **lead,
        ),
        TalkNote(id="t2", check_in_id=CHECK_IN, words="À revoir", **lead),
        StoryOutcome(id="u1", story_id=STORY, state=StoryState.PUBLISHED, **mine),
    )


def withdrawal(at: datetime) -> StoryOutcome:
    """Léa takes her story back."""
    return StoryOutcome(id="u2", story_id=STORY, person_id=LEA, at=at, state=StoryState.WITHDRAWN)


async def record(desk: Any, *facts: Fact) -> None:
    """As the screens do: saved here, and the engine is woken."""
    async with desk.store.unit() as unit:
        for fact in facts:
            unit.record(fact)
    desk.engine.wake()


async def ids_of(desk: Any) -> dict[str, set[str]]:
    """What a desk holds of each kind that is new, without what it does not hold."""
    found = {}
    for name in NEW:
        table = next(kind.table.name for kind in KINDS.values() if kind.name == name)
        rows = await desk.asked(f"SELECT id FROM {table}")
        if rows:
            found[name] = {row[0] for row in rows}
    return found


NEW = (
    *("script_version", "own_words", "chain_merge", "credit", "gesture", "gesture_request"),
    *("gesture_answer", "pause", "follow_up", "talk", "talk_note", "thanks", "story"),
    *("story_outcome", "awaiting"),
)
EVERYBODYS: dict[str, set[str]] = {
    "script_version": {"w1"},
    "chain_merge": {"m1"},
    "own_words": {"o1"},
    "credit": {"e1"},
    "story": {"y1"},
    "story_outcome": {"u1"},
}
"""What any desk holds of it, at any branch."""
BETWEEN: dict[str, set[str]] = {
    **EVERYBODYS,
    "awaiting": {"b1"},
    "gesture": {"g1"},
    "gesture_request": {"q1"},
    "gesture_answer": {"a1"},
    "follow_up": {"f1"},
    "talk": {"t1"},
}
LEAS: dict[str, set[str]] = {
    **BETWEEN,
    "own_words": {"o1", "o2"},
    "pause": {"z1"},
    "thanks": {"h1"},
}
CAMILLES: dict[str, set[str]] = {**BETWEEN, "talk_note": {"t2"}}
