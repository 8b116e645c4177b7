"""A customer's own button was answered: whose file it is, and a face before that is known."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.models import Models
from desktop.app.video.callers import matching, newcomer_of
from desktop.app.video.unknown import Unknown
from desktop.app.views import Views
from desktop.domain.contacts import Draft
from desktop.domain.customer_file import CustomerFile
from desktop.domain.errors import StoreUnavailable
from desktop.domain.ids import CustomerId
from desktop.domain.search import Match
from desktop.domain.video.ringing import Ring
from desktop.ui.kit import tasks
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window

FOLLOWS: Final = 5.0
"""Seconds until a gateway rings the others, where nobody made the call of a press that was won."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A press that was won, while the file of who pressed comes to the front."""

    customer_id: CustomerId
    ring: Ring
    until: float


class Answering(QObject):
    """The face comes first: the call begins on a contact without a customer where none is certain."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._views = views
        self._awaited: Awaited | None = None
        self._unknown: Unknown | None = None
        video = models.video
        video.rings.won.connect(self._won)
        video.call.changed.connect(self._follow)
        video.call.page_asked.connect(self._show)
        models.contact.draft_changed.connect(self._arrived)
        # A file that was made while nobody knew who calls is theirs.
        models.search.created.connect(lambda customer: self._awaits(customer.id))
        models.customers.shown.connect(self._ask)

    def actions(self) -> tuple[Action, ...]:
        """What the toast offers, by the palette."""
        return (
            Action(
                id="video.identify",
                title=lambda: QCoreApplication.translate(
                    "Actions", "La personne de la vidéo est le client affiché"
                ),
                run=self._identify,
                enabled=lambda: self._unknown is not None and self._in_front() is not None,
                group=Group.CONTACT,
                icon="user",
            ),
        )

    async def leave(self) -> None:
        """Whoever signs out in such a call leaves its contact in the store."""
        unknown = self._forget()
        if unknown is not None and unknown.draft.videos:
            with suppress(StoreUnavailable):
                await self._models.services.contacts.close(unknown.draft)

    def _in_front(self) -> CustomerId | None:
        draft = self._models.contact.state.draft
        return None if draft is None else draft.customer_id

    def _identify(self) -> None:
        if (customer_id := self._in_front()) is not None:
            self._awaits(customer_id)

    def _won(self, ring: Ring) -> None:
        self._views.forms.stop_check_in()
        tasks.run(self._answer(ring), self)

    async def _answer(self, ring: Ring) -> None:
        services = self._models.services
        matches = await matching(ring.caller, services.search)
        found = matches[0].customer_id if len(matches) == 1 else None
        if found is not None and self._in_front() == found:
            self._models.video.call.answer(ring)
        elif found is not None:
            until = services.clock.monotonic() + FOLLOWS
            self._awaited = Awaited(customer_id=found, ring=ring, until=until)
            self._models.customers.open(found)
        else:
            await self._meet(ring, matches)

    async def _meet(self, ring: Ring, matches: tuple[Match, ...]) -> None:
        """Begin with somebody who may be one of these, or new."""
        begun = await self._models.services.contacts.begin(None, self._models.person)
        self._models.video.call.answer(ring, begun)
        if not self._models.video.call.state.beginning:
            return
        self._unknown = Unknown(draft=begun)
        if matches:
            self._models.search.show_matches(matches)
            self._views.search.take_focus()
        else:
            self._views.create(newcomer_of(ring.caller))

    def _arrived(self, draft: Draft | None) -> None:
        """A contact is under way in front: that of who called, or who was recognised."""
        awaited, unknown = self._awaited, self._unknown
        if draft is None or draft.customer_id is None:
            return
        if awaited is not None and draft.customer_id == awaited.customer_id:
            self._awaited = None
            if self._models.services.clock.monotonic() <= awaited.until:
                self._models.video.call.answer(awaited.ring)
        elif unknown is not None and draft.customer_id == unknown.theirs:
            self._adopt(unknown)

    def _ask(self, file: CustomerFile | None) -> None:
        """A file that is opened meanwhile may be theirs: that is for the advisor to say."""
        if self._unknown is not None and file is not None:
            customer_id = file.customer.id
            self._unknown.ask(self._window.toasts, file, lambda: self._awaits(customer_id))

    def _awaits(self, customer_id: CustomerId) -> None:
        """Have this customer's contact be the call's, now or once it is in front."""
        if self._unknown is not None:
            self._unknown.unask()
            self._unknown.theirs = customer_id
            self._arrived(self._models.contact.state.draft)

    def _adopt(self, unknown: Unknown) -> None:
        self._unknown, unknown.theirs = None, None
        if self._models.contact.adopt(unknown.draft):
            return
        # It has facts of its own, which stay its own.
        self._unknown = unknown
        words = QCoreApplication.translate(
            "Video", "Ce contact garde ce qui y est déjà noté\u00a0: la vidéo reste à part."
        )
        self._window.toasts.say(words, "info", seconds=10)

    def _follow(self) -> None:
        """A call that ends unknown is kept so."""
        state, unknown = self._models.video.call.state, self._unknown
        if unknown is None or state.beginning:
            return
        if state.call is None:
            self._forget()
            tasks.run(self._end(unknown.draft), self)
        elif not unknown.draft.videos:
            unknown.draft = replace(unknown.draft, videos=(state.call.asked.id,))

    def _show(self, page: str) -> None:
        """The face is seen at once, in a window of its own: no file is there to stand beside it."""
        unknown = self._unknown
        if page and unknown is not None and not unknown.seen:
            unknown.seen = True
            self._views.video.detach(typing=True)

    def _forget(self) -> Unknown | None:
        unknown, self._unknown = self._unknown, None
        if unknown is not None:
            unknown.unask()
        return unknown

    async def _end(self, draft: Draft) -> None:
        if draft.videos:
            await self._models.services.contacts.close(draft)
            words = QCoreApplication.translate(
                "Video", "La vidéo est enregistrée, sans client\u00a0: personne n’a été reconnu."
            )
        else:
            words = QCoreApplication.translate(
                "Video", "La vidéo n’a pas commencé\u00a0: le client n’attend plus."
            )
        self._window.toasts.say(words, "info", seconds=10)
