"""What comes from the server while one works, beyond the screens that read again by themselves."""

import asyncio

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.models import Models
from desktop.app.services import Services
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person
from desktop.domain.search import Match
from desktop.services.store.ballast import BallastState
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window

PATIENCE = 4.0
"""Seconds that a first desk waits for who leads the person: check-ins are addressed to them."""


async def lead_of(services: Services, person: Person) -> Person | None:
    """Who leads this person; at a first sign-in that comes with the first page that is pulled."""
    lead = await services.people.lead_of(person)
    if lead is None and services.shared is not None and services.shared.entered.led:
        heard = asyncio.Event()
        unlisten = services.changes.listen(
            lambda changed: heard.set() if changed.kind is Kind.PEOPLE else None
        )
        try:
            await asyncio.wait_for(heard.wait(), PATIENCE)
        except TimeoutError:
            return None
        finally:
            unlisten()
        lead = await services.people.lead_of(person)
    return lead


class Following(QObject):
    """Who leads, which guides there are, which names are known; and where a customer came from."""

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._reading = models.sync.state.status.progress is not None
        self._ballast = models.services.store.ballast.state
        self._lead = tasks.Latest(self)
        models.contact.changed.connect(self._look_at_disk)
        unlisten = models.services.changes.listen(self._hear)
        self.destroyed.connect(unlisten)
        models.sync.changed.connect(self._follow)
        models.search.fetched.connect(self._tell_where)

    def _look_at_disk(self) -> None:
        """A full disk was met, and the reserve saved what was written: say so while there is time."""
        before, self._ballast = self._ballast, self._models.services.store.ballast.state
        if before is BallastState.READY and self._ballast is BallastState.RELEASED:
            words = QCoreApplication.translate(
                "Following",
                "Le disque de ce poste est plein. La réserve a servi à enregistrer votre travail\u00a0: libérez de la place maintenant.",
            )
            self._window.toasts.say(words, "warning", seconds=60)

    def _hear(self, changed: Changed) -> None:
        self._look_at_disk()
        if changed.kind is Kind.PEOPLE:
            self._lead.run(self._read_lead())
        elif changed.kind is Kind.DOCUMENT:
            tasks.run(self._models.services.scripts.library(again=True), self)

    async def _read_lead(self) -> None:
        self._models.set_lead(await self._models.services.people.lead_of(self._models.person))

    def _follow(self) -> None:
        """Once the first reading is over, the names that came help to correct what is typed."""
        reading = self._models.sync.state.status.progress is not None
        if self._reading and not reading:
            tasks.run(self._models.services.search.warm(), self)
            self._models.customers.load_recent()
        self._reading = reading

    def _tell_where(self, match: Match) -> None:
        """A customer of another branch says so: whose they are, how long they stay, who knows."""
        if match.branch:
            words = QCoreApplication.translate(
                "Following",
                "Client de {branch}. Sa fiche reste 30 jours sur ce poste\u00a0; son ouverture est notée au journal.",
            ).format(branch=match.branch)
        else:
            words = QCoreApplication.translate(
                "Following",
                "Fiche lue sur le serveur. Elle reste 30 jours sur ce poste\u00a0; son ouverture est notée au journal.",
            )
        self._window.toasts.say(words, "info", seconds=10)
