"""Leaving while a customer is on video: asked first; staying keeps the call, leaving ends and records it."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent

from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.video import views
from desktop.app.video.leaving import GO
from desktop.domain.video.readiness import Readiness
from desktop.services.video.client import Video
from desktop.ui.video import webrules
from tests.journeys.hands import arrive, open_customer, rows


@pytest.fixture(autouse=True)
def browsed(monkeypatch) -> list[str]:
    """Addresses of pages that the system's browser would show."""
    seen: list[str] = []
    monkeypatch.setattr(webrules, "available", lambda: False)
    monkeypatch.setattr(views, "open_browser", seen.append)
    return seen


async def on_video(hands: Driver, session: Session) -> Desk:
    """Léa at her desk, a call with Claire under way."""
    desk = await arrive(hands, session)
    call = desk.models.video.call
    await open_customer(hands, desk, "Claire Moreau")
    await hands.until(lambda: call.state.readiness.ok, "la passerelle")
    await hands.press("F9")
    await hands.until(lambda: call.state.call is not None, "l’appel")
    return desk


def ends(store_file: Path) -> list[tuple[str, ...]]:
    """How calls of today ended."""
    return rows(store_file, "SELECT end_reason FROM video_calls ORDER BY rowid DESC LIMIT 1")


def test_signing_out_asks_and_staying_keeps_the_call(play, store_file: Path) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await on_video(hands, session)
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: desk.on_video.question is not None, "la question")
        assert "Mme Moreau" in desk.on_video.question.words()
        desk.window.sign_out_asked.emit()
        await hands.press("Escape")
        await hands.until(lambda: desk.on_video.question is None, "la réponse")
        assert session.desk is desk
        assert desk.models.video.call.state.call is not None
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: desk.on_video.question is not None, "la question")
        desk.on_video.question.button(GO).click()
        await hands.until(lambda: session.desk is None, "le départ")

    play(story)
    assert ends(store_file) == [("done",)]


def test_a_call_that_ends_meanwhile_lets_one_leave(play) -> None:
    async def story(hands: Driver, session: Session) -> None:
        desk = await on_video(hands, session)
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: desk.on_video.question is not None, "la question")
        desk.models.video.call.end()
        await hands.until(lambda: session.desk is None, "le départ")

    play(story)


def test_closing_the_window_asks_too(play) -> None:
    class Close(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    async def story(hands: Driver, session: Session) -> None:
        desk = await on_video(hands, session)
        assert not desk.window.leaving.may_close(Close())
        await hands.until(lambda: desk.on_video.question is not None, "la question")
        await hands.press("Escape")
        await hands.until(lambda: desk.on_video.question is None, "la réponse")
        assert desk.window.isVisible()

    play(story)


def test_a_window_that_goes_without_a_word_ends_and_records_the_call(
    play, store_file: Path
) -> None:
    async def story(hands: Driver, session: Session) -> None:
        await on_video(hands, session)
        session.end()

    play(story)
    assert ends(store_file) == [("advisor_gone",)]


def test_who_leaves_before_the_gateway_has_answered_leaves_no_fault(play, monkeypatch) -> None:
    asked: list[Video] = []

    async def waits(video: Video) -> Readiness:
        asked.append(video)
        return await video._thread.run(asyncio.sleep, 60)

    monkeypatch.setattr(Video, "check", waits)

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await hands.until(lambda: bool(asked), "la question à la passerelle")
        desk.window.sign_out_asked.emit()
        await hands.until(lambda: session.desk is None, "le départ")

    play(story)
