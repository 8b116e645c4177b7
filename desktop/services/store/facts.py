"""Which table and which kind of outbox line each fact has."""

from dataclasses import dataclass

from sqlalchemy import Table

from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.awaiting import Awaiting
from desktop.domain.care import FollowUp
from desktop.domain.contacts import Contact, Incivility, Promise, PromiseOutcome, StepOff
from desktop.domain.customer_file import CustomerEdit
from desktop.domain.customers import Answer, Customer, PinnedNote
from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest
from desktop.domain.learning.facts import ChainMerge, Credit
from desktop.domain.own_words import OwnWords
from desktop.domain.pauses import Pause
from desktop.domain.stories import Story, StoryOutcome, Thanks
from desktop.domain.talks import Talk, TalkNote
from desktop.domain.video.calls import VideoCall, VideoPhoto
from desktop.domain.wellbeing import CheckIn, CheckInReading, CheckInReply, CheckInShare
from desktop.services.store import script_tables, tables, team_tables, video_tables

Fact = (
    Contact
    | StepOff
    | Promise
    | PromiseOutcome
    | Incivility
    | Customer
    | PinnedNote
    | CustomerEdit
    | CheckIn
    | CheckInReply
    | CheckInReading
    | CheckInShare
    | VideoCall
    | VideoPhoto
    | Answer
    | ScriptVersion
    | OwnWords
    | ChainMerge
    | Credit
    | Awaiting
    | Gesture
    | GestureRequest
    | GestureAnswer
    | Pause
    | FollowUp
    | Talk
    | TalkNote
    | Thanks
    | Story
    | StoryOutcome
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind:
    """Where a kind of fact lives and how it is named to the shared database."""

    name: str
    table: Table
    version: int = 1
    apart: tuple[str, ...] = ()
    """Large fields that the row alone keeps: they join the body of a line when it leaves."""


KINDS: dict[type, FactKind] = {
    Contact: FactKind(name="contact", table=tables.contacts),
    StepOff: FactKind(name="step_off", table=tables.step_offs),
    Promise: FactKind(name="promise", table=tables.promises),
    PromiseOutcome: FactKind(name="promise_outcome", table=tables.promise_outcomes),
    Incivility: FactKind(name="incivility", table=tables.incivilities, version=2),
    Customer: FactKind(name="customer", table=tables.customers),
    PinnedNote: FactKind(name="pinned_note", table=tables.pinned_notes),
    CustomerEdit: FactKind(name="customer_edit", table=tables.customer_edits),
    CheckIn: FactKind(name="check_in", table=tables.check_ins),
    CheckInReply: FactKind(name="check_in_reply", table=tables.check_in_replies),
    CheckInReading: FactKind(name="check_in_reading", table=tables.check_in_readings),
    CheckInShare: FactKind(name="check_in_share", table=tables.check_in_shares),
    VideoCall: FactKind(name="video_call", table=video_tables.video_calls),
    VideoPhoto: FactKind(name="video_photo", table=video_tables.video_photos, apart=("data",)),
    Answer: FactKind(name="answer", table=tables.answers),
    ScriptVersion: FactKind(name="script_version", table=script_tables.script_versions),
    OwnWords: FactKind(name="own_words", table=script_tables.own_words),
    ChainMerge: FactKind(name="chain_merge", table=script_tables.chain_merges),
    Credit: FactKind(name="credit", table=script_tables.agreements),
    Awaiting: FactKind(name="awaiting", table=team_tables.awaitings),
    Gesture: FactKind(name="gesture", table=team_tables.gestures),
    GestureRequest: FactKind(name="gesture_request", table=team_tables.gesture_requests),
    GestureAnswer: FactKind(name="gesture_answer", table=team_tables.gesture_answers),
    Pause: FactKind(name="pause", table=team_tables.pauses),
    FollowUp: FactKind(name="follow_up", table=team_tables.follow_ups),
    Talk: FactKind(name="talk", table=team_tables.talks),
    TalkNote: FactKind(name="talk_note", table=team_tables.talk_notes),
    Thanks: FactKind(name="thanks", table=tables.thanks),
    Story: FactKind(name="story", table=team_tables.stories),
    StoryOutcome: FactKind(name="story_outcome", table=team_tables.story_outcomes),
}
