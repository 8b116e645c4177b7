"""The view-models of somebody who signed in, and which signals of one are verbs of another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop.app.places import RESOURCES
from desktop.app.services import Services
from desktop.app.video.facade import Calls
from desktop.app.video.models import VideoModels
from desktop.domain.alerts import AlertKind
from desktop.domain.contacts import Draft, GuideRun
from desktop.domain.customer_file import CustomerFile
from desktop.domain.ids import PromiseId
from desktop.domain.people import Person, Role
from desktop.services.care import Exchanges, phrases
from desktop.services.talks import Talks
from desktop.ui.contacts.drafts_viewmodel import DraftsViewModel
from desktop.ui.contacts.exchange_viewmodel import ExchangeViewModel
from desktop.ui.contacts.promises_viewmodel import PromisesViewModel
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.customers.search_viewmodel import SearchViewModel
from desktop.ui.customers.viewmodel import OpenCustomersViewModel
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.saving import Saving
from desktop.ui.scripts.state import GuideContext
from desktop.ui.scripts.viewmodel import GuideViewModel
from desktop.ui.sync.review_viewmodel import ReviewViewModel
from desktop.ui.sync.status_viewmodel import SyncViewModel
from desktop.ui.wellbeing.care_viewmodel import CareViewModel
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel
from desktop.ui.wellbeing.viewmodel import CheckInViewModel


class Models(QObject):
    """Features do not know each other: here they are introduced."""

    def __init__(
        self,
        services: Services,
        person: Person,
        lead: Person | None,
        calls: Calls,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.person = person
        label, changes = services.reason_label, services.changes
        self.customers = OpenCustomersViewModel(services.customers, person, changes, label, self)
        self.search = self._search()
        self.contact = ContactViewModel(services.contacts, person, self)
        self.exchange = self._exchange()
        self.video = VideoModels(calls, person, services.clock, self.contact)
        self.promises = PromisesViewModel(services.promises, changes, person, self)
        self.drafts = DraftsViewModel(services.contacts, changes, person, self)
        self.guide = GuideViewModel(services.scripts, self)
        self.sync = self._sync()
        self.review: ReviewViewModel | None = None
        self.care: CareViewModel | None = None
        self._link()
        self._make_own(lead)
        self._join()

    def _make_own(self, lead: Person | None) -> None:
        """What is about oneself, and for who leads about the team."""
        services, person, changes = self.services, self.person, self.services.changes
        self.check_in = CheckInViewModel(services.check_ins, changes, person, lead)
        talks = Talks(services.store, services.clock, changes)
        self.mine = MyCheckInsViewModel(services.check_ins, changes, person, lead, talks)
        leads = person.role is Role.LEAD
        self.talk = TalkViewModel(talks, changes, person) if leads else None
        self.shared = SharedViewModel(services.check_ins, changes, person) if leads else None
        self.day = DayViewModel(services.days, person, services.reason_label)
        for model in (self.check_in, self.mine, self.day, self.shared, self.talk):
            if model is not None:
                model.setParent(self)

    def _search(self) -> SearchViewModel:
        services = self.services
        beyond = services.shared.beyond if services.shared else None
        return SearchViewModel(services.search, services.newcomers, self, beyond)

    def _exchange(self) -> ExchangeViewModel:
        services = self.services
        exchanges = Exchanges(services.store, services.clock, services.changes)
        words = partial(phrases, RESOURCES / "deescalation.yaml", services.language)
        return ExchangeViewModel(exchanges, words, self)

    def _sync(self) -> SyncViewModel:
        services, shared = self.services, self.services.shared
        engine = shared.engine if shared else None
        return SyncViewModel(engine, services.outbox.by_kind, services.check_ins.now, self)

    def _link(self) -> None:
        """What there is beside, for who is connected to a shared database."""
        services, person = self.services, self.person
        if services.shared is None:
            return
        self.review = ReviewViewModel(services.outbox, person, self.sync, self)
        if person.role is Role.LEAD:
            self.care = CareViewModel(services.care, services.changes, person, self._keep_seen)
            self.care.setParent(self)

    def _join(self) -> None:
        customers, contact, guide = self.customers, self.contact, self.guide
        self.search.picked.connect(customers.open)
        self.search.created.connect(lambda customer: customers.open(customer.id))
        self.day.customer_asked.connect(customers.open)
        self.promises.customer_wanted.connect(customers.open)
        self.drafts.resumed.connect(lambda draft: customers.open(draft.customer_id))
        self.day.promise_kept.connect(self._keep_promise)
        customers.shown.connect(self._show)
        customers.closing.connect(contact.leave)
        self.video.call.customer_wanted.connect(customers.open)
        customers.journey.photos_wanted.connect(self.video.photos.open)
        contact.changed.connect(self._mark)
        contact.draft_changed.connect(self._follow)
        guide.run_changed.connect(self._keep_run)
        guide.stepped_off.connect(contact.add_step_off)
        guide.helped_changed.connect(contact.set_helped)

    def _show(self, file: CustomerFile | None) -> None:
        """The customer in front has their contact in front too."""
        self.guide.show(None)
        self.contact.show(file.customer if file else None)

    def _follow(self, draft: Draft | None) -> None:
        """The guide goes by the contact in front."""
        self.guide.show(None if draft is None else self._context(draft))

    def _mark(self) -> None:
        """The customer's tab tells whether something was typed."""
        state = self.contact.state
        if state.customer is not None:
            drafted = state.draft is not None and state.saving is not Saving.UNTOUCHED
            self.customers.mark_draft(state.customer.id, drafted)

    def _context(self, draft: Draft) -> GuideContext:
        file = self.customers.state.file
        fits = file is not None and file.customer.id == draft.customer_id
        return GuideContext(
            contact_id=draft.contact_id,
            customer=file.customer if file and fits else self.contact.state.customer,
            contracts=file.contracts if file and fits else (),
            advisor=self.person.name,
            reason=_reason(draft, file if fits else None),
            guide=draft.guide,
            step_offs=draft.step_offs,
        )

    def _keep_run(self, run: GuideRun | None) -> None:
        """A guide's reason is the contact's, as long as the advisor has chosen none."""
        self.contact.set_guide(run, self.guide.state.reason if run else "")

    def _keep_promise(self, promise_id: PromiseId) -> None:
        for row in self.promises.state.rows:
            if row.due.promise.id == promise_id:
                self.promises.keep(row.due)

    async def _keep_seen(self, ids: Sequence[str]) -> None:
        await self.services.preferences.put(self.person.id, "care.seen", list(ids))

    def set_lead(self, lead: Person | None) -> None:
        """The person's lead is known, or another, from now on."""
        self.check_in.set_lead(lead)
        self.mine.set_lead(lead)

    def begin(self) -> None:
        """Read what the first screens show."""
        self.day.load()
        self.promises.load()
        self.drafts.load()
        self.check_in.load()
        self.video.begin()
        self.customers.load_recent()
        tasks.run(self.services.search.warm(), self)
        if self.shared is not None:
            self.shared.load()
        if self.review is not None:
            self.review.load()


def _reason(draft: Draft, file: CustomerFile | None) -> str:
    """What the advisor chose; else what this file tells, before what the last contact was about."""
    told = likely_reason(file) if file and not draft.reason_picked else ""
    return told or draft.reason


def likely_reason(file: CustomerFile) -> str:
    """Why this customer may be in touch: what repeated itself, else what a case is about."""
    repeated = [alert.reason for alert in file.alerts if alert.kind is AlertKind.REPEATED]
    return next(
        (reason for reason in (*repeated, *(case.reason for case in file.cases)) if reason), ""
    )
