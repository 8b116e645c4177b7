"""The weeks chosen, beside what the page says of causes; one over the other where room is short."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror import words
from desktop.ui.mirror.weeks_bar import WeeksBar

_BESIDE: Final = 1240


class TopLine(QWidget):
    """The sentence is always there, and always whole."""

    def __init__(self, weeks: WeeksBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks = weeks
        self._sentence = WrapLabel(words.no_cause(), "secondary")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        self._box.addWidget(weeks, 1)
        self._box.addWidget(self._sentence, 1)

    def minimumSizeHint(self) -> QSize:
        """Need the room of the weeks: the sentence wraps, or goes over them."""
        width = self._weeks.minimumSizeHint().width()
        return QSize(width, self._box.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sentence beside the weeks, or over them."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE)
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._box.setDirection(across if beside else up)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._sentence.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
