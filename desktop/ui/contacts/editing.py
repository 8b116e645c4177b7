"""The verbs that fill a draft: one for each field that the advisor, or the guide, sets."""

from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QObject

from desktop.domain import drafts as rules
from desktop.domain.contacts import (
    AvoidableCause,
    Channel,
    Draft,
    GuideRun,
    Helped,
    PromiseDraft,
    PromiseKind,
    Resolution,
)
from desktop.domain.due_dates import Offer, Suggestion, suggestions
from desktop.domain.errors import AnswerSeen
from desktop.domain.ids import ContactId, StepOffId, VideoCallId
from desktop.domain.scripts import StepOffTaken
from desktop.services.contacts import Contacts
from desktop.ui.contacts.answer_viewmodel import AnswerViewModel
from desktop.ui.contacts.front import Front
from desktop.ui.contacts.state import Problem
from desktop.ui.kit import tasks


class Editing(Front):
    """Each verb changes one field of the draft in front; without a draft it does nothing."""

    def __init__(self, contacts: Contacts, parent: QObject | None = None) -> None:
        super().__init__(contacts, parent)
        self.answer = AnswerViewModel(self, contacts.answers)

    def now(self) -> datetime:
        """Now, in UTC."""
        return self._contacts.now()

    def zone(self) -> tzinfo:
        """The zone in which this workstation's days are cut."""
        return self._contacts.zone()

    def set_channel(self, channel: Channel) -> None:
        """How customer and advisor meet."""
        self._edit(channel=channel, channel_picked=True)

    def set_reason(self, code: str) -> None:
        """Why the customer came, as the advisor chose it."""
        self._edit(reason=code, reason_picked=True)

    def suggest_reason(self, code: str) -> None:
        """The reason that goes with the guide; what the advisor chose stays."""
        if self.state.draft is not None and not self.state.draft.reason_picked and code:
            self._edit(reason=code)

    def set_resolution(self, resolution: Resolution | None) -> None:
        """How it ended for the customer."""
        self._edit(resolution=resolution)

    def set_effort(self, effort: int | None) -> None:
        """The effort as it seemed, 1 (very easy) to 7."""
        self._edit(effort_seen=effort)

    def set_estimate(self, estimate: int | None) -> None:
        """The satisfaction that the advisor expects, 1 to 5; told why where it stays as it is."""
        if self.state.draft is None:
            return
        try:
            self._change(rules.set_estimate(self.state.draft, estimate))
        except AnswerSeen as error:
            self._tell(Problem.ESTIMATE_STAYS, error)

    def set_avoidable(self, *, avoidable: bool | None, cause: AvoidableCause | None = None) -> None:
        """Whether the contact could have been avoided, and why."""
        self._edit(avoidable=avoidable, avoidable_cause=cause if avoidable else None)

    def set_note(self, note: str) -> None:
        """The note as typed so far."""
        self._edit(note=note)

    def promise(self, kind: PromiseKind | None) -> None:
        """Promise a callback or something else, due tomorrow unless said otherwise; None: nothing."""
        draft = self.state.draft
        if draft is None:
            return
        if kind is None:
            self._edit(promise=None)
        elif draft.promise is not None:
            self._edit(promise=replace(draft.promise, kind=kind))
        else:
            self._edit(promise=PromiseDraft(kind=kind, due_at=self._first_due()))

    def set_promise(self, promise: PromiseDraft | None) -> None:
        """What is promised, in full."""
        self._edit(promise=promise)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Due dates to offer now."""
        return suggestions(self.now(), self.zone())

    def set_guide(self, run: GuideRun | None, reason: str = "") -> None:
        """Where one stands in the guide, and the reason that goes with it."""
        self._edit(guide=run)
        self.suggest_reason(reason)

    def add_step_off(self, taken: StepOffTaken) -> None:
        """The advisor stepped off the guide."""
        draft = self.state.draft
        if draft is not None:
            self._change(rules.add_step_off(draft, self._contacts.step_off(draft, taken)))

    def adopt(self, begun: Draft) -> bool:
        """Let the contact in front be the one that began before anybody knew the customer.

        What was typed in it stays. False: it has facts of its own already, and stays apart.
        """
        draft = self.state.draft
        if draft is None or draft.incivilities or draft.videos or draft.made:
            return False
        self._saver.forget(draft.contact_id)
        tasks.run(self._contacts.drop(draft), self)
        self._change(
            replace(
                draft,
                contact_id=begun.contact_id,
                started_at=begun.started_at,
                videos=begun.videos,
            )
        )
        self.draft_changed.emit(self.state.draft)
        return True

    def add_video(self, contact_id: ContactId, video: VideoCallId) -> None:
        """A video call began for this contact, in front or not."""
        draft = self._desk.draft_of(contact_id)
        if draft is not None and video not in draft.videos:
            self._keep(replace(draft, videos=(*draft.videos, video)))

    def set_made(self, contact_id: ContactId, fact_id: str, *, made: bool) -> None:
        """A gesture, a request or thanks of this contact, in front or not, is made or taken back."""
        draft = self._desk.draft_of(contact_id)
        if draft is not None:
            self._keep(rules.set_made(draft, fact_id, made=made))

    def _keep(self, known: Draft) -> None:
        if self._is_in_front(known):
            self._change(known)
        else:
            self._desk.put(known)
            self._saver.keep(known)

    def set_helped(self, step_off_id: StepOffId, helped: Helped | None) -> None:
        """Whether that step-off helped."""
        if self.state.draft is not None:
            self._change(rules.set_helped(self.state.draft, step_off_id, helped))

    def _edit(self, **fields: Any) -> None:
        if self.state.draft is not None:
            self._change(replace(self.state.draft, **fields))

    def _first_due(self) -> datetime:
        offers = {one.offer: one.at for one in self.suggestions()}
        return offers.get(Offer.TOMORROW) or offers.get(Offer.MONDAY) or offers[Offer.IN_48_HOURS]
