"""The whole window as a screen reader and the Tab key meet it, for an advisor and for a lead."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import pages
from desktop.app.desk import Desk
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.shell.pages import Pages
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from tests.journeys.hands import arrive, open_customer

STOPS = 300


def _nodes(node: QAccessibleInterface | None, depth: int = 0) -> Iterator[QAccessibleInterface]:
    if node is None or not node.isValid() or depth > 60:
        return
    state = node.state()
    if state.invisible:
        return
    yield node
    for place in range(node.childCount()):
        yield from _nodes(node.child(place), depth + 1)


def _nameless(window: QWidget) -> list[str]:
    """Nodes that take the keyboard and say nothing of what they are."""
    found = []
    for node in _nodes(QAccessible.queryAccessibleInterface(window)):
        thing = node.object()
        if not isinstance(thing, QWidget) or not thing.isVisible() or not node.state().focusable:
            continue
        if not node.text(QAccessible.Text.Name).strip():
            found.append(f"{type(thing).__name__} in {_where(thing)}")
    return found


def _where(widget: QWidget) -> str:
    names = []
    part: QWidget | None = widget
    while part is not None and len(names) < 6:
        names.append(type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names)


async def _stops(hands: Driver, key: str = "Tab") -> list[QWidget]:
    """The widgets that Tab leads through, from here until it is back."""
    seen: list[QWidget] = []
    for _ in range(STOPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            return seen
        seen.append(focus)
        await hands.press(key)
    raise AssertionError("Tab never comes round")


def _against_the_eye(stops: list[QWidget], page: QWidget) -> list[str]:
    """Steps that go back up within one column: to what lies above, and not to the right."""
    found = []
    for first, second in pairwise(stops):
        if not page.isAncestorOf(first) or not page.isAncestorOf(second):
            continue
        one = first.mapTo(page, QPoint(0, 0))
        two = second.mapTo(page, QPoint(0, 0))
        above = two.y() + second.height() <= one.y()
        left = two.x() + second.width() <= one.x() + 2
        overlaps = two.x() < one.x() + first.width() and one.x() < two.x() + second.width()
        same_line = two.y() < one.y() + first.height() and one.y() < two.y() + second.height()
        if (above and overlaps) or (same_line and left):
            found.append(f"{_where(first)} {first.accessibleName()!r} -> {_where(second)}")
    return found


async def _look(hands: Driver, desk: Desk, page_id: str, problems: list[str]) -> None:
    await hands.press(pages.KEYS[page_id])
    await hands.until(lambda: desk.window.page() == page_id, page_id)
    for _ in range(5):
        await hands.settle()
    problems += [f"{page_id}: nameless {one}" for one in _nameless(desk.window)]
    stops = await _stops(hands)
    assert len(stops) > 3, f"{page_id}: Tab is stuck on {stops}"
    page = _page(desk, page_id)
    problems += [f"{page_id}: against the eye {one}" for one in _against_the_eye(stops, page)]


def _page(desk: Desk, page_id: str) -> QWidget:
    """What the window shows now in the place of pages; of the team's page, its first tab."""
    if page_id == pages.SHARED:
        return desk.window.findChildren(SharedCheckInsView)[0]
    (pile,) = desk.window.findChildren(Pages)
    shown = pile.currentWidget()
    assert shown is not None
    return shown


@pytest.mark.parametrize("who", ["lea", "camille"])
def test_every_stop_has_a_name_and_tab_follows_the_eye(play, settings, who: str) -> None:
    problems: list[str] = []

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        desk.window.resize(1680, 1050)
        await open_customer(hands, desk, "Claire Moreau")
        for page_id in pages.of_role(desk.person.role):
            await _look(hands, desk, page_id, problems)
        for opener in ("F12", "F1", "Ctrl+K", "Ctrl+N"):
            await hands.press(opener)
            for _ in range(3):
                await hands.settle()
            problems.extend(f"{opener}: nameless {one}" for one in _nameless(desk.window))
            await hands.press("Escape")
        await hands.press("Alt+2")
        for opener in ("F4", "F7"):
            await hands.press(opener)
            for _ in range(3):
                await hands.settle()
            problems.extend(f"{opener}: nameless {one}" for one in _nameless(desk.window))
            await hands.press("Escape")

    play(story, replace(settings, sign_in_as=who))
    assert not problems, "\n".join(dict.fromkeys(problems))
