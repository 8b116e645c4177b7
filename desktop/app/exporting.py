"""Exports join a desk: Ctrl+E writes what the page in front shows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.exported import contact, lists
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.views import Views
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId
from desktop.domain.timeline import Entry, EntryKind
from desktop.services.exports import Exports
from desktop.ui.exporting import words
from desktop.ui.exporting.overlay import ExportOverlay
from desktop.ui.exporting.viewmodel import ExportViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.browser import open_browser
from desktop.ui.kit.printing import Exported, Giving
from desktop.ui.kit.rows import ROW
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window

COMMA = "export.comma"
"""Name of the preference that remembers how decimals are written."""


class ExportingPart(Part):
    """Other parts name what their pages give in `views.exported`."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        self._exports = Exports(models.services.store)
        self.viewmodel = ExportViewModel(self._exports, self)
        self.overlay: ExportOverlay | None = None
        self._latest = tasks.Latest(self)
        views.exported[pages.DAY] = self._day
        views.exported[pages.PROMISES] = self._promises
        self.viewmodel.written.connect(self._tell)
        self.viewmodel.comma_changed.connect(self._keep_comma)

    def begin(self) -> None:
        """Write decimals as last time; until somebody chooses, as the language on screen does."""
        tasks.run(self._read_comma(), self)

    def actions(self) -> tuple[Action, ...]:
        """What is shown, and the journey of the customer in front."""
        return (
            Action(
                id="export.page",
                title=lambda: QCoreApplication.translate("Actions", "Exporter ce qui est montré"),
                run=self.export_page,
                keys=("Ctrl+E",),
                enabled=self._may_export,
                group=Group.WINDOW,
                icon="download",
            ),
            Action(
                id="export.journey",
                title=lambda: QCoreApplication.translate("Actions", "Exporter le parcours"),
                run=self.export_journey,
                enabled=lambda: self.models.customers.state.file is not None,
                group=Group.CUSTOMER,
                icon="download",
            ),
        )

    def export_page(self) -> None:
        """Ask in which form what the page shows is wanted."""
        place = self.views.place()
        if place == pages.CUSTOMER:
            self._latest.run(self._export_contact())
        elif giving := self.views.exported.get(place):
            self._latest.run(self._export_page(place, giving))
        else:
            self._offer(None)

    def export_journey(self) -> None:
        """Ask in which form all of the journey of the customer in front is wanted."""
        self._latest.run(self._export_journey())

    async def _export_page(self, place: str, giving: Giving) -> None:
        exported = await giving()
        if self.views.place() == place:
            self._offer(exported)

    def _may_export(self) -> bool:
        page = self.window.page()
        if page == pages.CUSTOMER:
            return self._contact_id() is not None
        return page in (*self.views.exported, pages.MINE, pages.SHARED)

    async def _export_contact(self) -> None:
        """The contact that is chosen in the journey, else the latest one."""
        contact_id = self._contact_id()
        if contact_id is None:
            return
        try:
            told = await self._exports.contact(contact_id)
        except Gone:
            return
        zone = self._exports.now().tzinfo
        if zone is not None and self._contact_id() == contact_id:
            journey = self.models.customers.journey
            labels = contact.Labels(
                journey.reason_label, journey.gesture_label, journey.guide_title
            )
            self._offer(contact.document(told, zone, labels))

    def _contact_id(self) -> ContactId | None:
        rows: tuple[Entry, ...] = tuple(self.models.customers.journey.rows.rows())
        chosen = self.views.column.journey.list.currentIndex().data(ROW)
        if isinstance(chosen, Entry) and chosen.kind is EntryKind.CONTACT and chosen in rows:
            return ContactId(chosen.id)
        found = next((one.id for one in rows if one.kind is EntryKind.CONTACT), None)
        return None if found is None else ContactId(found)

    async def _export_journey(self) -> None:
        file, journey = self.models.customers.state.file, self.models.customers.journey
        if file is None:
            return
        entries = await journey.whole()
        if journey.state.customer_id == file.customer.id:
            self._offer(lists.journey(entries, file.customer.full_name, journey.reason_label))

    async def _day(self) -> Exported:
        return lists.day(await self.models.day.whole(), self.models.day.reason_label)

    async def _promises(self) -> Exported:
        return lists.promises(await self.models.promises.whole())

    def _offer(self, exported: Exported | None) -> None:
        if exported is None:
            nothing = QCoreApplication.translate("Exporting", "Rien à exporter ici.")
            self.window.toasts.say(nothing, "info")
            return
        if self.overlay is None:
            self.overlay = ExportOverlay(self.window, self.viewmodel)
        self.viewmodel.offer(exported)
        self.overlay.open()

    def _tell(self, paths: list[Path]) -> None:
        show = QCoreApplication.translate("Exporting", "Ouvrir le dossier")
        toast = self.window.toasts.say(words.written(paths), "success", show, 10)
        toast.acted.connect(_opening(paths[0].parent))

    async def _read_comma(self) -> None:
        services, person = self.models.services, self.models.person
        usual = services.language != "en"  # French is the source, also where none was named
        self.viewmodel.begin(comma=bool(await services.preferences.get(person.id, COMMA, usual)))

    def _keep_comma(self, comma: bool) -> None:  # noqa: FBT001 - a slot
        services, person = self.models.services, self.models.person
        tasks.run(services.preferences.put(person.id, COMMA, comma), self)


def _opening(folder: Path) -> Callable[[], None]:
    return lambda: open_browser(folder.as_uri())
