"""The pages of a call as far as the protocol goes, for tests that need no browser."""

from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import aiohttp

from tests.services.video.fake_gateway import JPEG


class Page:
    """One page: what it says, and what it waits to hear."""

    def __init__(self, session, line, base):
        self.session, self.line, self.base = session, line, base

    async def say(self, **told):
        await self.line.send_json(told)

    async def hear(self, kind):
        while (told := await self.line.receive_json(timeout=5))["type"] != kind:
            pass
        return told

    async def send_photo(self, content=JPEG):
        asked = await self.hear("photo_ask")
        await self.say(type="photo_answer", yes=True, source=asked["source"], width=640, height=480)
        ticket = (await self.hear("photo_ticket"))["ticket"]
        headers = {"Content-Type": "image/jpeg", "Origin": self.base}
        url = f"{self.base}/photo/{ticket}"
        async with self.session.post(url, data=content, headers=headers) as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def opened(link, path="/ws/customer"):
    """The page of a link, joined by its token."""
    parts = urlsplit(link)
    base = f"{parts.scheme}://{parts.netloc}"
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(base + path, origin=base) as line,
    ):
        if parts.fragment:
            await line.send_json({"type": "join", "token": parts.fragment})
        yield Page(session, line, base)
