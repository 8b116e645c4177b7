"""Cards in one, two or three columns, as the width allows, always in the same order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.tokens import Space

_THREE: Final = 1140
_TWO: Final = 720
_LEAST: Final = 320


class Columns(QWidget):
    """`two` and `three` tell which cards, by place, begin the second and third columns.

    The cards are placed here rather than by nested layouts: those lose the height of wrapped
    words when the number of columns changes while they are being laid out.
    """

    def __init__(
        self,
        cards: Sequence[QWidget],
        two: int,
        three: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._starts = {1: (0,), 2: (0, two), 3: (0, *three)}
        for card in self._cards:
            card.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """How many columns there are now: those that fit and have something to show."""
        return len(self._groups())

    def minimumSizeHint(self) -> QSize:
        """One column at least."""
        return QSize(theme.px(_LEAST), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Make room when what a card holds has changed."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def _place(self) -> None:
        groups = self._groups()
        width = (self.width() - (len(groups) - 1) * Space.L) // len(groups)
        bottoms = [0]
        for place, cards in enumerate(groups):
            left, top = place * (width + Space.L), 0
            for card in cards:
                height = _height(card, width)
                card.setGeometry(left, top, width, height)
                top += height + Space.L
            bottoms.append(top - Space.L)
        tallest = max(bottoms)
        if self.height() != tallest or self.minimumHeight() != tallest:
            self.setFixedHeight(tallest)

    def _groups(self) -> list[list[QWidget]]:
        """The cards of each column; an empty one gives its room to the others."""
        wide = self.width()
        fit = 3 if wide >= theme.px(_THREE) else 2 if wide >= theme.px(_TWO) else 1
        starts = (*self._starts[fit], len(self._cards))
        groups = [
            [card for card in self._cards[start:end] if not card.isHidden()]
            for start, end in pairwise(starts)
        ]
        return [cards for cards in groups if cards] or [[]]


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), card.minimumSizeHint().height())
    return card.sizeHint().height()
