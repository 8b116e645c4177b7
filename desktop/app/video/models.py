"""The view-models of video, and what of theirs is a matter of the contact, the promises, the search."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.app.video.facade import Calls
from desktop.domain.contacts import Draft, PromiseKind
from desktop.domain.customers import Customer
from desktop.domain.errors import OutsideFailed, Refused, VideoFailed
from desktop.domain.ids import ContactId
from desktop.domain.people import Person
from desktop.domain.video.calls import VideoPhoto
from desktop.services.clock import Clock
from desktop.ui.contacts.state import Stage
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.kit import tasks
from desktop.ui.video.photos_viewmodel import PhotosViewModel
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.viewmodel import VideoViewModel

MINUTE_MS: Final = 60_000
"""Between two looks at the gateway: the key tells beforehand whether it can be used."""


class VideoModels(QObject):
    """`call`, `rings` and `photos`; the contact in front is theirs too."""

    def __init__(
        self, calls: Calls, person: Person, clock: Clock, contact: ContactViewModel
    ) -> None:
        super().__init__(contact)
        self.calls = calls
        self.facade = video = calls.facade
        self.call = VideoViewModel(video, person, clock, self)
        self.rings = RingsViewModel(video, clock, self)
        self.photos = PhotosViewModel(self._pictures, clock, self)
        self._person = person
        self._contact = contact
        self._busy = self._owed = False
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.call.check)
        contact.draft_changed.connect(self._show)
        self.call.changed.connect(self._note)
        self.call.callback_proposed.connect(self._promise)

    def begin(self) -> None:
        """Say who is here, look at the gateway now and each minute, record what a crash left."""
        tasks.run(self._begin(), self)

    async def _begin(self) -> None:
        try:
            # One may leave before the gateway has answered: that is no fault.
            with suppress(VideoFailed):
                await self.facade.start(self._person, self.calls.team)
        finally:
            # Whatever kept it from being looked at now: it is looked at again.
            self.call.refresh()
            self._minute.start()

    async def _pictures(self, call_id: str) -> tuple[VideoPhoto, ...]:
        """A call's photos, those that a colleague's machine took brought here where that can be."""
        photos = await self.facade.photos(call_id)
        bring = self.calls.picture
        if bring is None or all(one.data for one in photos):
            return photos
        for one in photos:
            # Without the line, or where it was erased, the viewer says that it is not here.
            with suppress(OutsideFailed, Refused):
                await bring(one.id)
        return await self.facade.photos(call_id)

    def _show(self, draft: Draft | None) -> None:
        state = self._contact.state
        here = self._is_of(state.customer)
        if draft is None and here and state.stage in (Stage.CLOSED, Stage.LOADING):
            # Closed while its call goes on: the call stays in sight until it ends.
            return
        self.call.show(draft, state.customer)
        if self._owed and here:
            self._call_back()
        self._owed = False

    def _is_of(self, customer: Customer | None) -> bool:
        of = self.call.state.partner
        return of is not None and customer is not None and of.customer_id == customer.id

    def _note(self) -> None:
        """The contact knows its calls; who is in one is not rung."""
        state, was_busy = self.call.state, self._busy
        self._busy = state.busy
        self.rings.set_busy(state.busy)
        if state.call is not None:
            self._contact.add_video(state.call.asked.contact_id, state.call.asked.id)
        elif was_busy and not state.busy and self._contact.state.draft is None:
            # Its contact was closed meanwhile: the card is that of what is in front.
            self.call.show(None)

    def _promise(self, contact_id: ContactId) -> None:
        """On the contact in front; where it was closed meanwhile, on the one that follows it."""
        contact = self._contact
        draft = contact.state.draft
        if draft is None and self._is_of(contact.state.customer):
            self._owed = True
            contact.begin_again()
        elif draft is not None and (
            draft.contact_id == contact_id or self._is_of(contact.state.customer)
        ):
            self._call_back()

    def _call_back(self) -> None:
        self._owed = False
        self._contact.promise(PromiseKind.CALLBACK)
