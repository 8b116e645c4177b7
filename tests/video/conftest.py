"""A gateway, browsers that give or refuse their camera, and a context of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.services.clock import Clock
from tests.journeys.conftest import demonstration  # noqa: F401 - a fixture
from tests.video.application import play  # noqa: F401 - a fixture
from tests.video.browser import CHROMIUM, FAKE_MEDIA, REFUSED, Held, launched
from tests.video.served import Running, Served


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands here is `video`: chosen with `-m video`, as it takes a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("video")


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The gateway on loopback, with the peer-to-peer provider and without any relay."""
    running = Running(tmp_path_factory.mktemp("gateway"), Clock())
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Held]:
    """A Chromium that gives its (fake) camera, microphone and screen without asking."""
    _needs_chromium()
    with launched(*FAKE_MEDIA) as held:
        yield held


@pytest.fixture(scope="session")
def denied_browser() -> Iterator[Held]:
    """A Chromium that refuses camera, microphone and screen."""
    _needs_chromium()
    with launched(*REFUSED) as held:
        yield held


@pytest.fixture
def tabs(browser: Held) -> Iterator[Callable[..., Held]]:
    """Opens pages, each in a context of its own, all closed after the test."""
    yield from _tabs(browser)


@pytest.fixture
def denied_tabs(denied_browser: Held) -> Iterator[Callable[..., Held]]:
    """Likewise, in the browser that refuses."""
    yield from _tabs(denied_browser)


def _tabs(browser: Held) -> Iterator[Callable[..., Held]]:
    contexts: list[Held] = []

    def open_one(url: str = "", **settings: object) -> Held:
        """A page in a new context: `settings` are Playwright's (locale, viewport, color_scheme…)."""
        context = browser.new_context(**{"locale": "fr-FR", **settings})
        contexts.append(context)
        page: Held = context.new_page()
        if url:
            page.goto(url)
        return page

    yield open_one
    for context in contexts:
        context.close()


def _needs_chromium() -> None:
    pytest.importorskip("playwright", reason="playwright (Python) is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Debian's package chromium is not installed")
