"""Cards in one, two or three columns, as the width allows, always in the same order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.tokens import Space

_THREE: Final = 1140
_TWO: Final = 720
_LEAST: Final = 320


class Columns(QWidget):
    """`two` and `three` tell which cards, by place, begin the second and third columns.

    The first card is never hidden. The cards are placed here rather than by nested layouts:
    those lose the height of wrapped words when the number of columns changes while they are
    being laid out.
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, card: QWidget, *, early: bool = False) -> None:
        """Put a card at the end of the last column; `early`: right after the first card."""
        if early:
            self._cards = (self._cards[0], card, *self._cards[1:])
            self._starts = {
                count: (0, *(start + 1 for start in starts[1:]))
                for count, starts in self._starts.items()
            }
        else:
            self._cards = (*self._cards, card)
        card.setParent(self)
        self.updateGeometry()
        self._place()

    @property
    def count(self) -> int:
        """How many columns there are now: those that fit and have something to show."""
        return len(self._groups(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the tallest column."""
        return max(place.bottom() + 1 for _, place in self._places(width))

    def sizeHint(self) -> QSize:
        """Prefer what there is."""
        width = max(self.width(), theme.px(_LEAST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One column at least."""
        return QSize(theme.px(_LEAST), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Make room when what a card holds has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for card, place in self._places(self.width()):
            card.setGeometry(place)

    def _places(self, wide: int) -> list[tuple[QWidget, QRect]]:
        groups = self._groups(wide)
        width = (wide - (len(groups) - 1) * Space.L) // len(groups)
        places = []
        for place, cards in enumerate(groups):
            top = 0
            for card in cards:
                height = _height(card, width)
                places.append((card, QRect(place * (width + Space.L), top, width, height)))
                top += height + Space.L
        return places

    def _groups(self, wide: int) -> list[list[QWidget]]:
        """The cards of each column; an empty one gives its room to the others."""
        fit = 3 if wide >= theme.px(_THREE) else 2 if wide >= theme.px(_TWO) else 1
        starts = (*self._starts[fit], len(self._cards))
        groups = [
            [card for card in self._cards[start:end] if not card.isHidden()]
            for start, end in pairwise(starts)
        ]
        return [cards for cards in groups if cards]


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), card.minimumSizeHint().height())
    return card.sizeHint().height()
