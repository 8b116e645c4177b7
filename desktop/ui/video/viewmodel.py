"""Video for the contact in front: begun on a key, sent, ended; one call at a time."""

import contextlib
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain import phones
from desktop.domain.contacts import Draft
from desktop.domain.customers import Customer
from desktop.domain.errors import VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.video.readiness import Unready
from desktop.domain.video.ringing import Declined, Ring
from desktop.services.clock import Clock
from desktop.services.video.live import Live
from desktop.ui.kit import tasks
from desktop.ui.video.ports import Video
from desktop.ui.video.sending import Sending, same
from desktop.ui.video.state import Doing, Partner, Problem, VideoState
from desktop.ui.video.words import who


class VideoViewModel(Sending):
    """`callback_proposed` gives the ContactId on which a call back is to be promised,
    `customer_wanted` the CustomerId whose call is under way.
    """

    callback_proposed = Signal(object)
    customer_wanted = Signal(object)

    def __init__(
        self, video: Video, person: Person, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(video, person, clock, parent)

    def show(self, draft: Draft | None, customer: Customer | None = None) -> None:
        """Bring a contact in front; a call under way stays with its own."""
        front = None if draft is None else _partner(draft, customer)
        partner, last = _known(self.state.partner, front), self._last_of(front)
        self._set(replace(self.state, front=front, partner=partner, last=last))

    def refresh(self) -> None:
        """Show the newest readiness that the facade knows."""
        self._set(replace(self.state, readiness=self._video.readiness))

    def check(self) -> None:
        """Look at the gateway again, now."""
        if not self.state.checking:
            self._set(replace(self.state, checking=True))
            tasks.run(self._check(), self)

    def can_start(self) -> bool:
        """Tell whether a call can be begun for the contact in front."""
        state = self.state
        return state.front is not None and state.readiness.ok and not state.busy

    def under_way(self) -> bool:
        """Tell whether a call can be ended."""
        return self.state.call is not None and not self.state.ending

    def start(self, pressed: float | None = None) -> None:
        """Begin a call for the contact in front; `pressed` is the monotonic clock at the key."""
        self._start(self._clock.monotonic() if pressed is None else pressed, "")

    def answer(self, ring: Ring, draft: Draft | None = None) -> None:
        """Begin the call of a customer who pressed their button: on the contact in front, or on
        `draft` while nobody knows yet who it is.
        """
        if draft is not None:
            front = Partner(draft=draft, name=ring.caller.name or ring.title or ring.place)
            self._set(replace(self.state, front=front))
        waited = (self._clock.now() - ring.pressed_at).total_seconds()
        self._start(self._clock.monotonic() - max(waited, 0.0), ring.press, ring.title)

    def reopen_page(self) -> None:
        """Ask for the advisor's page anew: its window was closed, or what drew it died."""
        if (call := self.state.call) is not None:
            self._do(self._reopen(call), Problem(doing=Doing.PAGE), same)

    def end(self) -> None:
        """End the call: at once here, and for the customer as soon as the gateway hears it."""
        call = self.state.call
        if call is not None and not self.state.ending:
            self._set(replace(self.state, ending=True, problem=None))
            self.page_asked.emit("")
            self._do(self._hang_up(call), Problem(doing=Doing.END), _unended)

    def invite(self, person_id: PersonId) -> None:
        """Ask a colleague to join the call."""
        call = self.state.call
        if call is not None and call.third:
            others = tuple(one for one in self.state.declined if one != person_id)
            asked = tuple(dict.fromkeys((*self.state.asked, person_id)))
            self._set(replace(self.state, asked=asked, declined=others, problem=None))
            verb = self._video.invite(str(call.asked.id), str(person_id))
            self._do(verb, Problem(doing=Doing.INVITE), same)

    def hear_declined(self, declined: Declined) -> None:
        """A colleague said no."""
        call = self.state.call
        if call is not None and call.asked.id == declined.call:
            said = tuple(dict.fromkeys((*self.state.declined, declined.person)))
            self._set(replace(self.state, declined=said))

    def propose_callback(self) -> None:
        """Have a call back promised on the contact of the call, or of the one that ended."""
        of = self.state.partner or self.state.front
        if of is not None:
            self.callback_proposed.emit(of.contact_id)

    def go_back(self) -> None:
        """Ask for the file of the customer whose call is under way."""
        partner = self.state.partner
        if partner is not None and partner.customer_id is not None:
            self.customer_wanted.emit(partner.customer_id)

    def dismiss_problem(self) -> None:
        """What went wrong was read."""
        self._set(replace(self.state, problem=None))

    def _start(self, pressed: float, press: str, place: str = "") -> None:
        front = self.state.front
        if front is None or not self.can_start():
            return
        front = replace(front, place=place)
        self._ended.pop(front.contact_id, None)
        self._set(replace(self.state, beginning=True, partner=front, last=None, problem=None))
        self._do(self._begin(front, pressed, press), Problem(doing=Doing.BEGIN), _unbegun)

    def _last_of(self, front: Partner | None) -> Live | None:
        return None if front is None else self._ended.get(front.contact_id)

    async def _begin(self, front: Partner, pressed: float, press: str) -> None:
        self._begun(
            await self._video.begin(front.draft, self._person, pressed=pressed, press=press)
        )

    async def _reopen(self, call: Live) -> None:
        fresh = await self._video.page_again(str(call.asked.id))
        if self._is_under_way(call):
            self._set(replace(self.state, call=fresh))
            self.page_asked.emit(fresh.page)

    async def _hang_up(self, call: Live) -> None:
        try:
            await self._video.end(str(call.asked.id))
        except VideoFailed:
            # Nobody is kept in a call by a gateway that does not answer: it ends by itself there.
            if self._is_under_way(call):
                self._end(call)
            raise

    async def _check(self) -> None:
        readiness = replace(self.state.readiness, why=Unready.NO_ANSWER)
        try:
            with contextlib.suppress(VideoFailed):
                readiness = await self._video.check()
        finally:
            self._set(replace(self.state, readiness=readiness, checking=False))


def _partner(draft: Draft, customer: Customer | None) -> Partner:
    if customer is None:
        return Partner(draft=draft, name=who(None))
    known = customer.phone or customer.phone2
    phone = phones.national(known) if known else ""
    return Partner(draft=draft, name=who(customer), phone=phone, email=customer.email)


def _unended(state: VideoState) -> VideoState:
    return replace(state, ending=False)


def _unbegun(state: VideoState) -> VideoState:
    """A call that could not be begun is nobody's."""
    if state.call is None:
        return replace(state, beginning=False, partner=None)
    return replace(state, beginning=False)


def _known(partner: Partner | None, front: Partner | None) -> Partner | None:
    """With whom the call is: who called by their button may be known only now."""
    if partner is None or front is None or partner.contact_id != front.contact_id:
        return partner
    return front
