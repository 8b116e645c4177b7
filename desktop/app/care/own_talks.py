"""An author hears, in passing, that their lead planned or held a talk with them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app import pages
from desktop.app.models import Models
from desktop.app.views import CHECK_INS, Views
from desktop.services.talks import Talks
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.own_talks_viewmodel import OwnTalksViewModel

TOLD = "talks.told"
"""Preference: ids of what was told here."""


class OwnTalks(QObject):
    """Who reads over a shoulder learns a name, and neither of a talk nor of what it follows."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window)
        self._window, self._models, self._views = window, models, views
        services = models.services
        talks = Talks(services.store, services.clock, services.changes)
        self.model = OwnTalksViewModel(talks, services.changes, models.person, self._keep)
        self.model.setParent(self)
        self.model.arrived.connect(self._tell)

    def start(self) -> None:
        """Tell what came since this person was here last."""
        tasks.run(self._begin(), self)

    async def _begin(self) -> None:
        preferences = self._models.services.preferences
        self.model.begin(await preferences.get(self._models.person.id, TOLD))

    async def _keep(self, ids: Sequence[str]) -> None:
        await self._models.services.preferences.put(self._models.person.id, TOLD, list(ids))

    def _tell(self, name: str) -> None:
        words = QCoreApplication.translate(
            "Talks", "Du nouveau de {name} dans «\u202fEt moi\u202f»."
        )
        look = QCoreApplication.translate("Talks", "Voir")
        toast = self._window.toasts.say(words.format(name=name), "accent", look, 15)
        toast.acted.connect(self._show)

    def _show(self) -> None:
        self._window.show_page(pages.MINE)
        self._views.own.show_tab(CHECK_INS)
