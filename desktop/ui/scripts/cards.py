"""Numbered cards in one column or two: arrows move among them, Enter or the digit picks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.focus import give
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.numbered import NumberedCard

_TWO_COLUMNS: Final = 520
_MOVES: Final = {
    Qt.Key.Key_Right: (1, 1),
    Qt.Key.Key_Left: (-1, -1),
    Qt.Key.Key_Down: (2, 1),
    Qt.Key.Key_Up: (-2, -1),
}
"""Key: how far it moves in two columns, and in one."""


class Cards(QWidget):
    """`picked` gives the id of the card."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._ids: tuple[str, ...] = ()
        self._cards: list[NumberedCard] = []
        self._columns = 2
        self._gap = QWidget(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)

    def set_cards(self, rows: Sequence[tuple[str, str, str]], first: int = 1) -> None:
        """Show id, title and note of each; cards that stay keep the focus."""
        ids = tuple(row[0] for row in rows)
        same = ids == self._ids and [card.text() for card in self._cards] == [r[1] for r in rows]
        if same:
            for card, row in zip(self._cards, rows, strict=True):
                card.set_note(row[2])
            return
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._ids = ids
        self._cards = [self._card(place + first, row) for place, row in enumerate(rows)]
        self._arrange()
        if self._cards:
            self.setFocusProxy(self._cards[0])

    def set_chosen(self, card_id: str) -> None:
        """Show one card as chosen; "" for none."""
        for one, card in zip(self._ids, self._cards, strict=True):
            card.set_chosen(one == card_id)

    def cards(self) -> tuple[NumberedCard, ...]:
        """Return the cards in order."""
        return tuple(self._cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go to one column where two would be cramped."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= theme.px(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows and Enter from the card that has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES and watched in self._cards:
                return self._move(self._cards.index(watched), key)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, NumberedCard):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _move(self, here: int, key: Qt.Key) -> bool:
        target = here + _MOVES[key][0 if self._columns == 2 else 1]
        if 0 <= target < len(self._cards):
            give(self._cards[target])
            return True
        return False

    def _card(self, figure: int, row: tuple[str, str, str]) -> NumberedCard:
        card = NumberedCard(figure if figure <= 9 else 0, row[1], row[2], self)
        card.clicked.connect(lambda: self.picked.emit(row[0]))
        card.installEventFilter(self)
        return card

    def _arrange(self) -> None:
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
            card.show()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        if len(self._cards) == 1 and self._columns == 2:
            self._grid.addWidget(self._gap, 0, 1)
        self._gap.setVisible(len(self._cards) == 1 and self._columns == 2)
