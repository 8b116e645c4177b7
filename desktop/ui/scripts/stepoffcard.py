"""A step-off of this contact: when, at which step, why, and whether it helped."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from desktop.domain.contacts import Helped, StepOff
from desktop.domain.ids import StepOffId
from desktop.ui.kit import boxes, labels, theme
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_SIDE_BY_SIDE: Final = 680
_LEAST: Final = 300
_TILE: Final = 32


class StepOffCard(Panel):
    """`helped` gives the step-off's id and the answer."""

    helped = Signal(str, object)

    def __init__(self, step_off: StepOff, hour: str, step_title: str) -> None:
        super().__init__("warning")
        self._id: StepOffId = step_off.id
        when = QCoreApplication.translate("Guide", "Écart noté à {0}").format(hour)
        if step_title:
            when = QCoreApplication.translate(
                "Guide", "Écart noté à {0}, étape «\u202f{1}\u202f»"
            ).format(hour, step_title)
        self.setAccessibleName(when)
        head = boxes.row(Text(when, "strong"), Chip(labels.label(step_off.reason), "warning"), None)
        said = boxes.column(head, spacing=2)
        if step_off.words:
            words = QCoreApplication.translate("Guide", "«\u202f{0}\u202f»").format(step_off.words)
            said.addWidget(WrapLabel(words, "body", "text2"))
        told = boxes.row(boxes.column(Tile("split", "warning", _TILE), None), spacing=Space.M)
        told.addLayout(said, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(Space.M)
        self._line.addLayout(told, 1)
        self._asked = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.addLayout(self._asked)
        self._ask(when, step_off.helped)
        self.body.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        self.body.addLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the question below the words where the two would be cramped."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._line.setSpacing(Space.M if wide else Space.S)
        across = QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight
        self._asked.setDirection(across)
        left = 0 if wide else theme.px(_TILE) + Space.M
        self._asked.setContentsMargins(left, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Allow the width at which the question is below."""
        return QSize(theme.px(_LEAST), super().minimumSizeHint().height())

    def _ask(self, when: str, helped: Helped | None) -> None:
        asked = QCoreApplication.translate("Guide", "A-t-il aidé\u202f?")
        self.choice = Segmented(
            f"{asked} {when}",
            [
                Option(Helped.YES, QCoreApplication.translate("Guide", "Oui"), "thumbs-up"),
                Option(Helped.NO, QCoreApplication.translate("Guide", "Non")),
                Option(Helped.UNKNOWN, QCoreApplication.translate("Guide", "Ne sait pas")),
            ],
        )
        self.choice.set_value(helped)
        self.choice.picked.connect(self._tell)
        self._asked.setSpacing(Space.XS)
        self._asked.addWidget(Text(asked, "caption"))
        self._asked.addWidget(self.choice)
        self._asked.addStretch(1)

    def _tell(self, helped: Helped | None) -> None:
        self.helped.emit(self._id, helped or Helped.UNKNOWN)
