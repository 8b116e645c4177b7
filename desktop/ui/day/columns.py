"""Cards in one, two or three columns, as the width allows, always in the same order."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.tab_order import follow_widgets
from desktop.ui.kit.tokens import Space

_THREE: Final = 1140
_TWO: Final = 720
_LEAST: Final = 320
_UNEVEN: Final = 1.2
"""How much less even than they could be columns may grow before cards change places under one's eyes."""


class Columns(QWidget):
    """Columns are as even as they can be in the order of the cards, which Tab follows.

    The first card is never hidden. The cards are placed here rather than by nested layouts:
    those lose the height of wrapped words when the number of columns changes while they are
    being laid out.
    """

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._begun: dict[int, tuple[QWidget, ...]] = {}
        self._way: tuple[QWidget, ...] = ()
        for card in self._cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, card: QWidget, *, early: bool = False) -> None:
        """Put a card after the others; `early`: right after the first card."""
        first, others = self._cards[:1], self._cards[1:]
        self._cards = (*first, card, *others) if early else (*self._cards, card)
        card.setParent(self)
        self.updateGeometry()
        if self.isVisible():
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
        # Cards make their rows anew, and a new widget would be the last that Tab comes to.
        self._way = follow_widgets(self._cards, self._way)

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
        """The cards of each column: as they were, unless they could be much more even."""
        cards = [card for card in self._cards if not card.isHidden()]
        fit = 3 if wide >= theme.px(_THREE) else 2 if wide >= theme.px(_TWO) else 1
        count = min(fit, len(cards))
        width = (wide - (count - 1) * Space.L) // count
        heights = [_height(card, width) + Space.L for card in cards]
        best = min(
            ((0, *starts) for starts in combinations(range(1, len(cards)), count - 1)),
            key=lambda starts: _uneven(heights, starts),
        )
        kept = tuple(cards.index(card) for card in self._begun.get(count, ()) if card in cards)
        other = len(kept) != count or kept[0] != 0
        if other or _uneven(heights, kept) > _UNEVEN * _uneven(heights, best):
            self._begun[count] = tuple(cards[start] for start in best)
            kept = best
        return [cards[start:end] for start, end in pairwise((*kept, len(cards)))]


def _uneven(heights: Sequence[int], starts: Sequence[int]) -> int:
    """Sum of the squares of the columns' heights: the least where they are most alike."""
    return sum(sum(heights[start:end]) ** 2 for start, end in pairwise((*starts, len(heights))))


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), card.minimumSizeHint().height())
    return card.sizeHint().height()
