"""What the window says of what happened: toasts, badges, the contact under way, presence."""

import logging
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from desktop.app import pages
from desktop.app.models import Models
from desktop.domain.contacts import Draft
from desktop.domain.drafts import Closed
from desktop.domain.errors import StoreUnavailable
from desktop.ui.contacts.state import Stage
from desktop.ui.customers.words import customer_name
from desktop.ui.kit import dates
from desktop.ui.kit.saving import Saving
from desktop.ui.kit.toasts import Toast
from desktop.ui.shell.presence import Presence
from desktop.ui.shell.statusbar import Saved
from desktop.ui.shell.window import Window

PATIENCE_MS = 600
"""A write that takes less is not worth a flicker."""

SAVED = {
    Saving.UNTOUCHED: Saved.SAVED,
    Saving.SAVED: Saved.SAVED,
    Saving.SAVING: Saved.SAVING,
    Saving.FAILED: Saved.FAILED,
}


class Notices(QObject):
    """Listens to the view-models and speaks through the window."""

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._presence = Presence.AVAILABLE
        self._shown: Presence | None = None
        self._undoing: Toast | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(lambda: window.set_saved(Saved.SAVING))
        contact = models.contact
        contact.changed.connect(self._follow)
        contact.elapsed.ticked.connect(lambda _seconds: self._tell_contact())
        contact.closed.connect(self._closed)
        contact.undone.connect(self._undone)
        window.presence_picked.connect(self._be)
        window.contact_asked.connect(self._go_to_contact)
        models.promises.counted.connect(lambda count: window.rail.set_badge(pages.PROMISES, count))
        models.check_in.saved.connect(self._thank)
        self._be(Presence.AVAILABLE)

    def fail(self, error: BaseException) -> None:
        """Something did not work that nobody was waiting for: say so, and log what it was."""
        logging.getLogger(__name__).error("a task failed", exc_info=error)
        words = QCoreApplication.translate(
            "Notices", "Cela n’a pas marché. Ce qui était enregistré le reste\u202f; réessayez."
        )
        if isinstance(error, StoreUnavailable):
            words = QCoreApplication.translate(
                "Notices",
                "Les données de ce poste ne se lisent pas pour l’instant. Rien n’est perdu\u202f; réessayez.",
            )
        self._window.toasts.say(words, "warning")

    def hold_back(self) -> None:
        """One was about to leave what is not saved yet."""
        words = QCoreApplication.translate(
            "Notices",
            "Un texte n’est pas encore enregistré. Copiez-le avant de partir\u00a0: à la prochaine demande, "
            "la fenêtre vous laissera aller.",
        )
        self._window.toasts.say(words, "warning", seconds=15)

    def _be(self, presence: Presence) -> None:
        self._presence = presence
        self._show_presence()

    def _show_presence(self) -> None:
        """Only when it changed: this is asked at each letter that is typed."""
        seen = self._seen()
        if seen is not self._shown:
            self._shown = seen
            self._window.set_presence(seen)

    def _seen(self) -> Presence:
        """What others see: a contact under way shows by itself, a pause stays what was chosen."""
        busy = self._models.contact.state.stage is Stage.OPEN
        if busy and self._presence is Presence.AVAILABLE:
            return Presence.IN_CONTACT
        return self._presence

    def _go_to_contact(self) -> None:
        self._window.show_page(pages.CUSTOMER)

    def _follow(self) -> None:
        self._tell_saved(SAVED[self._models.contact.state.saving])
        self._show_presence()
        self._tell_contact()

    def _tell_saved(self, saved: Saved) -> None:
        if saved is not Saved.SAVING:
            self._slow.stop()
            self._window.set_saved(saved)
        elif not self._slow.isActive():
            self._slow.start(PATIENCE_MS)

    def _tell_contact(self) -> None:
        state = self._models.contact.state
        if state.draft is None or state.customer is None:
            self._window.set_contact()
            return
        elapsed = dates.clock(self._models.contact.elapsed.seconds)
        self._window.set_contact(customer_name(state.customer), elapsed)

    def _closed(self, closed: Closed) -> None:
        self._forget()
        toast = self._window.toasts.say(
            QCoreApplication.translate("Notices", "Contact enregistré."),
            "success",
            QCoreApplication.translate("Notices", "Annuler"),
            _seconds_until(closed.undo_until, self._models.services.clock.now()),
        )
        toast.acted.connect(self._models.contact.undo)
        self._undoing = toast

    def _forget(self) -> None:
        """What the last toast offers is over: only the latest close can be taken back."""
        if self._undoing is not None and isValid(self._undoing):
            self._undoing.dismiss()
        self._undoing = None

    def _undone(self, _draft: Draft) -> None:
        self._forget()
        self._window.toasts.say(
            QCoreApplication.translate("Notices", "Le contact est de nouveau ouvert."), "info"
        )

    def _thank(self, _saved: object) -> None:
        self._window.toasts.say(
            QCoreApplication.translate(
                "Notices", "Merci. Vous pouvez changer d’avis dans «\u202fEt moi\u202f»."
            ),
            "success",
        )


def _seconds_until(until: datetime, now: datetime) -> int:
    return max(1, round((until - now).total_seconds()))
