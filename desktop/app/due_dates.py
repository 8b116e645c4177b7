"""Due dates join a desk: by when a contact is to be answered on its channel, and why then."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.awaiting import Awaited, to_follow
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.places import RESOURCES
from desktop.app.views import Views
from desktop.domain.awaiting import still
from desktop.domain.business_time import Calendar
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.standards import Standard, Standards, Wait, due, judged
from desktop.domain.timeline import Entry, EntryKind
from desktop.services import standards
from desktop.ui.contacts.state import Stage
from desktop.ui.kit import tasks
from desktop.ui.kit.due_why import DueWhy
from desktop.ui.kit.due_words import (
    DueShown,
    closed_shown,
    due_shown,
    judged_shown,
    left_waiting,
    unexpected_shown,
)
from desktop.ui.shell.actions import Action, Actions, Group
from desktop.ui.shell.window import Window

LATER = timedelta(hours=1)
"""A shorter standard is over by the time somebody speaks with the customer."""


AWAIT = "contact.await"
"""The action of Ctrl+R."""


class DueDatesPart(Part):
    """Under the channel of the contact in front, and on each contact of the journey."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        self._standards: Standards | None = None
        self._reading = tasks.Latest(self)
        self.row = DueWhy()
        form = views.wrap_up.form
        form.add_after_channel(self.row)
        self.row.turned.connect(form.order)
        self.awaited = Awaited(window, models, self)
        self.awaited.model.changed.connect(self._show)
        self.row.waited.connect(self.awaited.model.turn)
        models.contact.draft_changed.connect(lambda _draft: self._show())
        models.customers.journey.due_shown = self._of_entry
        self.destroyed.connect(models.services.changes.listen(self._hear))

    def actions(self) -> tuple[Action, ...]:
        """Ctrl+R: the clock waits for the customer, and runs again."""
        words = QCoreApplication.translate("Actions", "J’attends le client, ou le client a répondu")
        return actions_of(
            Group.CONTACT, Row(AWAIT, words, self._turn, "Ctrl+R", "hourglass", self._may_turn)
        )

    def begin(self) -> None:
        """Read the standards in force; the row shows the key in force."""
        for registry in self.window.findChildren(Actions):
            registry.changed.connect(self._show_key)
        self._show_key()
        self._reading.run(self._read())

    async def _read(self) -> None:
        store = self.models.services.store
        self._standards = await standards.in_force(store, RESOURCES / "standards.yaml")
        self._show()

    def _hear(self, changed: Changed) -> None:
        """Standards that were pushed are in force at once, and at a machine's first sign-in."""
        if changed.kind is Kind.DOCUMENT:
            self._reading.run(self._read())

    def _turn(self) -> None:
        self.window.show_page(pages.CUSTOMER)
        self.awaited.model.turn()

    def _may_turn(self) -> bool:
        draft = self.models.contact.state.draft
        return draft is not None and self._says(draft)

    def _says(self, draft: Draft) -> bool:
        """Whether it can be said of this contact: a colleague finds it in the customer's file."""
        open_ = self.models.contact.state.stage is Stage.OPEN
        return open_ and draft.customer_id is not None and self._standard(draft) is not None

    def _standard(self, draft: Draft) -> Standard | None:
        """None where nothing is expected of the channel, or it is over while one speaks."""
        asked = self._standards.of(draft.channel) if self._standards else None
        return None if asked is None or asked.limit < LATER else asked

    def _show_key(self) -> None:
        for registry in self.window.findChildren(Actions):
            if any(one.id == AWAIT for one in registry.all()):
                self.row.set_key((registry.keys_of(AWAIT) or ("",))[0])

    def _show(self) -> None:
        draft = self.models.contact.state.draft
        asked = None if draft is None else self._standard(draft)
        if self._standards is None or draft is None or asked is None:
            self.row.show_due(None)
            return
        waits = self.awaited.model.waits
        found = due(asked, draft.started_at, self._standards.calendar, waits)
        waiting = still(waits) if self._says(draft) else None
        now = self.models.customers.journey.here()
        self.row.show_due(due_shown(found, asked, now, waiting=waiting))

    def _of_entry(self, entry: Entry) -> DueShown | None:
        if entry.kind is not EntryKind.CONTACT or entry.channel is None or self._standards is None:
            return None
        asked = self._standards.of(entry.channel)
        waiting = still(entry.waits)
        if asked is None:
            return left_waiting(unexpected_shown()) if waiting else None
        now = self.models.customers.journey.here()
        if entry.waited_s is None and to_follow(entry) and asked.limit >= LATER:
            stands = due(asked, entry.at, self._standards.calendar, entry.waits)
            return due_shown(stands, asked, now, waiting=waiting)
        shown = _past(entry, asked, self._standards.calendar, now)
        return left_waiting(shown) if waiting else shown


def _past(entry: Entry, asked: Standard, calendar: Calendar, now: datetime) -> DueShown:
    """Of a contact that is over."""
    if entry.waited_s is None:
        return closed_shown(due(asked, entry.at, calendar, entry.waits), asked, now)
    wait = Wait(
        channel=asked.channel,
        received_at=entry.at,
        seconds=entry.waited_s,
        abandoned=entry.abandoned,
        waits=entry.waits,
    )
    found = judged(asked, wait, calendar)
    return judged_shown(found, asked, now, wait.ended_at, abandoned=entry.abandoned)
