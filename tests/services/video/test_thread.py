"""The thread of video calls ends with nothing left running on its loop."""

import asyncio

from desktop.services.video.thread import VideoThread


async def test_what_a_last_word_that_was_cut_short_leaves_is_cancelled():
    thread, ended = VideoThread(), []

    async def beside() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("beside")

    async def begin() -> asyncio.Task[None]:
        return asyncio.create_task(beside())

    async def never() -> None:
        await asyncio.Event().wait()

    kept = await thread.run(begin)
    await thread.end(never, 0.05)
    assert kept.cancelled()
    assert ended == ["beside"]
