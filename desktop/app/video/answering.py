"""A customer's own button was answered: whose file it is, and a face before that is known."""

import asyncio
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.app.models import Models
from desktop.app.views import Views
from desktop.domain.contacts import Draft
from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import Customer
from desktop.domain.errors import Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.newcomers import Newcomer
from desktop.domain.phones import normalise
from desktop.domain.search import Match
from desktop.domain.video.ringing import Caller, Ring
from desktop.ui.customers.words import customer_name
from desktop.ui.kit import tasks
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


class Answering(QObject):
    """The face comes first: the call begins on a contact without a customer where none is certain."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._views = views
        self._awaited: tuple[CustomerId, Ring] | None = None
        self._unknown: Draft | None = None
        video = models.video
        video.rings.won.connect(self._won)
        video.call.changed.connect(self._follow)
        models.contact.draft_changed.connect(self._arrived)
        models.search.created.connect(self._created)
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

    def _in_front(self) -> CustomerId | None:
        draft = self._models.contact.state.draft
        return None if draft is None else draft.customer_id

    def _identify(self) -> None:
        if (customer_id := self._in_front()) is not None:
            self._awaits(customer_id)

    def _won(self, ring: Ring) -> None:
        tasks.run(self._answer(ring), self)

    async def _answer(self, ring: Ring) -> None:
        found = await self._find(ring.caller)
        draft = self._models.contact.state.draft
        if found is not None and draft is not None and draft.customer_id == found:
            self._models.video.call.answer(ring)
        elif found is not None:
            self._awaited = (found, ring)
            self._models.customers.open(found)
        else:
            begun = await self._models.services.contacts.begin(None, self._models.person)
            self._unknown = begun
            self._models.video.call.answer(ring, begun)
            self._views.create(_newcomer(ring.caller))

    async def _find(self, caller: Caller) -> CustomerId | None:
        """The one customer who has this number, or this phone; several are nobody's."""
        search = self._models.services.search
        matches: tuple[Match, ...] = ()
        if caller.number:
            # Who types a search meanwhile cancels this one: the face does not wait for either.
            with suppress(asyncio.CancelledError):
                found = await search.find(caller.number, 5)
                matches = tuple(one for one in found.matches if _bears(one, caller.number))
        if not matches and (phone := _phone(caller.phone)):
            matches = tuple(await search.by_phone(phone))
        return matches[0].customer_id if len({one.customer_id for one in matches}) == 1 else None

    def _arrived(self, draft: Draft | None) -> None:
        """The file is open, its contact under way: the call is of that contact."""
        if self._awaited is None or draft is None or draft.customer_id != self._awaited[0]:
            return
        ring, self._awaited = self._awaited[1], None
        self._models.video.call.answer(ring)

    def _created(self, customer: Customer) -> None:
        """A file that was made while nobody knew who calls is theirs."""
        if self._unknown is not None:
            self._awaits(customer.id)

    def _ask(self, file: CustomerFile | None) -> None:
        """A file that is opened meanwhile may be theirs: that is for the advisor to say."""
        if self._unknown is None or file is None:
            return
        words = QCoreApplication.translate("Video", "{name} est la personne de la vidéo\u202f?")
        toast = self._window.toasts.say(
            words.format(name=customer_name(file.customer)),
            "info",
            QCoreApplication.translate("Video", "Oui, c’est cette personne"),
            60,
        )
        customer_id = file.customer.id
        toast.acted.connect(lambda: self._awaits(customer_id))

    def _awaits(self, customer_id: CustomerId) -> None:
        """Have this customer's contact be the call's, now or once it is in front."""
        contact = self._models.contact
        draft = contact.state.draft
        if draft is not None and draft.customer_id == customer_id:
            self._adopt()
            return

        def adopt(arrived: Draft | None) -> None:
            if arrived is not None and arrived.customer_id == customer_id:
                contact.draft_changed.disconnect(adopt)
                self._adopt()

        contact.draft_changed.connect(adopt, Qt.ConnectionType.DirectConnection)

    def _adopt(self) -> None:
        unknown = self._unknown
        if unknown is not None and self._models.contact.adopt(unknown):
            self._unknown = None

    def _follow(self) -> None:
        """The face is seen at once, in a window of its own; a call that ends unknown is kept so."""
        state, unknown = self._models.video.call.state, self._unknown
        if unknown is None:
            return
        if state.call is not None and state.call.asked.contact_id == unknown.contact_id:
            if not unknown.videos:
                self._unknown = replace(unknown, videos=(state.call.asked.id,))
                self._views.video.detach()
        elif unknown.videos:
            self._unknown = None
            tasks.run(self._close(unknown), self)

    async def _close(self, unknown: Draft) -> None:
        await self._models.services.contacts.close(unknown)
        words = QCoreApplication.translate(
            "Video", "La vidéo est enregistrée, sans client\u00a0: personne n’a été reconnu."
        )
        self._window.toasts.say(words, "info", seconds=10)


def _newcomer(caller: Caller) -> Newcomer:
    given, _, family = caller.name.strip().rpartition(" ")
    return Newcomer(given_name=given, family_name=family, phone=caller.phone)


def _bears(match: Match, number: str) -> bool:
    """Whether this is the customer's number, or that of a contract of theirs, whole."""
    wanted = _signs(number)
    return bool(wanted) and wanted in (_signs(match.number), _signs(match.contract))


def _signs(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _phone(text: str) -> str:
    try:
        return normalise(text) if text.strip() else ""
    except Invalid:
        return ""
