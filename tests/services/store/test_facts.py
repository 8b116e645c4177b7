"""Every kind of fact: its row, and a line with all that the shared database will need."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.awaiting import Awaiting
from desktop.domain.care import FollowUp, FollowUpKind
from desktop.domain.contacts import (
    Channel,
    Contact,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
    PromiseOutcome,
    PromiseState,
    StepOff,
)
from desktop.domain.customer_file import CustomerEdit, CustomerField
from desktop.domain.customers import Answer, Customer, PinnedNote
from desktop.domain.ids import (
    AnswerId,
    CheckInId,
    ContactId,
    CustomerId,
    GestureRequestId,
    IncivilityId,
    PersonId,
    PromiseId,
    ScriptVersionId,
    StepOffId,
    StoryId,
    SuggestionId,
    ThanksId,
    VideoCallId,
    VideoPhotoId,
)
from desktop.domain.instants import to_millis
from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest
from desktop.domain.learning.facts import ChainMerge, Credit
from desktop.domain.own_words import OwnWords
from desktop.domain.pauses import Pause
from desktop.domain.stories import Story, StoryOutcome, StoryState, Thanks
from desktop.domain.talks import Talk, TalkNote, TalkState
from desktop.domain.video.calls import VideoCall, VideoPhoto
from desktop.domain.video.happenings import EndReason, Source
from desktop.domain.wellbeing import (
    Audience,
    CheckIn,
    CheckInReading,
    CheckInReply,
    CheckInShare,
    Moment,
)
from desktop.services.clock import Clock
from desktop.services.store import tables
from desktop.services.store.facts import KINDS
from tests.conftest import NOON

CLAIRE, LEA, CAMILLE = CustomerId("c1"), PersonId("p1"), PersonId("p2")
CONTACT, CHECK_IN = ContactId("k1"), CheckInId("i1")
ABOUT: dict[str, Any] = {"contact_id": CONTACT, "customer_id": CLAIRE, "person_id": LEA, "at": NOON}

EACH = (
    Customer(id=CLAIRE, family_name="Moreau"),
    Contact(
        id=CONTACT,
        customer_id=CLAIRE,
        person_id=LEA,
        channel=Channel.CHAT,
        started_at=NOON,
        ended_at=NOON,
    ),
    StepOff(id=StepOffId("s1"), words="Dire pardon", **ABOUT),
    Promise(id=PromiseId("r1"), kind=PromiseKind.CALLBACK, due_at=NOON, **ABOUT),
    PromiseOutcome(promise_id=PromiseId("r1"), person_id=LEA, at=NOON, state=PromiseState.KEPT),
    Incivility(id=IncivilityId("n1"), type=IncivilityType.THREAT, gravity=2, **ABOUT),
    PinnedNote(customer_id=CLAIRE, person_id=LEA, at=NOON, words="Parle fort"),
    CustomerEdit(
        customer_id=CLAIRE,
        person_id=LEA,
        at=NOON,
        field=CustomerField.CITY,
        value="Lyon",
        former="",
        based_on=0,
    ),
    CheckIn(id=CHECK_IN, person_id=LEA, at=NOON, moment=Moment.START, audience=Audience.NOBODY),
    CheckInReply(check_in_id=CHECK_IN, lead_id=CAMILLE, at=NOON, words="Je passe"),
    CheckInReading(check_in_id=CHECK_IN, lead_id=CAMILLE, at=NOON),
    CheckInShare(
        check_in_id=CHECK_IN, person_id=LEA, at=NOON, audience=Audience.LEAD, addressed_to=CAMILLE
    ),
    VideoCall(
        id=VideoCallId("v1"),
        ended_at=NOON,
        end_reason=EndReason.DONE,
        shares=(("camera", NOON.isoformat(), ""),),
        **ABOUT,
    ),
    VideoPhoto(
        id=VideoPhotoId("f1"),
        call_id=VideoCallId("v1"),
        consented_at=NOON,
        source=Source.CAMERA,
        width=4,
        height=3,
        size=2,
        sha256="71563ad80061407ede9c6f316836284bd3710a520c5a792b5eda1cb703690815",
        data="/9g=",
        **ABOUT,
    ),
    Answer(id=AnswerId("a1"), effort=2, words="Très simple", **ABOUT),
    ScriptVersion(
        id=ScriptVersionId("w2"),
        script_id="bill",
        version=13,
        person_id=CAMILLE,
        at=NOON,
        text="id: bill",
        based_on="w1",
        settles=("w0", "w3"),
    ),
    OwnWords(
        id="o1", person_id=LEA, at=NOON, script_id="bill", step_id="explain", words="Je vois bien."
    ),
    ChainMerge(
        id="m1",
        person_id=CAMILLE,
        at=NOON,
        script_id="bill",
        chain_id=StepOffId("s1"),
        into_id="s0",
    ),
    Credit(
        id="e1",
        person_id=LEA,
        at=NOON,
        suggestion_id=SuggestionId("calm"),
        agreed=True,
        chain_id="s1",
    ),
    Awaiting(id="w3", begins=True, **ABOUT),
    Gesture(id="g1", kind="voucher", cents=1_000, **ABOUT),
    GestureRequest(
        id=GestureRequestId("q1"), lead_id=CAMILLE, kind="voucher", cents=9_000, **ABOUT
    ),
    GestureAnswer(
        id="w1", request_id=GestureRequestId("q1"), lead_id=CAMILLE, at=NOON, granted=True
    ),
    Pause(id="z1", person_id=LEA, at=NOON, minutes=5),
    FollowUp(
        id="u1",
        incivility_id=IncivilityId("n1"),
        lead_id=CAMILLE,
        at=NOON,
        kind=FollowUpKind.TALK,
    ),
    Talk(
        id="t1",
        check_in_id=CHECK_IN,
        lead_id=CAMILLE,
        at=NOON,
        state=TalkState.PLANNED,
        planned_for=NOON.date(),
    ),
    TalkNote(id="t2", check_in_id=CHECK_IN, lead_id=CAMILLE, at=NOON, words="Va mieux"),
    Thanks(id=ThanksId("h1"), words="Merci de m’avoir écoutée", **ABOUT),
    Story(id=StoryId("y1"), person_id=LEA, at=NOON, words="Une dame…", signed=False),
    StoryOutcome(
        id="y2",
        story_id=StoryId("y1"),
        person_id=CAMILLE,
        at=NOON,
        state=StoryState.PUBLISHED,
    ),
)


def read(connection, table):
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def test_each_kind_is_tried():
    assert {type(fact) for fact in EACH} == set(KINDS)


@pytest.mark.parametrize("fact", EACH, ids=lambda fact: type(fact).__name__)
async def test_row_and_line_tell_the_same(store, clock, fact):
    kind = KINDS[type(fact)]
    until = clock.now() + timedelta(seconds=10)
    await store.write(lambda c: c.exec_driver_sql("PRAGMA defer_foreign_keys = ON"))
    async with store.unit() as unit:
        unit.record(fact, not_before=until)
    (row,) = await store.read(read, kind.table)
    (line,) = await store.read(read, tables.outbox)
    body = json.loads(line["body"])
    assert {name: row[name] for name in body} == body
    assert (line["kind"], line["version"]) == (kind.name, kind.version)
    assert (line["fact_id"], line["device"]) == (row["id"], store.device)
    assert (line["at"], line["not_before"]) == (to_millis(clock.now()), to_millis(until))
    assert (line["state"], line["attempts"], line["clock_offset"]) == ("waiting", 0, 0)
    waits = ("dseq", "first_try", "next_try", "answer")
    assert [line[name] for name in waits] == [None] * len(waits)


def test_ids_are_of_version_seven():
    form = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    made = [Clock().new_id() for _ in range(50)]
    assert all(re.fullmatch(form, one) for one in made)
    assert len(set(made)) == len(made)
