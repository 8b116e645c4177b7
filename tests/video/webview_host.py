"""A program of its own with the advisor's page in a window, for the web engine wants one process: run by its tests.

`python -m tests.video.webview_host SCENARIO` prints what it saw as the last line, in JSON.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

FLAGS = "--disable-gpu --use-fake-device-for-media-stream"
OWN = "document.querySelector('.self video')?.videoWidth > 0"
TRACK = "document.querySelector('.self video').srcObject.getTracks()[0]"
ASK = (
    "navigator.mediaDevices.getUserMedia({video: true}).then(() => 'given', (error) => error.name)"
)


def prepare() -> None:
    root = " --no-sandbox" if os.geteuid() == 0 else ""
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = FLAGS + root
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())


class Host:
    """A window with the page, and the real gateway beside it."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from desktop.services.clock import Clock
        from desktop.ui.video.webview import AdvisorPage
        from tests.video.served import Running

        self._running = Running(Path(tempfile.mkdtemp()), Clock())
        self.served = self._running.start()
        self.call = self.served.call()
        self.told: list[str] = []
        self.page = AdvisorPage(self._again)
        self.page.failed.connect(self.told.append)
        self.page.renderer_killed.connect(lambda: self.told.append("killed"))
        self.window = QWidget()
        self.window.resize(300, 420)
        QVBoxLayout(self.window).addWidget(self.page.widget())
        self.window.show()

    async def _again(self) -> str:
        from tests.video.served import sha256, token

        self.told.append("again")
        again = token()
        path = f"/api/calls/{self.call.id}/advisor"
        await asyncio.to_thread(self.served.post, path, {"advisor": sha256(again)})
        return f"{self.served.url}/a#{again}"

    async def asked(self, script: str) -> Any:
        """A script's outcome; a promise is waited for by a name of the window's."""
        return await asked(self.page._engine.page, script)

    async def settled(self, script: str) -> Any:
        await self.asked(
            f"window.out = undefined; ({script}).then((it) => {{ window.out = it; }}); 0"
        )
        return await self.until("window.out")

    async def until(self, script: str, seconds: float = 15) -> Any:
        try:
            return await until(lambda: self.asked(script), script, seconds)
        except AssertionError as vain:
            shown = await self.asked("document.body.innerText")
            raise AssertionError(f"{vain}: {shown}, {self.told}") from vain

    async def loaded(self) -> None:
        await until(self._is_loaded, "loaded")

    async def _is_loaded(self) -> bool:
        return self.page._engine is not None and self.page._engine.loaded

    def stop(self) -> None:
        self.page.close()
        self._running.stop()


async def joined(host: Host, times: int = 1) -> None:
    """The page has joined the call so often: its own picture comes by another way."""

    async def so() -> bool:
        log = await asyncio.to_thread(host.call.log)
        return [one["what"] for one in log].count("advisor_here") >= times

    await until(so, f"joined {times} times")


async def asked(page: Any, script: str) -> Any:
    answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def hear(found: Any) -> None:
        if not answer.done():
            answer.set_result(found)

    page.runJavaScript(script, hear)
    return await asyncio.wait_for(answer, 10)


async def until(ask: Callable[[], Any], what: str, seconds: float = 15) -> Any:
    end = time.monotonic() + seconds
    while True:
        try:
            found = await ask()
        except TimeoutError:
            found = None
        if found:
            return found
        assert time.monotonic() < end, f"in vain: {what}, {found}"
        await asyncio.sleep(0.03)


