"""Cards in one, two or three columns, as the width allows, always in the same order."""

from collections.abc import Sequence
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
        """How many columns fit now."""
        width = self.width()
        return 3 if width >= theme.px(_THREE) else 2 if width >= theme.px(_TWO) else 1

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
        count = self.count
        width = (self.width() - (count - 1) * Space.L) // count
        starts = (*self._starts[count], len(self._cards))
        bottoms = [0]
        for place in range(count):
            left, top = place * (width + Space.L), 0
            for card in self._cards[starts[place] : starts[place + 1]]:
                if card.isHidden():
                    continue
                height = _height(card, width)
                card.setGeometry(left, top, width, height)
                top += height + Space.L
            bottoms.append(top - Space.L)
        tallest = max(bottoms)
        if self.height() != tallest or self.minimumHeight() != tallest:
            self.setFixedHeight(tallest)


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), card.minimumSizeHint().height())
    return card.sizeHint().height()
