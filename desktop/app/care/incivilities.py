"""What followed an incivility, at a desk: the lead's tab, the author's, and how each hears of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app import pages
from desktop.app.exported import incivilities
from desktop.app.models import Models
from desktop.app.views import Views, tab_of
from desktop.domain.care import FollowUp
from desktop.services.care import FollowUps
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.incivilities_view import IncivilitiesView
from desktop.ui.wellbeing.incivilities_viewmodel import IncivilitiesViewModel
from desktop.ui.wellbeing.own_incivilities_view import OwnIncivilitiesView
from desktop.ui.wellbeing.own_incivilities_viewmodel import OwnIncivilitiesViewModel

TAB = "incivilities"
READ = "care.followed_read"
"""Preference: ids of what followed and was read here."""


class Incivilities(QObject):
    """`lead` is there for who leads a team."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window, self._models, self._views = window, models, views
        services = models.services
        follow_ups = FollowUps(services.store, services.clock, services.changes)
        changes, person = services.changes, models.person
        self.own = OwnIncivilitiesViewModel(follow_ups, changes, person, self._keep)
        self.own.setParent(self)
        self.lead: IncivilitiesViewModel | None = None
        title = QCoreApplication.translate("Care", "Incivilités")
        views.own.add_tab(TAB, title, Later(lambda: OwnIncivilitiesView(self.own)))
        views.exported[tab_of(pages.MINE, TAB)] = self._exported_own
        self.own.changed.connect(self._count_own)
        self.own.arrived.connect(self._tell)
        if views.team is not None:
            self.lead = lead = IncivilitiesViewModel(services.care, follow_ups, changes, person)
            self.lead.setParent(self)
            views.team.add_tab(TAB, title, Later(lambda: IncivilitiesView(lead)))
            views.exported[tab_of(pages.SHARED, TAB)] = lambda: _of_team(lead)
            self.lead.changed.connect(self._count)
            self.lead.noted.connect(self._noted)
            views.team.tab_shown.connect(self._seen)

    async def begin(self) -> None:
        """Start with what the person has read before."""
        preferences = self._models.services.preferences
        self.own.begin(await preferences.get(self._models.person.id, READ, []))
        if self.lead is not None:
            self.lead.load()

    def show_own(self) -> None:
        """Show what followed one's own reports."""
        self._window.show_page(pages.MINE)
        self._views.own.show_tab(TAB)

    def show_team(self) -> None:
        """Show the lead's list."""
        if self._views.team is not None:
            self._window.show_page(pages.SHARED)
            self._views.team.show_tab(TAB)

    async def _keep(self, ids: Sequence[str]) -> None:
        person_id = self._models.person.id
        await self._models.services.preferences.put(person_id, READ, list(ids))

    async def _exported_own(self) -> Exported | None:
        return incivilities.own(await self.own.whole())

    def _count(self) -> None:
        if self._views.team is not None and self.lead is not None:
            self._views.team.set_badge(TAB, self.lead.state.waiting)

    def _count_own(self) -> None:
        self._views.own.set_badge(TAB, len(self.own.state.unread))

    def _seen(self, tab: str) -> None:
        """What the list shows has been looked at."""
        if tab == TAB and self._models.care is not None:
            self._models.care.see()

    def _tell(self, name: str) -> None:
        words = QCoreApplication.translate("Care", "{name} a donné suite à ce que vous avez vécu.")
        look = QCoreApplication.translate("Care", "Voir")
        toast = self._window.toasts.say(words.format(name=name), "accent", look, 15)
        toast.acted.connect(self.show_own)

    def _noted(self, noted: object) -> None:
        lead = self.lead
        if isinstance(noted, FollowUp) and lead is not None:
            words = QCoreApplication.translate("Care", "C’est noté. La personne le verra.")
            undo = QCoreApplication.translate("Care", "Annuler")
            toast = self._window.toasts.say(words, "success", undo, 9)
            toast.acted.connect(lambda: lead.take_back(noted))

    def start(self) -> None:
        """Read what the first screens show."""
        tasks.run(self.begin(), self)


async def _of_team(lead: IncivilitiesViewModel) -> Exported | None:
    return incivilities.of_team(await lead.whole())
