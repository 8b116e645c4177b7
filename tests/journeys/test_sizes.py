"""Every page at the sizes of desks: no words cut without an ellipsis, no sideways scrolling."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget

from desktop.app import pages
from desktop.app.running import application
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.window import Window
from tests.journeys.hands import arrive, open_customer, write_note

SIZES = ((1680, 1050), (1366, 768), (1100, 700), (1024, 680))


def _cut(window: QWidget) -> list[str]:
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue
        if label.wordWrap() or isinstance(label, WrapLabel):
            short = label.height() + 2 < label.heightForWidth(label.width())
        else:
            short = label.width() + 1 < label.sizeHint().width()
        if short:
            found.append(f"{label.text()!r} {label.size()} < {label.sizeHint()}")
    for button in window.findChildren(QPushButton):
        if isinstance(button, Button) and button.isVisible():
            needs = button.minimumSizeHint()
            if button.width() + 1 < needs.width() or button.height() + 1 < needs.height():
                found.append(f"{button.accessibleName() or button.text()!r} {button.size()}")
    return found


def _sideways(window: QWidget) -> list[str]:
    return [
        f"{type(area).__name__} < {type(area.parentWidget()).__name__}"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible()
        and area.horizontalScrollBar().isVisible()
        and area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ]


def _is_shown(window: Window, page_id: str) -> bool:
    return window.page() == page_id


@pytest.mark.parametrize(
    ("who", "scale"),
    [
        ("lea", 1.5),
        ("camille", 1.0),
        pytest.param("lea", 1.0, marks=pytest.mark.long),
        pytest.param("camille", 1.5, marks=(pytest.mark.long, pytest.mark.sample)),
    ],
)
def test_nothing_is_cut_at_the_sizes_of_desks(play, settings, who: str, scale: float) -> None:
    problems: list[str] = []

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        theme.apply(application(), "light", scale)
        await open_customer(hands, desk, "Claire Moreau")
        await write_note(hands, desk, "Une note")
        for width, height in SIZES:
            desk.window.resize(width, height)
            for page_id in pages.of_role(desk.person.role):
                await hands.press(pages.KEYS[page_id])
                await hands.until(partial(_is_shown, desk.window, page_id), page_id)
                for _ in range(3):
                    await hands.settle()
                where = f"{width}x{height} {page_id}"
                problems.extend(f"{where}: {one}" for one in _cut(desk.window))
                problems.extend(f"{where}: sideways {one}" for one in _sideways(desk.window))
        assert desk.window.width() == SIZES[-1][0]

    play(story, replace(settings, sign_in_as=who))
    assert not problems, "\n".join(problems)
