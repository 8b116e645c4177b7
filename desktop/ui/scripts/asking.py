"""What one may ask and what to verify at a step, side by side where there is room."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.domain.scripts import Step
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_SIDE_BY_SIDE: Final = 600


class Asking(QWidget):
    """`ticked` gives the id of the check."""

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._rows: dict[str, CheckRow] = {}
        self._questions = boxes.column(spacing=Space.XS)
        self._checks = boxes.column(spacing=0)
        self._sides = [boxes.holder(self._questions), boxes.holder(self._checks)]
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.XL)
        for side in self._sides:
            self._box.addWidget(side, 1)

    def set_step(self, step: Step, checked: tuple[str, ...]) -> None:
        """Show a step's questions and checks; `checked` holds `step/check`."""
        shown = (step.id, step.questions, step.checks)
        if shown != self._shown:
            self._shown = shown
            self._rebuild(step)
        for check_id, row in self._rows.items():
            row.setChecked(f"{step.id}/{check_id}" in checked)

    def rows(self) -> dict[str, CheckRow]:
        """Return the rows to tick, by the check's id."""
        return dict(self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the two where they would be cramped."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(Space.XL if wide else Space.M)

    def _rebuild(self, step: Step) -> None:
        boxes.clear(self._questions)
        boxes.clear(self._checks)
        self._rows = {}
        self._questions.addWidget(
            Text(QCoreApplication.translate("Guide", "À demander, si besoin"), "strong")
        )
        for question in step.questions:
            line = boxes.row(spacing=Space.S)
            glyph = Glyph("message-square", "text3", 14)
            line.addLayout(boxes.column(3, glyph, None, spacing=0))
            line.addWidget(WrapLabel(question.text, "body"), 1)
            self._questions.addLayout(line)
        self._questions.addStretch(1)
        self._checks.addWidget(Text(QCoreApplication.translate("Guide", "À vérifier"), "strong"))
        self._checks.addSpacing(2)
        for check in step.checks:
            self._checks.addWidget(self._row(check.id, check.label))
        self._checks.addStretch(1)
        self._sides[0].setVisible(bool(step.questions))
        self._sides[1].setVisible(bool(step.checks))
        self.setVisible(bool(step.questions or step.checks))

    def _row(self, check_id: str, label: str) -> CheckRow:
        row = CheckRow(label)
        row.clicked.connect(lambda: self.ticked.emit(check_id))
        self._rows[check_id] = row
        return row
