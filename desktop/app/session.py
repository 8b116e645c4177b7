"""A session of the window: the store is opened, somebody signs in, works, and signs out."""

import asyncio
import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, SignalInstance

from desktop.app import marks as bench
from desktop.app import places
from desktop.app.marks import Marks
from desktop.app.single import SingleWindow
from desktop.config import Settings
from desktop.domain.errors import StoreUnavailable
from desktop.domain.people import Person
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.app.desk import Desk
    from desktop.app.services import Services
    from desktop.services.store.local import LocalStore
    from desktop.ui.shell.sign_in_view import SignInView

HEAVY = ("desktop.services.store.local", "desktop.app.services")
"""Loaded in a thread, so that the window stays alive meanwhile."""


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


class Session(QObject):
    """From the first paint to the window's end."""

    def __init__(self, window: Window, settings: Settings, single: SingleWindow | None) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.desk: Desk | None = None
        self.services: Services | None = None
        self.offered = False
        """Whether people are on offer, for somebody to say who they are."""
        self._ended = asyncio.Event()
        self._broken: BaseException | None = None
        self._waiting: str | None = settings.phone or None
        self._named = settings.sign_in_as.casefold()
        window.closing.connect(self._ended.set)
        window.topbar.set_marks(demonstration=places.demonstration(settings), plain=True)
        if single is not None:
            single.asked.connect(self._asked)

    async def live(self, marks: Marks) -> int:
        """Until the window closes; 0. What breaks meanwhile is raised here, once all is closed."""
        working = tasks.run(self._work(marks), self, self._break)
        try:
            await self._ended.wait()
        finally:
            working.cancel()
            await asyncio.wait({working})
            await self._stand_up()
            if self.services is not None:
                await self.services.store.close()
        if self._broken is not None:
            raise self._broken
        return 0

    def end(self) -> None:
        """Close the window once everything written is safe."""
        self.window.close()

    def _break(self, error: BaseException) -> None:
        self._broken = error
        self._ended.set()

    async def _work(self, marks: Marks) -> None:
        for name in HEAVY:
            await asyncio.to_thread(importlib.import_module, name)
        store = await self._open()
        from desktop.app.services import Services

        self.services = await Services.over(store, self.settings.lang)
        while True:
            person = await self._sign_in(self.services)
            left = await self._sit_down(self.services, person)
            marks.mark("ready")
            if (path := bench.asked()) is not None:
                marks.write(path)
                self._ended.set()
            await left.wait()
            await self._stand_up()
            self._waiting = None

    async def _open(self) -> "LocalStore":
        """The store, however often it takes: each trouble is shown, and can be tried again."""
        from desktop.services.clock import Clock
        from desktop.services.store.local import LocalStore

        path = places.store_of(self.settings)
        while True:
            places.make_folder(self.settings)
            try:
                store = await LocalStore.open(path, Clock())
                await self._fill(store)
            except StoreUnavailable as trouble:
                await self._show(trouble)
            else:
                return store

    async def _fill(self, store: "LocalStore") -> None:
        """Make or move the demonstration's world."""
        if not places.demonstration(self.settings):
            return
        from desktop.services.demo import world

        words = QCoreApplication.translate(
            "Start",
            "La démonstration se prépare\u00a0: 2\u202f000 clients inventés, douze semaines de contacts.",
        )
        view = self._sign_in_view()
        try:
            await world.prepare(
                store, places.RESOURCES / "demo", lambda done: view.set_progress(words, done)
            )
        except BaseException:
            await store.close()
            raise

    async def _show(self, trouble: StoreUnavailable) -> None:
        """Say what keeps the store from being used, and wait until it is tried again."""
        from desktop.ui.shell.trouble_view import TroubleView

        view = TroubleView(trouble)
        view.quit_asked.connect(self._ended.set)
        self.window.cover(view)
        await told(view.retry_asked)
        self.window.uncover()

    def _sign_in_view(self) -> "SignInView":
        from desktop.ui.shell.sign_in_view import SignInView

        view = SignInView("Lumio" if places.demonstration(self.settings) else "")
        self.window.cover(view)
        return view

    async def _sign_in(self, services: "Services") -> Person:
        """Who works here now: named by a flag, else chosen."""
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

        view = FirstPersonView(places.shown(places.store_of(self.settings)))
        self.window.cover(view)
        return await services.people.begin(await told(view.named))

    async def _sit_down(self, services: "Services", person: Person) -> asyncio.Event:
        """Put the person's pages into the window; the answer is set when they sign out."""
        from desktop.app.desk import Desk

        self.desk = await Desk.of(self.window, services, person, self.settings)
        self.window.uncover()
        self.desk.arrive()
        if self._waiting is not None:
            self.desk.pop.open(self._waiting)
        return self.desk.left

    async def _stand_up(self) -> None:
        if self.desk is not None:
            await self.desk.leave()
            self.desk = None

    def _asked(self, phone: str) -> None:
        """A later start asks for the window, maybe with a number."""
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if self.desk is not None:
            self.desk.pop.open(phone)
        elif phone:
            self._waiting = phone
