"""Requests at a lead's desk: the tab, its figure, and a word when one arrives."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app import pages
from desktop.app.exported.team import requests
from desktop.app.part import Part
from desktop.app.views import tab_of
from desktop.domain.latitude.requests import Asked
from desktop.services.latitude import REQUESTS_TOLD
from desktop.services.latitude.policies import Policies
from desktop.services.latitude.requests import Requests
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported
from desktop.ui.latitude.requests_view import RequestsView
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel
from desktop.ui.shell.team_page import TeamPage

TAB = "requests"
"""The tab of « Équipe »."""


class Leading(QObject):
    """`model` holds what this lead is asked for."""

    def __init__(self, part: Part, team: TeamPage, policies: Policies) -> None:
        super().__init__(part)
        self._window = part.window
        self._models = part.models
        self._team = team
        services = part.models.services
        asked = Requests(services.store, services.clock, services.changes)
        self.model = RequestsViewModel(asked, policies, part.models.person, services.language)
        self.model.setParent(self)
        title = QCoreApplication.translate("Latitude", "Demandes")
        team.add_tab(TAB, title, Later(lambda: RequestsView(self.model)))
        part.views.exported[tab_of(pages.SHARED, TAB)] = self._exported
        self.model.changed.connect(self._count)
        self.model.told.connect(self._tell)

    async def begin(self) -> None:
        """Start with what this lead was told of before."""
        preferences, person = self._models.services.preferences, self._models.person
        self.model.begin(await preferences.get(person.id, REQUESTS_TOLD, []))

    async def _exported(self) -> Exported | None:
        return requests(await self.model.whole(), self.model.label)

    def show(self) -> None:
        """Lead to what the team asks for."""
        self._window.show_page(pages.SHARED)
        self._team.show_tab(TAB)

    def _tell(self, new: Sequence[Asked]) -> None:
        if len(new) == 1:
            told = QCoreApplication.translate("Latitude", "{name} vous demande un geste.")
            told = told.format(name=new[0].person_name)
        else:
            told = QCoreApplication.translate("Latitude", "Des gestes vous sont demandés.")
        look = QCoreApplication.translate("Latitude", "Voir")
        self._window.toasts.say(told, "accent", look, 20).acted.connect(self.show)
        preferences, person = self._models.services.preferences, self._models.person
        tasks.run(preferences.put(person.id, REQUESTS_TOLD, list(self.model.known.kept())), self)

    def _count(self) -> None:
        self._team.set_badge(TAB, len(self.model.state.waiting))
