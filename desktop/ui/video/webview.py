"""The advisor's page inside the application: made ready before a call, and back after its renderer died."""

import json
from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, QUrlQuery, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.kit import tasks
from desktop.ui.video import webrules
from desktop.ui.video.webengine import Engine, theme_name

Again = Callable[[], Coroutine[Any, Any, str]]
"""Asks for another address of the page of the call under way; "" where none is."""

DEATHS: Final = 3
"""How often a renderer may die in one call before nobody tries again."""
LOOK_MS: Final = 3000
"""How often the choice of devices is asked for while a page is open."""
_CHOSEN: Final = "window.visavis ? JSON.stringify(window.visavis.chosen()) : ''"
VERBS: Final = frozenset({"begin", "camera", "clear", "end", "idle", "mute", "photo", "tool"})


class AdvisorPage(QObject):
    """A `PageView`: one widget for the whole session; what loads the web engine is made when first used.

    `again` is asked when the renderer died during a call. `devices` are the names that a former
    `devices_changed` told, as JSON.
    """

    renderer_killed = Signal()
    failed = Signal(str)
    """The page cannot be shown: `load`, `certificate` or `renderer`."""
    devices_changed = Signal(str)

    def __init__(
        self, again: Again, *, lang: str = "", devices: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._again = again
        self._lang = lang
        self._place = QWidget()
        box = QVBoxLayout(self._place)
        box.setContentsMargins(0, 0, 0, 0)
        self._place.destroyed.connect(self.close)
        self._engine: Engine | None = None
        self._token = ""
        """Of a call that was asked for while the page was being made ready."""
        self._open = False
        self._deaths = 0
        self._chosen = _Chosen(devices, self._ask, self)
        self._chosen.changed.connect(self.devices_changed)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def widget(self) -> QWidget:
        """Return the widget itself; it may be given another parent at any time."""
        return self._place

    def warm(self, url: str) -> None:
        """Load the page of this gateway without beginning anything, so that a call begins at once."""
        home = QUrl(url)
        home.setFragment("")
        if self._engine is None or not webrules.same_origin(self._engine.home, home):
            self._load(home)

    def open(self, url: str) -> None:
        """Begin the call of this address, in the place of the one before."""
        self._deaths = 0
        self._begin_at(url)

    def _begin_at(self, url: str) -> None:
        if not isValid(self._place):
            return  # whatever held the widget is gone, and the widget with it
        wanted = QUrl(url)
        self._open = True
        self._chosen.start()
        ready = self._engine is not None and webrules.same_origin(self._engine.home, wanted)
        if not ready or self._engine is None or not self._engine.alive:
            self._token = ""
            self._load(wanted)
            return
        self._token = wanted.fragment()
        if self._engine.loaded:
            self._begin()

    def clear(self) -> None:
        """Show nothing: camera and microphone are let go, the page stays ready."""
        self._chosen.look()
        self._chosen.stop()
        self._open = False
        self._token = ""
        self.do("idle")

    def do(self, verb: str, *words: str) -> None:
        """Have the page do one of its verbs, such as `mute`, `end` or `tool` with its name."""
        if verb not in VERBS:
            raise ValueError(verb)
        self._run(f"window.visavis?.{verb}({', '.join(json.dumps(word) for word in words)})")

    def close(self) -> None:
        """Give the web engine's memory back. Not from within a signal of the page."""
        self._chosen.stop()
        self._open = False
        self._token = ""
        self._drop()

    def renderer(self) -> int:
        """Return the process that shows the page; 0: none."""
        return 0 if self._engine is None else int(self._engine.page.renderProcessPid())

    def _load(self, home: QUrl) -> None:
        if self._engine is None or not webrules.same_origin(self._engine.home, home):
            self._drop()
            engine = Engine(home, self._place, self._settled)
            engine.page.renderProcessTerminated.connect(self._died)
            engine.page.certificateError.connect(lambda _error: self.failed.emit("certificate"))
            self._engine = engine
        query = QUrlQuery()
        query.addQueryItem("theme", theme_name())
        query.addQueryItem("inside", "1")
        if self._lang:
            query.addQueryItem("lang", self._lang)
        home.setQuery(query)
        self._engine.load(home)

    def _drop(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def _settled(self, well: bool) -> None:  # noqa: FBT001 - one answer, to one question
        if not well:
            if self._open:
                self.failed.emit("load")
            return
        if self._chosen.names:
            self._run(f"window.visavis?.remember({self._chosen.names})")
        if self._token:
            self._begin()
        elif not self._open:
            self.do("idle")

    def _begin(self) -> None:
        token, self._token = self._token, ""
        self.do("begin", token)

    def _died(self, status: Any, _code: int) -> None:
        from PySide6.QtWebEngineCore import QWebEnginePage

        if self._engine is None:
            return
        self._engine.alive = self._engine.loaded = False
        if status == QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        self._deaths += 1
        self.renderer_killed.emit()
        if self._deaths > DEATHS:
            self.failed.emit("renderer")
        elif self._open:
            tasks.run(self._resume(), self)

    async def _resume(self) -> None:
        """The page's secret died with it: another address is asked for."""
        url = await self._again()
        if url and self._open and isValid(self):
            self._begin_at(url)

    def _run(self, script: str) -> None:
        if self._engine is not None:
            self._engine.run(script)

    def _ask(self, script: str, tell: Callable[[object], None]) -> None:
        if self._engine is not None:
            self._engine.run(script, tell)


class _Chosen(QObject):
    """Looks from time to time which devices the page has: its profile keeps nothing itself."""

    changed = Signal(str)

    def __init__(
        self,
        names: str,
        ask: Callable[[str, Callable[[object], None]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.names = names
        self._ask = ask
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.start = self._timer.start
        self.stop = self._timer.stop

    def look(self) -> None:
        """Ask now."""
        self._ask(_CHOSEN, self._hear)

    def _hear(self, told: object) -> None:
        if isinstance(told, str) and told and told != self.names and any(json.loads(told).values()):
            self.names = told
            self.changed.emit(told)
