"""The cards of the day: columns as even as they can be, in the order that Tab follows."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.ui.day.columns import Columns
from desktop.ui.kit.tokens import Space
from tests.ui.day.stage import show

WIDE = 1200


class FakeCard(QWidget):
    """A card of a height of its own, with one stop of Tab."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.tall = height
        self.stop = QPushButton("x")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(200, self.tall)


def _columns(*heights: int) -> tuple[Columns, list[FakeCard]]:
    cards = [FakeCard(height) for height in heights]
    columns = Columns(cards)
    columns.resize(WIDE, 2000)
    return columns, cards


def _lefts(cards: list[FakeCard]) -> list[int]:
    places = sorted({card.x() for card in cards})
    return [places.index(card.x()) for card in cards]


@pytest.mark.parametrize(
    ("heights", "places"),
    [
        ((300, 100, 100, 100, 300), [0, 1, 1, 1, 2]),
        ((100, 100, 100, 100, 100, 100), [0, 0, 1, 1, 2, 2]),
        ((100, 900, 100), [0, 1, 2]),
        ((100, 100), [0, 1]),
    ],
)
async def test_columns_are_as_even_as_their_order_lets_them(qtbot, heights, places):
    columns, cards = _columns(*heights)
    qtbot.addWidget(columns)
    await show(columns)
    assert _lefts(cards) == places
    assert columns.heightForWidth(WIDE) == max(card.geometry().bottom() for card in cards) + 1


async def test_cards_stay_where_they_are_while_columns_are_even_enough(qtbot):
    columns, cards = _columns(200, 200, 200)
    qtbot.addWidget(columns)
    await show(columns)
    one = FakeCard(80)
    columns.add(one)
    one.show()
    await show(columns)
    assert _lefts([*cards, one]) == [0, 1, 2, 2]
    assert one.y() == cards[2].geometry().bottom() + 1 + Space.L


async def test_tab_comes_to_an_early_card_before_the_others(qtbot):
    columns, cards = _columns(100, 100, 100)
    qtbot.addWidget(columns)
    early = FakeCard(100)
    columns.add(early, early=True)
    early.show()
    await show(columns)
    cards[0].stop.setFocus()
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        columns.focusNextChild()
    assert seen == [one.stop for one in (cards[0], early, cards[1], cards[2])]
