"""An advisor, a contact and a `Video` over a real store, for tests of the application's side."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from desktop.config.video import VideoSettings
from desktop.domain import drafts as rules
from desktop.domain.customers import Answer
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.video.calls import VideoCall, VideoPhoto
from desktop.services.changes import Changes
from desktop.services.store import tables, video_tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row
from desktop.services.video.client import Video
from desktop.services.video.plan import Plan
from desktop.services.video.settling import Settling
from tests.conftest import FakeClock
from tests.services.video.fake_gateway import KEY, FakeGateway

LEA = Person(id=PersonId("lea"), name="Léa Martin", role=Role.ADVISOR)


class QuickClock(FakeClock):
    """Stands still, and waits for a moment only."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(min(seconds, 0.02))


def draft(clock: FakeClock, contact: str = "contact", customer: str | None = "claire") -> Any:
    return rules.begin(
        contact_id=ContactId(contact),
        customer_id=None if customer is None else CustomerId(customer),
        person_id=LEA.id,
        at=clock.now() - timedelta(minutes=2),
    )


def plan(folder: Path, gateway: FakeGateway | None = None, **settings: Any) -> Plan:
    if gateway is not None:
        settings.setdefault("gateway", gateway.url)
    return Plan(
        settings=VideoSettings(company="Banque", **settings),
        data=folder / "calls",
        secret=lambda name: KEY if name.startswith("video-gateway:") else "",
    )


@asynccontextmanager
async def working(store: Any, clock: FakeClock, made: Plan) -> AsyncIterator[Video]:
    """A Video with Léa signed in, closed at the end."""
    video = Video(store, clock, Changes(), made)
    try:
        await video.start(LEA, "Rhône")
        yield video
    finally:
        await video.close()


@asynccontextmanager
async def dying(*made: Any) -> AsyncIterator[Video]:
    """As `working`, but its end is a kill: no gateway hears of it."""

    async def unsaid(_settling: Settling) -> None:
        pass

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Settling, "leave", unsaid)
        async with working(*made) as video:
            yield video


async def until(condition: Callable[[], Any], seconds: float = 8) -> None:
    """Wait for something that another thread brings about."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


class Kept:
    """What a store holds of video calls."""

    def __init__(self, connection: Connection) -> None:
        def all_of(kind: Any, table: Any) -> list[Any]:
            return [from_row(kind, row) for row in connection.execute(select(table)).mappings()]

        self.calls: list[VideoCall] = all_of(VideoCall, video_tables.video_calls)
        self.photos: list[VideoPhoto] = all_of(VideoPhoto, video_tables.video_photos)
        self.answers: list[Answer] = all_of(Answer, tables.answers)
        running = select(func.count()).select_from(video_tables.video_running)
        self.running: int = connection.scalar(running) or 0
        self.lines = sorted(connection.scalars(select(tables.outbox.c.kind)))


async def kept(store: LocalStore) -> Kept:
    return await store.read(Kept)


async def until_kept(store: LocalStore, condition: Callable[[Kept], Any]) -> Kept:
    """Wait until the store holds what is expected."""
    async with asyncio.timeout(8):
        while not condition(found := await kept(store)):
            await asyncio.sleep(0.02)
        return found
