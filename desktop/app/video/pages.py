"""Makes the views of the advisor's page, where there is a web engine, and keeps one ready."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.app.video.models import VideoModels
from desktop.domain.errors import VideoFailed
from desktop.ui.video import webrules
from desktop.ui.video.host import Host
from desktop.ui.video.page import PageView

if TYPE_CHECKING:
    from desktop.ui.video.webview import AdvisorPage


class Pages(QObject):
    """Without the web engine nothing is made: pages are then the browser's."""

    def __init__(self, models: VideoModels, parent: QObject) -> None:
        super().__init__(parent)
        self._models = models
        self._made: list[AdvisorPage] = []
        self._warm: Host | None = None
        self._devices = ""
        models.call.changed.connect(self._ready)

    def make(self) -> PageView | None:
        """A view for one place; None where this installation has no web engine."""
        if not webrules.available():
            return None
        from desktop.ui.video.webview import AdvisorPage

        page = AdvisorPage(self._again, devices=self._devices, parent=self)
        page.devices_changed.connect(self._keep_devices)
        self._made.append(page)
        return page

    def set_warm(self, host: Host | None) -> None:
        """Keep this place's page ready before any call; None: none."""
        self._warm = host
        self._ready()

    def close(self) -> None:
        """Give the memory back."""
        self._warm = None
        for page in self._made:
            if isValid(page):
                page.close()
        self._made.clear()

    def _ready(self) -> None:
        """Once it is known where the page comes from, and one is to be ready."""
        readiness = self._models.call.state.readiness
        if self._warm is None or not readiness.ok or not webrules.available():
            return
        self._warm.prepare()
        for page in self._made[:1]:
            page.warm(f"{readiness.public.rstrip('/')}/a")

    def _keep_devices(self, names: str) -> None:
        self._devices = names

    async def _again(self) -> str:
        """Another address of the page of the call under way; "" where none is."""
        call = self._models.call.state.call
        if call is None:
            return ""
        with suppress(VideoFailed):
            return (await self._models.facade.page_again(str(call.asked.id))).page
        return ""
