"""The contacts of the customers open: shown, closed, taken back, given up, reported."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain import drafts as rules
from desktop.domain.contacts import Draft, IncivilityType
from desktop.domain.customers import Customer
from desktop.domain.drafts import Closed
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import CustomerId
from desktop.domain.people import Person
from desktop.services.contacts import Contacts
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.state import ContactState, Problem, Stage
from desktop.ui.kit import tasks


class ContactViewModel(Editing):
    """One draft for each customer open, one of them in front.

    `closed` gives a Closed, `undone` the Draft that is back, `incivility_reported` an Incivility;
    `changed` and `draft_changed` are those of `Front`, the verbs that fill a draft of `Editing`.
    """

    closed = Signal(object)
    undone = Signal(object)
    incivility_reported = Signal(object)

    def __init__(self, contacts: Contacts, person: Person, parent: QObject | None = None) -> None:
        super().__init__(contacts, parent)
        self._person = person
        self._loading = tasks.Latest(self)

    def show(self, customer: Customer | None) -> None:
        """Bring this customer's contact in front: the draft there is, else a new one.

        Shown again, it stays as it is, and is told again to who follows it.
        """
        here = self.state.customer
        if customer is not None and here is not None and customer.id == here.id:
            self._set(replace(self.state, customer=customer))
            self.draft_changed.emit(self.state.draft)
            return
        self._loading.cancel()
        tasks.run(self._saver.flush(), self)
        if customer is None:
            self._set(ContactState())
        else:
            self._seek(customer)

    def leave(self, customer_id: CustomerId) -> None:
        """The customer's tab is closed: what was not touched goes, the rest is kept to resume."""
        draft = self._desk.draft(customer_id)
        if draft is None:
            self._desk.clear(customer_id)
        elif rules.touched(draft):
            tasks.run(self._put_away(draft), self)
        else:
            self._saver.forget(draft.contact_id)
            self._desk.clear(customer_id)
            tasks.run(self._contacts.drop(draft), self)

    def begin_again(self) -> None:
        """Begin another contact with the customer in front, once theirs was closed."""
        if self.state.stage is not Stage.OPEN and self.state.customer is not None:
            self._desk.clear(self.state.customer.id)
            self._seek(self.state.customer)

    def close(self) -> None:
        """Close the contact as it stands: never refused."""
        draft = self.state.draft
        if draft is not None and not self.state.busy:
            self._set(replace(self.state, busy=True, problem=None, trouble=None))
            tasks.run(self._close(draft), self)

    def can_undo(self) -> bool:
        """Tell whether the latest close can still be taken back."""
        return self._desk.last is not None and self.now() < self._desk.last.undo_until

    def undo(self) -> None:
        """Take the latest close back, whoever's file is in front."""
        if self._desk.last is not None:
            tasks.run(self._undo(self._desk.last), self)

    def drop(self) -> None:
        """Give the draft in front up, and begin again."""
        if self.state.draft is not None and self.state.customer is not None:
            tasks.run(self._drop(self.state.draft, self.state.customer), self)

    def report_incivility(self, kind: IncivilityType, gravity: int, words: str) -> None:
        """Record what happened, now: it does not wait for the contact's end."""
        if self.state.draft is not None:
            tasks.run(self._report(self.state.draft, kind, gravity, words), self)

    def _seek(self, customer: Customer) -> None:
        if draft := self._desk.draft(customer.id):
            self._bring(customer, draft)
        elif closed := self._desk.closed(customer.id):
            self._set_closed(customer, closed)
        else:
            self._set(ContactState(stage=Stage.LOADING, customer=customer))
            self._loading.run(
                self._open(customer), lambda error: self._tell(Problem.NOT_OPENED, error)
            )

    async def _open(self, customer: Customer) -> None:
        found = await self._contacts.draft_of(self._person, customer.id)
        self._bring(customer, found or await self._contacts.begin(customer, self._person))

    async def _put_away(self, draft: Draft) -> None:
        await self._saver.flush()
        if not self._saver.waits(draft.contact_id) and not self._is_in_front(draft):
            self._desk.clear(draft.customer_id)

    async def _close(self, draft: Draft) -> None:
        try:
            closed = await self._contacts.close(draft)
        except StoreUnavailable as error:
            self._tell_of(draft, Problem.NOT_CLOSED, error)
        else:
            self._finish(draft, closed)
        finally:
            if self._is_in_front(draft):
                self._set(replace(self.state, busy=False))

    def _finish(self, draft: Draft, closed: Closed) -> None:
        self._saver.forget(draft.contact_id)
        self._desk.close(closed)
        if self._is_in_front(draft) and self.state.customer is not None:
            self._set_closed(self.state.customer, closed)
        self.closed.emit(closed)

    async def _undo(self, closed: Closed) -> None:
        try:
            draft = await self._contacts.undo(closed.contact_id)
        except Gone as error:
            self._desk.last = None
            self._tell(Problem.TOO_LATE, error)
        except StoreUnavailable as error:
            self._tell(Problem.NOT_UNDONE, error)
        else:
            self._desk.put(draft)
            customer = self.state.customer
            if customer is not None and customer.id == draft.customer_id:
                self._bring(customer, draft)
            self.undone.emit(draft)

    async def _drop(self, draft: Draft, customer: Customer) -> None:
        self._saver.forget(draft.contact_id)
        await self._contacts.drop(draft)
        self._desk.clear(customer.id)
        if self._is_in_front(draft):
            self._seek(customer)

    async def _report(self, draft: Draft, kind: IncivilityType, gravity: int, words: str) -> None:
        try:
            report = await self._contacts.report_incivility(draft, kind, gravity, words)
        except StoreUnavailable as error:
            self._tell_of(draft, Problem.NOT_REPORTED, error)
            return
        newest = self._desk.draft(draft.customer_id) or report.draft
        known = replace(newest, incivilities=report.draft.incivilities)
        if self._is_in_front(draft):
            self._change(known)
        elif newest.contact_id == draft.contact_id:
            self._desk.put(known)
            self._saver.keep(known)
        self.incivility_reported.emit(report.incivility)