async def call(host: Host) -> dict[str, Any]:
    """Made ready, begun, moved to another window, let go."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    page = host.page
    page.warm(f"{host.served.url}/a")
    await host.loaded()
    process = page.renderer()
    page.open(host.call.advisor_url)
    await host.until(OWN)
    seen: dict[str, Any] = {"same_process": page.renderer() == process}
    seen["address"] = page._engine.page.url().toString().replace(host.served.url, "")
    seen["here"] = (await asyncio.to_thread(host.call.told, "advisor_here"))["what"]
    other = QWidget()
    QVBoxLayout(other).addWidget(page.widget())
    other.show()
    host.window.hide()
    frames = "document.querySelector('.self video').getVideoPlaybackQuality().totalVideoFrames"
    before = await host.asked(frames)
    seen["moved"] = bool(await host.until(f"{frames} > {before} + 5"))
    page.do("mute")
    seen["muted"] = bool(await host.until("document.body.innerText.includes('Micro coupé')"))
    await host.asked(f"window.mine = {TRACK}; 0")
    page.clear()
    seen["let_go"] = bool(await host.until("window.mine.readyState === 'ended'"))
    seen["idle"] = bool(await host.until("document.body.innerText.includes('Prêt.')"))
    seen["kept_ready"] = page.renderer() == process
    second = await asyncio.to_thread(host.served.call)
    page.open(second.advisor_url)
    seen["again"] = bool(await host.until(OWN))
    page.close()
    seen["gone"] = page.renderer() == 0
    return seen


async def guard(host: Host) -> dict[str, Any]:
    """What a page must not get, tried from within it and from another origin."""
    from PySide6.QtCore import QObject, QUrl
    from PySide6.QtWebEngineCore import QWebEnginePage

    from desktop.ui.video import webrules

    host.page.warm(f"{host.served.url}/a")
    await host.loaded()
    engine = host.page._engine
    seen: dict[str, Any] = {"own": await host.settled(ASK)}
    seen["place"] = await host.settled(
        "new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('given'), () => done('refused')))"
    )
    seen["screen"] = await host.settled(
        "navigator.mediaDevices.getDisplayMedia({video: true}).then(() => 'given', (error) => 'refused')"
    )
    seen["clipboard"] = await host.settled(
        "navigator.clipboard.readText().then(() => 'given', () => 'refused')"
    )
    seen["window"] = await host.asked("String(window.open('/a'))")
    opened: list[object] = []
    engine.profile.downloadRequested.connect(lambda one: opened.append(one.state()))
    for script in (
        "location.href = 'https://example.org/'",
        "location.href = '/v'",
        "location.href = 'file:///etc/hostname'",
        "const f = document.createElement('a'); f.href = URL.createObjectURL(new Blob(['x'])); f.download = 'x'; f.click()",
    ):
        await host.asked(f"{{ {script}; }} 0")
        await asyncio.sleep(0.3)
    await until(lambda: _is(lambda: bool(opened)), "the download")
    seen["stayed"] = engine.page.url().path()
    engine.page.setUrl(QUrl("https://example.org/"))
    engine.page.setHtml("<p>foreign", QUrl("https://example.org/"))
    await asyncio.sleep(0.5)
    seen["still"] = await host.asked("location.pathname")
    seen["downloads"] = [str(state).split(".")[-1] for state in opened]
    # The same content, in a view that belongs to another origin.
    keeper = QObject()
    profile = webrules.make_profile(keeper)
    foreign = QWebEnginePage(profile, keeper)
    webrules.permit(foreign, QUrl("https://video.exemple.example/a"))
    foreign.load(QUrl(f"{host.served.url}/a"))
    await until(lambda: asked(foreign, "window.visavis ? 1 : 0"), "foreign")
    await asked(foreign, f"({ASK}).then((it) => {{ window.out = it; }}); 0")
    seen["foreign"] = await until(lambda: asked(foreign, "window.out"), "foreign's answer")
    from shiboken6 import delete

    delete(foreign)
    delete(profile)
    seen["off_the_record"] = engine.profile.isOffTheRecord()
    host.page.close()
    return seen


async def killed(host: Host) -> dict[str, Any]:
    """The renderer dies during a call, again and again."""
    page = host.page
    page.open(host.call.advisor_url)
    await host.loaded()
    await host.until(OWN)
    await joined(host)
    seen: dict[str, Any] = {}
    first = page.renderer()
    os.kill(first, signal.SIGKILL)
    await until(lambda: _is(lambda: "again" in host.told), "again")
    await host.loaded()
    await host.until(OWN)
    seen["told"] = list(host.told)
    seen["another"] = page.renderer() not in {0, first}
    await joined(host, 2)
    seen["log"] = [one["what"] for one in await asyncio.to_thread(host.call.log)]
    for _ in range(3):
        deaths = host.told.count("killed")
        os.kill(page.renderer(), signal.SIGKILL)
        await until(lambda: _more(host, deaths), "killed")  # noqa: B023 - awaited within its turn
        if host.told.count("killed") <= 3:
            await asyncio.sleep(0.1)
            await host.loaded()
            await host.until(OWN)
    seen["given_up"] = host.told[-1]
    # The person may try once more.
    page.open(await host._again())
    await host.loaded()
    seen["once_more"] = bool(await host.until(OWN))
    page.close()
    return seen


async def orphaned(host: Host) -> dict[str, Any]:
    """Whatever holds the page is deleted during a call."""
    from shiboken6 import delete, isValid

    page = host.page
    page.open(host.call.advisor_url)
    await host.loaded()
    await host.until(OWN)
    await joined(host)
    engine = page._engine
    delete(host.window)
    await asyncio.sleep(0.3)
    seen = {"page": isValid(engine.page), "profile": isValid(engine.profile)}
    page.open(host.call.advisor_url)
    page.do("mute")
    page.clear()
    away = (await asyncio.to_thread(host.call.told, "advisor_away"))["what"]
    return {**seen, "away": away}


async def keys(host: Host) -> dict[str, Any]:
    """The application's keys work while the page has the keyboard; the page takes none by itself."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence, QShortcut
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    field = QLineEdit()
    host.window.layout().addWidget(field)
    host.window.activateWindow()
    await asyncio.sleep(0.2)
    field.setFocus()
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("F9"), host.window)
    shortcut.activated.connect(lambda: heard.append("F9"))
    host.page.open(host.call.advisor_url)
    await host.loaded()
    await host.until(OWN)
    seen: dict[str, Any] = {"focus_stayed": QApplication.focusWidget() is field}
    host.page._engine.view.setFocus()
    await asyncio.sleep(0.1)
    target = host.page._engine.view.focusProxy() or host.page._engine.view
    QTest.keyClick(target, Qt.Key.Key_F9)
    QTest.keyClick(target, Qt.Key.Key_Escape)
    await until(lambda: _is(lambda: bool(heard)), "F9")
    await asyncio.sleep(0.2)
    seen["heard"] = heard
    seen["live"] = await host.asked("document.querySelector('.end') !== null")
    host.page.close()
    return seen


async def _more(host: Host, deaths: int) -> bool:
    return host.told.count("killed") > deaths


async def _is(ask: Callable[[], bool]) -> bool:
    return ask()


SCENARIOS = {"call": call, "guard": guard, "killed": killed, "keys": keys, "orphaned": orphaned}


def main() -> int:
    prepare()
    from desktop.app import loop
    from desktop.app.run import make_application
    from desktop.config import Settings

    async def live() -> int:
        host = Host()
        try:
            seen = await SCENARIOS[sys.argv[1]](host)
            # What was deleted is gone before the last word: a warning of it comes before.
            await asyncio.sleep(0.3)
        finally:
            host.stop()
        print(json.dumps(seen), flush=True)
        return 0

    return loop.run(make_application(Settings()), live())


if __name__ == "__main__":
    sys.exit(main())
