"""Debian's Chromium, driven from a thread of its own, so that tests stay plain functions."""

import asyncio
import contextlib
import inspect
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CHROMIUM = Path("/usr/bin/chromium")
FAKE_MEDIA = (
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
REFUSED = (
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream=deny",
)
QUIET = (
    "--autoplay-policy=no-user-gesture-required",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    # A name of a branch's network, which no browser takes for safe without a certificate.
    "--host-resolver-rules=MAP agence.example 127.0.0.1",
    "--no-first-run",
)


class Thread:
    """A thread with an event loop, where Playwright lives: its own loop is not the tests'."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Any, patience: float = 30) -> Any:
        """The outcome of a coroutine run over there."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(patience)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()


class Held:
    """One of Playwright's objects, whose methods can be called from here as if it were its sync API."""

    def __init__(self, thing: Any, thread: Thread) -> None:
        self.thing = thing
        self.thread = thread

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.thing, name)
        if not callable(value):
            return self._held(value)

        def call(*args: Any, **kwargs: Any) -> Any:
            async def work() -> Any:
                made = value(*map(_bare, args), **kwargs)
                return await made if inspect.isawaitable(made) else made

            return self._held(self.thread.run(work()))

        return call

    def _held(self, value: Any) -> Any:
        if type(value).__module__.startswith("playwright."):
            return Held(value, self.thread)
        if isinstance(value, list):
            return [self._held(one) for one in value]
        return value

    def until(self, expression: str, *, seconds: float = 12) -> Any:
        """The first true value of an expression of the page; polled, for the CSP forbids `wait_for_function`."""
        return until(
            lambda: self.evaluate(expression), seconds=seconds, what=expression, also=self.tail
        )

    def tail(self) -> str:
        """What a page shows, for the message of a test that waited in vain."""
        with contextlib.suppress(Exception):
            return str(self.evaluate("document.body.innerText"))[:600]
        return ""


def _bare(value: Any) -> Any:
    return value.thing if isinstance(value, Held) else value


def until(
    ask: Callable[[], Any],
    *,
    seconds: float = 12,
    what: str = "",
    also: Callable[[], str] = lambda: "",
) -> Any:
    """Ask until the answer is true, and give it; AssertionError when it never is."""
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(_gone()):
            if answer := ask():
                return answer
        assert time.monotonic() < end, f"in vain: {what}\n{also()}"
        time.sleep(0.03)


def _gone() -> type[Exception]:
    """What an evaluation raises while a page is being replaced by the next one."""
    from playwright.async_api import Error

    return Error


@contextlib.contextmanager
def launched(*flags: str) -> Iterator[Held]:
    """A Chromium with these flags besides the usual ones, closed in the end."""
    from playwright.async_api import async_playwright

    thread = Thread()
    # Root has no sandbox to drop into; nobody else goes without.
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()

    async def start() -> tuple[Any, Any]:
        playwright = await async_playwright().start()
        try:
            browser = await playwright.chromium.launch(
                executable_path=str(CHROMIUM), args=[*QUIET, *root, *flags]
            )
        except BaseException:
            await playwright.stop()
            raise
        return playwright, browser

    playwright, browser = thread.run(start(), 60)
    try:
        yield Held(browser, thread)
    finally:
        with contextlib.suppress(Exception):
            thread.run(browser.close())
        thread.run(playwright.stop())
        thread.stop()
