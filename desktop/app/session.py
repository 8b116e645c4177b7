"""A session of the window: the store is opened, somebody signs in, works, and signs out."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.app import marks as bench
from desktop.app import places
from desktop.app.loading import loaded
from desktop.app.marks import Marks
from desktop.app.running import application
from desktop.app.single import SingleWindow
from desktop.config import Settings
from desktop.domain.errors import StoreUnavailable
from desktop.domain.people import Person
from desktop.ui.kit import tasks
from desktop.ui.kit.garbage import GarbageCollector
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.app.desk import Desk
    from desktop.app.services import Services
    from desktop.app.welcome import Welcome

HEAVY = ("desktop.services.store.local", "desktop.app.services", "desktop.app.welcome")
DESK = "desktop.app.desk"


class Session(QObject):
    """From the first paint to the window's end."""

    def __init__(self, window: Window, settings: Settings, single: SingleWindow | None) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.desk: Desk | None = None
        self.services: Services | None = None
        self.welcome: Welcome | None = None
        self._ended = asyncio.Event()
        self._broken: BaseException | None = None
        self._waiting = settings.phone
        window.closing.connect(self._ended.set)
        window.topbar.set_marks(
            demonstration=places.demonstration(settings), plain=not places.connected(settings)
        )
        if single is not None:
            single.asked.connect(self._asked)

    @property
    def offered(self) -> bool:
        """Whether people are on offer, for somebody to say who they are."""
        return self.welcome is not None and self.welcome.offered

    async def live(self, marks: Marks) -> int:
        """Until the window closes; 0. What breaks meanwhile is raised here, once all is closed."""
        working = tasks.run(self._work(marks), self, self._break)
        try:
            await self._ended.wait()
        finally:
            working.cancel()
            await asyncio.wait({working})
            await self._stand_up()
            await self._close()
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
        """Whatever keeps the store from being used is shown, and can be tried again."""
        await loaded(*HEAVY)
        from desktop.app.services import Services
        from desktop.app.welcome import Welcome

        # Meanwhile one says who one is: the desk's screens are a good half second of loading.
        tasks.run(loaded(DESK), self)
        self.welcome = Welcome(self.window, self.settings)
        self.welcome.given_up.connect(self._ended.set)
        if places.connected(self.settings):
            await loaded("desktop.app.connecting")
            from desktop.app.connecting import Connecting

            await Connecting(self.window, self.settings, self.welcome).work(
                lambda services, person: self._shift(services, person, marks)
            )
        while True:
            try:
                store = await self.welcome.open()
                self.services = await Services.over(store, self.settings.lang)
                while True:
                    person = await self.welcome.who(self.services)
                    await self._shift(self.services, person, marks)
            except StoreUnavailable as trouble:
                await self._close()
                await self.welcome.show(trouble)

    async def _shift(self, services: "Services", person: Person, marks: Marks) -> None:
        """Somebody works, and leaves."""
        await loaded(DESK)
        from desktop.app.desk import Desk

        self.desk = await Desk.of(self.window, services, person, self.settings)
        try:
            self.window.uncover()
            self.desk.arrive()
            if self._waiting:
                self.desk.pop.open(self._waiting)
                self._waiting = ""
            marks.mark("ready")
            for collector in application().findChildren(GarbageCollector):
                collector.settle()
            if (path := bench.asked()) is not None:
                marks.write(path)
                self._ended.set()
            await self.desk.left.wait()
        finally:
            # However one leaves, what was typed is written while the store is still open.
            await self._stand_up()

    async def _stand_up(self) -> None:
        if self.desk is not None:
            desk, self.desk = self.desk, None
            await desk.leave()

    async def _close(self) -> None:
        if self.services is not None:
            services, self.services = self.services, None
            await services.store.close()

    def _asked(self, phone: str) -> None:
        """A later start asks for the window, maybe with a number."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if self.desk is not None:
            self.desk.pop.open(phone)
        elif phone:
            self._waiting = phone
