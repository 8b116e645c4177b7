"""The estimate gap: oneself contact by contact, the team as one distribution."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.tokens import Space
from desktop.ui.mirror.own_card import OwnCard
from desktop.ui.mirror.team_card import TeamCard
from desktop.ui.mirror.viewmodel import MirrorViewModel

_SIDE_BY_SIDE: Final = 1120


class GapView(QWidget):
    """Two cards side by side, one over the other where there is less room."""

    def __init__(self, viewmodel: MirrorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.own = OwnCard(viewmodel)
        self.team = TeamCard()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.L)
        self._box.addWidget(self.own, 1)
        self._box.addWidget(self.team, 1)

    def show_mirror(self) -> None:
        """Show what was read."""
        self.own.show_state(self._viewmodel.state)
        self.team.show_state(self._viewmodel.state)

    def show_table(self, *, shown: bool) -> None:
        """Show tables in the place of the charts, or the charts again."""
        self.own.show_table(shown=shown)
        self.team.show_table(shown=shown)

    def minimumSizeHint(self) -> QSize:
        """Need the wider card's width only: the cards can stand one over the other."""
        width = max(card.minimumSizeHint().width() for card in (self.own, self.team))
        return QSize(width, self._box.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side, or not."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if wide else down)
