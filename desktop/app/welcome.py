"""Before anybody works: the store is opened, the demonstration made, and who comes is asked."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from desktop.app import places, zone
from desktop.app.loading import loaded
from desktop.config import Settings
from desktop.domain.errors import StoreUnavailable
from desktop.domain.people import Person
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.ui.shell.sign_in_view import SignInView
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.app.services import Services
    from desktop.ui.shell.connect_view import ConnectView
    from desktop.ui.shell.connect_viewmodel import ConnectViewModel


async def told(signal: SignalInstance) -> Any:
    """What a signal carries when it is next emitted; None for a signal that carries nothing."""
    heard = asyncio.Event()
    carried: list[Any] = []

    def hear(*values: Any) -> None:
        carried.extend(values)
        heard.set()

    signal.connect(hear)
    await heard.wait()
    return carried[0] if carried else None


class Welcome(QObject):
    """Covers the window with what there is to see or to say until somebody is signed in."""

    given_up = Signal()

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self.offered = False
        """Whether people are on offer, for somebody to say who they are."""
        self.connect_view: ConnectView | None = None
        """The screen on which one signs in at a shared database, while it is shown."""
        self._window = window
        self._settings = settings
        self._named = settings.sign_in_as.casefold()

    async def open(self) -> LocalStore:
        """The store, with the demonstration's world if it is its. Raises StoreUnavailable."""
        places.make_folder(self._settings)
        store = await LocalStore.open(places.store_of(self._settings), Clock(zone.here()))
        try:
            if places.demonstration(self._settings):
                await self._fill(store)
        except BaseException:
            await store.close()
            raise
        return store

    async def _fill(self, store: LocalStore) -> None:
        """Make or move the demonstration's world."""
        await loaded("desktop.services.demo.world")
        from desktop.services.demo import world

        words = QCoreApplication.translate(
            "Start",
            "La démonstration se prépare\u00a0: 2\u202f000 clients inventés, douze semaines de contacts.",
        )
        view = self._sign_in_view()
        folder = places.RESOURCES / "demo"
        await world.prepare(store, folder, lambda done: view.set_progress(words, done))

    async def show(self, trouble: StoreUnavailable) -> None:
        """Say what keeps the store from being used, and wait until it is to be tried again."""
        from desktop.ui.shell.trouble_view import TroubleView

        view = TroubleView(trouble)
        view.quit_asked.connect(self.given_up)
        self._window.cover(view)
        await told(view.retry_asked)
        self._window.uncover()

    async def who(self, services: "Services") -> Person:
        """Who works here now: named by a flag at the start, else asked."""
        people = await services.people.all()
        named, self._named = self._named, ""
        for person in people:
            if named and named in {person.sign_in.casefold(), person.name.casefold(), person.id}:
                return person
        if not people:
            return await self._first_person(services)
        teams = {team.id: team.name for team in await services.people.teams()}
        view = self._sign_in_view()
        view.set_people(people, teams)
        self.offered = True
        chosen: Person = await told(view.picked)
        self.offered = False
        return chosen

    async def _first_person(self, services: "Services") -> Person:
        from desktop.ui.shell.first_person_view import FirstPersonView

        view = FirstPersonView(places.shown(places.store_of(self._settings)))
        self._window.cover(view)
        return await services.people.begin(await told(view.named))

    async def connect_through(
        self, view: "ConnectView", model: "ConnectViewModel", file: Path | None
    ) -> Any:
        """Who signed in at the shared database, as the gate gave them."""
        self.connect_view = view
        self._window.cover(view)
        model.load(file)
        entered = await told(model.signed_in)
        self.connect_view = None
        return entered

    def _sign_in_view(self) -> SignInView:
        view = SignInView("Lumio" if places.demonstration(self._settings) else "")
        self._window.cover(view)
        return view
