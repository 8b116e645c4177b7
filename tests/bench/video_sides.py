"""Both sides of a measured call: the application in a process of its own, and a customer in Chromium."""

import asyncio
import contextlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from tests.video.browser import CHROMIUM, Held

ROOT = Path(__file__).resolve().parents[2]
CUSTOMER = "Claire Moreau"

MARKS = """
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const bench = { at: {}, strokes: [] };
  window.bench = bench;
  const mark = (name) => { bench.at[name] ??= now(); };
  // The person's part is zero: each yes is given at the moment that it can be.
  bench.auto = true;
  const look = () => {
    const start = document.querySelector(".answers .violet");
    if (bench.auto && start && !start.disabled && !bench.at.yes) { mark("yes"); start.click(); }
    for (const video of document.querySelectorAll(".face video")) {
      if (video.watched) continue;
      video.watched = true;
      video.addEventListener("loadeddata", () => mark("decoded"));
      video.requestVideoFrameCallback(() => mark("seen"));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  // When a shape was painted: after the frame in which a canvas was stroked.
  const stroke = CanvasRenderingContext2D.prototype.stroke;
  CanvasRenderingContext2D.prototype.stroke = function (...more) {
    const done = stroke.apply(this, more);
    if (!bench.painting && this.canvas.closest(".mirror")) {
      bench.painting = true;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { bench.painting = false; bench.strokes.push(now()); };
      channel.port2.postMessage(0);
    }
    return done;
  };
})();
"""
"""In the customer's page, before its own scripts; all moments are milliseconds since 1970."""


class Desk:
    """The application, driven by lines of JSON; `python -m tests.bench.video_desk` at the other end."""

    def __init__(
        self, folder: Path, *flags: str, environment: dict[str, str] | None = None
    ) -> None:
        command = [sys.executable, "-m", "tests.bench.video_desk", str(folder), *flags]
        self.log = (folder / "stderr").open("ab")
        self._running = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
            env=os.environ | (environment or {}), text=True,
        )  # fmt: skip
        self.pid = self._running.pid
        self._hear("ready")
        self.do("open", customer=CUSTOMER)
        self.do("reachable")

    def do(self, verb: str, **more: Any) -> Any:
        """Have it do something, and say what came of it."""
        assert self._running.stdin
        self._running.stdin.write(json.dumps({"do": verb, **more}) + "\n")
        self._running.stdin.flush()
        return self._hear("it")

    def _hear(self, key: str) -> Any:
        assert self._running.stdout
        while line := self._running.stdout.readline():
            with contextlib.suppress(json.JSONDecodeError):
                told = json.loads(line)
                if "error" in told:
                    raise RuntimeError(told["error"])
                return told[key]
        raise RuntimeError(Path(self.log.name).read_text(errors="replace")[-2000:])

    def until(self, script: str, seconds: float = 15) -> Any:
        """The first true outcome of a script in the advisor's page."""
        ends = time.monotonic() + seconds
        while not (found := self.do("script", script=script)):
            if time.monotonic() > ends:
                shown = self.do("script", script="document.body.innerText")
                raise AssertionError(f"in vain: {script}: {shown}")
            time.sleep(0.02)
        return found

    def close(self) -> None:
        """End it as a person would; killed where it does not."""
        with contextlib.suppress(Exception):
            self.do("quit")
        try:
            self._running.wait(15)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait(5)
        self.log.close()


class Customer:
    """A page of Chromium in a context of its own, made before the link is there."""

    def __init__(self, browser: Held, *, slow: dict[str, float] | None = None) -> None:
        self._context = browser.new_context(locale="fr-FR")
        self.page: Held = self._context.new_page()
        self.page.add_init_script(MARKS)
        if slow is not None:
            line = self._context.new_cdp_session(self.page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", {"offline": False, **slow})

    def open(self, link: str) -> None:
        """Go to the link, and let the page do the rest."""
        self.page.goto(link, wait_until="commit")

    def seen(self, name: str = "seen", seconds: float = 40) -> float:
        """The moment of a mark, waited for."""
        return float(self.page.until(f"bench.at.{name}", seconds=seconds))

    @property
    def navigated(self) -> float:
        """When the browser began to go to the link."""
        return float(self.page.evaluate("performance.timeOrigin"))

    def yes(self, label: str) -> float:
        """Press what asks for consent, and say yes at once; the moment of the yes."""
        moment = self.page.evaluate(
            """(label) => {
              const named = [...document.querySelectorAll("button.control")];
              named.find((one) => one.textContent.trim() === label).click();
              const at = performance.timeOrigin + performance.now();
              document.querySelector("dialog.ask .violet").click();
              return at;
            }""",
            label,
        )
        return float(moment)

    def agree(self) -> float:
        """Say yes to the open question; the moment."""
        return float(
            self.page.evaluate(
                """() => {
                  const at = performance.timeOrigin + performance.now();
                  document.querySelector("dialog.ask .violet").click();
                  return at;
                }"""
            )
        )

    def stop(self, label: str) -> None:
        """Press the same button again: it is shown no more."""
        self.page.get_by_role("button", name=label, exact=True).click()

    def close(self) -> None:
        self._context.close()


def lacking() -> str:
    """What this machine has not; "" where it has both sides."""
    if not CHROMIUM.exists():
        return "Debian's package chromium is not installed"
    for module, package in (
        ("playwright", "playwright (Python)"),
        ("PySide6.QtWebEngineWidgets", "PySide6-Addons (the extra video)"),
    ):
        if importlib.util.find_spec(module) is None:
            return f"{package} is not installed"
    return ""


def customer_pid(browser: Held) -> int:
    """The process that all of the customer's Chromium comes from."""
    pids = [
        one.pid
        for one in psutil.Process().children(recursive=True)
        if "chrom" in one.name() and not any("--type=" in word for word in one.cmdline())
    ]
    assert browser.is_connected()
    return pids[0]


def make_demonstration(folder: Path) -> Path:
    """The demonstration's file, made once; `fresh` copies it."""
    from desktop.app import places
    from desktop.services.clock import Clock
    from desktop.services.demo import world
    from desktop.services.store.local import LocalStore

    path = folder / "demonstration.sqlite"

    async def make() -> None:
        store = await LocalStore.open(path, Clock())
        await world.prepare(store, places.RESOURCES / "demo", lambda _done: None)
        await store.close()

    asyncio.run(make())
    return path


@contextlib.contextmanager
def desk(
    made: Path, name: str, *flags: str, environment: dict[str, str] | None = None
) -> Iterator[Desk]:
    """An application over its own copy of the demonstration, with a customer's contact in front."""
    folder = made.parent / name
    (folder / "default").mkdir(parents=True)
    shutil.copy(made, folder / "default" / made.name)
    running = Desk(folder, *flags, environment=environment)
    try:
        yield running
    finally:
        running.close()
