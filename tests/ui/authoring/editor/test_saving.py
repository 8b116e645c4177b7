"""The draft is written by itself, a moment after the first change, and tried again where that failed."""

import asyncio

from desktop.ui.authoring.editor import saving
from desktop.ui.authoring.editor.saving import DraftSaver
from desktop.ui.kit.saving import Saving
from tests.ui.authoring.editor.stage import FakeAuthoring, draft


async def until(true) -> None:
    for _ in range(400):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never became true")


async def test_it_is_written_by_itself_and_again_after_a_failure(qapp, monkeypatch):
    monkeypatch.setattr(saving, "DELAY_MS", 1)
    monkeypatch.setattr(saving, "RETRY_MS", 2)
    authoring = FakeAuthoring()
    saver = DraftSaver(authoring)
    authoring.full = True
    saver.keep(draft())
    await until(lambda: saver.state is Saving.FAILED)
    authoring.full = False
    await until(lambda: saver.state is Saving.SAVED)
    assert authoring.saved == [draft()]


async def test_typing_on_does_not_put_it_off(qapp, monkeypatch):
    monkeypatch.setattr(saving, "DELAY_MS", 30)
    authoring = FakeAuthoring()
    saver = DraftSaver(authoring)
    for _ in range(40):
        saver.keep(draft())
        await asyncio.sleep(0.005)
        if authoring.saved:
            break
    assert authoring.saved
    await saver.flush()
