"""Waits for customers at a desk: said by a key or under a due date, told, taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.models import Models
from desktop.domain.awaiting import Awaiting
from desktop.domain.contacts import Resolution
from desktop.domain.timeline import Entry, EntryKind
from desktop.services.awaiting import UNDO, CustomerWaits
from desktop.ui.awaiting.viewmodel import AwaitingViewModel
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.ui.kit.toasts import Toast


def to_follow(entry: Entry) -> bool:
    """Whether a contact of the past still expects something of us."""
    return entry.resolution is Resolution.FOLLOW_UP


class Awaited(QObject):
    """`model` knows when we waited; the window tells what was said, with the way back."""

    def __init__(self, window: Window, models: Models, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._models = models
        self._undo: Toast | None = None
        services = models.services
        service = CustomerWaits(services.store, services.clock, services.changes)
        front = models.contact
        self.model = AwaitingViewModel(service, models.person.id, lambda: front.state.draft, self)
        front.draft_changed.connect(self.model.follow)
        models.customers.journey.waited.connect(self._turn_past)
        self.model.known.connect(models.customers.journey.set_waits)
        self.model.said.connect(self._said)
        self.model.taken_back.connect(self._taken_back)
        self.model.failed.connect(self._failed)

    def _turn_past(self, entry: Entry) -> None:
        customer_id = self._models.customers.journey.state.customer_id
        if customer_id is not None:
            self.model.turn_of(entry, customer_id)

    def _said(self, mark: Awaiting) -> None:
        self._models.contact.set_made(mark.contact_id, mark.id, made=True)
        self._forget()
        entry = self._models.customers.journey.entry_of((EntryKind.CONTACT, mark.contact_id))
        if mark.begins:
            told = QCoreApplication.translate(
                "Standards", "On attend le client\u00a0: l’échéance recule d’autant."
            )
        elif entry is not None and not to_follow(entry):
            told = QCoreApplication.translate("Standards", "C’est noté\u00a0: on ne l’attend plus.")
        else:
            told = QCoreApplication.translate(
                "Standards", "Le client a répondu\u00a0: le temps compte de nouveau."
            )
        undo = QCoreApplication.translate("Standards", "Annuler")
        toast = self._window.toasts.say(told, "success", undo, round(UNDO.total_seconds()))
        toast.acted.connect(lambda: self.model.take_back(mark))
        toast.closed.connect(self._closed)
        self._undo = toast

    def _taken_back(self, mark: Awaiting, traceless: bool) -> None:  # noqa: FBT001 - a signal's own
        self._forget()
        if traceless:
            self._models.contact.set_made(mark.contact_id, mark.id, made=False)
        self._window.toasts.say(QCoreApplication.translate("Standards", "C’est annulé."), "info")

    def _failed(self) -> None:
        self._window.toasts.say(
            QCoreApplication.translate(
                "Standards", "L’attente n’a pas pu être notée. Vous pouvez réessayer."
            ),
            "warning",
        )

    def _forget(self) -> None:
        """What the last toast offers is over."""
        toast, self._undo = self._undo, None
        if toast is not None:
            toast.dismiss()

    def _closed(self) -> None:
        if self._undo is self.sender():
            self._undo = None
