"""Makes the view of the advisor's page, where there is a web engine, and keeps it ready."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.app.video.models import VideoModels
from desktop.domain.errors import VideoFailed
from desktop.ui.kit import tasks
from desktop.ui.kit.browser import open_browser
from desktop.ui.video import webrules
from desktop.ui.video.host import Host
from desktop.ui.video.page import PageView

if TYPE_CHECKING:
    from desktop.ui.video.webview import AdvisorPage


class Pages(QObject):
    """One view for card, windows and settings, as one camera; without the web engine there is none.

    `moved` when the page could not be shown, and went to the browser.
    """

    moved = Signal()

    def __init__(self, models: VideoModels, parent: QObject) -> None:
        super().__init__(parent)
        self._models = models
        self._page: AdvisorPage | None = None
        self._warm: Host | None = None
        self._devices = ""
        self._keep: Callable[[str], None] | None = None
        models.call.changed.connect(self._ready)

    def remember(self, devices: str, keep: Callable[[str], None]) -> None:
        """Begin with the devices that were chosen before, and have `keep` hear of others."""
        self._devices, self._keep = devices, keep

    def make(self) -> PageView | None:
        """The view; None where this installation has no web engine."""
        if self._page is None and webrules.available():
            from desktop.ui.video.webview import AdvisorPage

            self._page = AdvisorPage(
                self._again, lang=self._models.calls.lang, devices=self._devices, parent=self
            )
            self._page.failed.connect(self._fail)
            if self._keep is not None:
                self._page.devices_changed.connect(self._keep)
        return self._page

    def set_warm(self, host: Host | None) -> None:
        """Keep this place's page ready before any call; None: none."""
        self._warm = host
        self._ready()

    def close(self) -> None:
        """Give the memory back."""
        self._warm = None
        if self._page is not None:
            self._page.close()

    def _ready(self) -> None:
        """Once it is known where the page comes from, and one is to be ready."""
        readiness = self._models.call.state.readiness
        if self._warm is None or not readiness.ok or not webrules.available():
            return
        self._warm.prepare()
        if self._page is not None:
            self._page.warm(f"{readiness.public.rstrip('/')}/a")

    def _fail(self, _why: str) -> None:
        """What cannot be shown here is shown by the browser: the call goes on."""
        if self._models.call.state.call is not None:
            self.moved.emit()
            tasks.run(self._move(), self)

    async def _move(self) -> None:
        if url := await self._again():
            open_browser(url)

    async def _again(self) -> str:
        """Another address of the page of the call under way; "" where none is."""
        call = self._models.call.state.call
        if call is None:
            return ""
        with suppress(VideoFailed):
            return (await self._models.facade.page_again(str(call.asked.id))).page
        return ""
