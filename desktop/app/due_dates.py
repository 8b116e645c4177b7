"""Due dates join a desk: by when a contact is to be answered on its channel, and why then."""

from datetime import datetime, timedelta

from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.places import RESOURCES
from desktop.app.views import Views
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Channel
from desktop.domain.standards import Standards, due
from desktop.domain.timeline import Entry, EntryKind
from desktop.services import standards
from desktop.ui.kit import tasks
from desktop.ui.kit.due_why import DueWhy
from desktop.ui.kit.due_words import DueShown, due_shown
from desktop.ui.shell.window import Window

LATER = timedelta(hours=1)
"""A shorter standard is over by the time somebody speaks with the customer."""


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
        models.contact.draft_changed.connect(lambda _draft: self._show())
        models.customers.journey.due_shown = self._of_entry
        self.destroyed.connect(models.services.changes.listen(self._hear))

    def begin(self) -> None:
        """Read the standards in force."""
        self._reading.run(self._read())

    async def _read(self) -> None:
        store = self.models.services.store
        self._standards = await standards.in_force(store, RESOURCES / "standards.yaml")
        self._show()

    def _hear(self, changed: Changed) -> None:
        """Standards that were pushed are in force at once, and at a machine's first sign-in."""
        if changed.kind is Kind.DOCUMENT:
            self._reading.run(self._read())

    def _show(self) -> None:
        draft = self.models.contact.state.draft
        shown = draft and self._due(draft.channel, draft.started_at, LATER)
        self.row.show_due(shown or None)

    def _of_entry(self, entry: Entry) -> DueShown | None:
        if entry.kind is not EntryKind.CONTACT or entry.channel is None:
            return None
        return self._due(entry.channel, entry.at)

    def _due(
        self, channel: Channel, received_at: datetime, least: timedelta = timedelta()
    ) -> DueShown | None:
        """None where nothing is expected of the channel, or less than `least` is."""
        asked = self._standards.of(channel) if self._standards else None
        if self._standards is None or asked is None or asked.limit < least:
            return None
        now = self.models.customers.journey.here()
        return due_shown(due(asked, received_at, self._standards.calendar), asked, now)
