"""The contact's step-offs, each with one question: did it help?"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contacts import Draft, Helped, StepOff
from desktop.domain.ids import StepOffId
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.helped_choice import HelpedChoice
from desktop.ui.kit import boxes
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class StepOffRow(Panel):
    """One step-off: when, why, in which words, and the question."""

    def __init__(self, step_off: StepOff, viewmodel: Editing) -> None:
        super().__init__("warning")
        self.body.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        self._id = step_off.id
        at = step_off.at.astimezone(viewmodel.zone())
        told = QCoreApplication.translate("WrapUp", "Écart noté à {hour}")
        head = Text(told.format(hour=f"{at:%H:%M}"), "strong")
        why = ElidedLabel(step_off.words or label(step_off.reason), "secondary")
        words = boxes.column(head, why, spacing=0)
        top = boxes.row(Tile("split", "warning", 28), spacing=Space.S)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.choice = HelpedChoice()
        self.choice.picked.connect(lambda helped: viewmodel.set_helped(self._id, helped or None))
        question = Text(QCoreApplication.translate("WrapUp", "A-t-il aidé\u202f?"), "secondary")
        bottom = boxes.row(question, spacing=Space.S)
        bottom.addWidget(self.choice, 1)
        self.body.addLayout(bottom)

    def show_helped(self, helped: Helped | None) -> None:
        """Show the answer given."""
        self.choice.set_value(helped)


class StepOffRows(QWidget):
    """Hidden while there is none."""

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._rows: dict[StepOffId, StepOffRow] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        self.hide()

    def show_draft(self, draft: Draft) -> None:
        """Show the draft's step-offs; rows that stay keep the focus."""
        wanted = {one.id: one for one in draft.step_offs}
        for gone in [known for known in self._rows if known not in wanted]:
            row = self._rows.pop(gone)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        for step_off in draft.step_offs:
            if step_off.id not in self._rows:
                row = StepOffRow(step_off, self._viewmodel)
                self._rows[step_off.id] = row
                self._box.addWidget(row)
            self._rows[step_off.id].show_helped(step_off.helped)
        self.setVisible(bool(wanted))

    def unanswered(self) -> HelpedChoice | None:
        """Return the first question without an answer."""
        choices = (row.choice for row in self._rows.values())
        return next((choice for choice in choices if choice.value is None), None)
