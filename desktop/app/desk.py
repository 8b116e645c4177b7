"""The desk of somebody who signed in: their screens, put up, joined, and taken down again."""

import asyncio

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.app import pages
from desktop.app.actions import actions
from desktop.app.choices import Choices
from desktop.app.following import lead_of
from desktop.app.frame import Frame
from desktop.app.linked import Linked
from desktop.app.models import Models
from desktop.app.notices import Notices
from desktop.app.parts import PARTS
from desktop.app.pop import ScreenPop
from desktop.app.services import Services
from desktop.app.video.answering import Answering
from desktop.app.video.facade import calls_of
from desktop.app.video.leaving import OnVideo
from desktop.app.video.own_keys import OwnKeys
from desktop.app.views import Views
from desktop.config import Settings
from desktop.domain.errors import StoreUnavailable
from desktop.domain.people import Person
from desktop.ui.kit import tasks
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.window import Window


class Desk(QObject):
    """Made by `of`; `left` is set when the person signs out."""

    def __init__(self, window: Window, models: Models, person: Person) -> None:
        super().__init__(window)
        self.window = window
        self.person = person
        self.models = models
        self.models.setParent(self)
        self.left = asyncio.Event()
        self._warned = False
        self.views = Views(window, models)
        self.actions = Actions(window)
        self.actions.add(actions(window, models, self.views))
        self.pop = ScreenPop(window, models, self.views)
        OwnKeys(self.actions.press, self.views.video.window, self.views.video.guest)
        self.frame = Frame(window, models, self.views, self.actions)
        self.notices = Notices(window, models)
        self.answering = Answering(window, models, self.views)
        self.actions.add(self.answering.actions())
        self.linked = Linked(window, models, self.left.set)
        self.actions.add(self.linked.actions())
        self.parts = tuple(part(window, models, self.views) for part in PARTS)
        # At once: each time that actions come, every key is laid anew.
        self.actions.add([one for part in self.parts for one in part.actions()])
        self.on_video = OnVideo(window, models)
        if self.linked.caring is not None:
            self.views.care_asked.connect(self.linked.caring.open)
        tasks.on_error(self.notices.fail)
        window.leaving.set_flush(self._make_safe)
        window.leaving.set_question(self._may_quit)
        window.sign_out_asked.connect(self._sign_out)

    @classmethod
    async def of(
        cls, window: Window, services: Services, person: Person, settings: Settings
    ) -> "Desk":
        """The desk, with what this person chose before."""
        lead = await lead_of(services, person)
        choices = await Choices.read(services.preferences, person, settings)
        calls = await calls_of(services, person, settings)
        desk = cls(window, Models(services, person, lead, calls, window), person)
        try:
            await desk.frame.furnish(choices, desk._sign_out, desk._remove)
            desk.wanted = await services.check_ins.wanted_today(person)
        except BaseException:
            await desk.leave()
            raise
        return desk

    wanted = False
    """Whether nothing was said today of how one is."""

    def arrive(self) -> None:
        """Show the day, and ask how it goes if nobody did today."""
        self.window.set_person(self.person.name, self._pages())
        self.window.show_page(pages.DAY)
        self.models.begin()
        self.linked.begin()
        for part in self.parts:
            part.begin()
        if self.wanted:
            self.views.check_in.closed.connect(
                self.window.take_focus, Qt.ConnectionType.SingleShotConnection
            )
            self.views.check_in.propose()
        else:
            self.window.take_focus()

    def _sign_out(self) -> None:
        tasks.run(self._flush_and_go(), self)

    async def _flush_and_go(self) -> None:
        await self._make_safe()
        if not await self.on_video.may_leave():
            return
        if self.models.sync.connected:
            await self.linked.departure.ask()
        else:
            self.left.set()

    def _remove(self) -> None:
        tasks.run(self._flush_and_remove(), self)

    async def _flush_and_remove(self) -> None:
        await self._make_safe()
        if await self.on_video.may_leave():
            await self.linked.departure.ask(wiping=True)

    async def _may_quit(self) -> bool:
        """Whether the window that a person closes may close."""
        if not await self.on_video.may_leave():
            return False
        return not self.models.sync.connected or await self.linked.departure.may_quit()

    async def _make_safe(self) -> None:
        """Write what is not on the disk yet; StoreUnavailable the first time that this fails.

        Asked a second time one may go: a disk that stays full must not keep anybody here.
        """
        failure = await self._write()
        if failure is not None and not self._warned:
            self._warned = True
            self.notices.hold_back()
            raise failure
        self._warned = failure is not None

    async def _write(self) -> StoreUnavailable | None:
        """Write what is not on the disk yet; what kept some of it from being written."""
        await self.models.contact.flush()
        try:
            await self.models.customers.flush()
            for part in self.parts:
                await part.flush()
        except StoreUnavailable as error:
            return error
        return self.models.contact.unsaved()

    def _pages(self) -> tuple[str, ...]:
        return pages.of_role(self.person.role, connected=self.models.sync.connected)

    async def leave(self) -> None:
        """Write what is not on the disk yet, and take the screens down."""
        await self._write()
        await self.answering.leave()
        self.window.leaving.let_go()
        tasks.on_error(None)
        self.frame.clear()
        self.views.video.panel.host.show_page("")
        # A call that it ends is still shown: only then may its screens go.
        await self.models.video.facade.close()
        self.views.video.clear()
        self.linked.clear()
        for page_id in self._pages():
            self.window.add_page(page_id, QWidget())
        for part in (
            *self.parts,
            self.pop,
            self.notices,
            self.answering,
            self.linked,
            self.frame,
            self.actions,
            self.views,
            self.models,
            self,
        ):
            part.deleteLater()
        self.window.set_person("")
