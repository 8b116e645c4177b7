"""The mirror joins a desk: its page, for everybody, and what the palette offers of it."""

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.app import pages
from desktop.app.exported import mirror
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.places import RESOURCES
from desktop.app.reasons import options
from desktop.app.services import Services
from desktop.app.views import Views
from desktop.domain.changes import Changed, Kind
from desktop.domain.standards import Standards
from desktop.services import standards
from desktop.services.mirror import ConnectedMirrors, Mirrors
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported
from desktop.ui.mirror.view import MirrorView
from desktop.ui.mirror.viewmodel import MirrorViewModel
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window

SETTLING = 5000
"""Milliseconds from the first fact that came to the reading: a pull brings many at once."""

HEARD = (
    Kind.CONTACT, Kind.AWAITING, Kind.ANSWER, Kind.INCIVILITY, Kind.STEP_OFF, Kind.CHECK_IN, Kind.PAUSE
)  # fmt: skip


class MirrorPart(Part):
    """Its page reads when it is shown, and again when facts come while it is in front."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services = models.services
        self.viewmodel = MirrorViewModel(_mirrors(services), models.person, self)
        self._place = Later(
            lambda: MirrorView(self.viewmodel, options(services.reasons, services.language))
        )
        window.add_page(pages.MIRROR, self._place)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLING)
        self._soon.timeout.connect(self._read_if_seen)
        self.destroyed.connect(services.changes.listen(self._hear))
        views.exported[pages.MIRROR] = self._exported

    @property
    def view(self) -> MirrorView:
        """The page, built at its first use."""
        return self._place.made()

    def actions(self) -> tuple[Action, ...]:
        """The estimate gap, and the mirror as a table."""
        return (
            Action(
                id="mirror.gap",
                title=lambda: QCoreApplication.translate("Actions", "Voir l’écart d’estimation"),
                run=self._show_gap,
                group=Group.GO,
                icon="flip-vertical-2",
            ),
            Action(
                id="mirror.table",
                title=lambda: QCoreApplication.translate("Actions", "Voir le miroir en tableau"),
                run=self._show_table,
                group=Group.GO,
                icon="table-2",
            ),
        )

    async def _exported(self) -> Exported | None:
        return mirror.of(self.view, self.viewmodel)

    def _hear(self, changed: Changed) -> None:
        """What came while the page is in front is read once for all that comes with it."""
        here = self.window.page() == pages.MIRROR
        if changed.kind in HEARD and here and not self._soon.isActive():
            self._soon.start()

    def _read_if_seen(self) -> None:
        if self.window.page() == pages.MIRROR and not self.viewmodel.state.loading:
            self.viewmodel.visit()

    def _show_gap(self) -> None:
        self.window.show_page(pages.MIRROR)
        self.view.turn_to(1)
        self.view.take_focus()

    def _show_table(self) -> None:
        self.window.show_page(pages.MIRROR)
        self.view.show_table()
        self.view.take_focus()


def _mirrors(services: Services) -> Mirrors:
    """Counted here, or where everybody's facts are."""

    async def in_force() -> Standards | None:
        return await standards.in_force(services.store, RESOURCES / "standards.yaml")

    store, clock, shared = services.store, services.clock, services.shared
    if shared is None:
        return Mirrors(store, clock, in_force)
    return ConnectedMirrors(store, clock, in_force, shared.ask)
