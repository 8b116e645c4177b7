"""When an answer is due, and a button that tells why then."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.due_words import DueShown
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class DueWhy(QWidget):
    """Hidden while nothing is due, then `turned`; in the colour of words, whatever the hour."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: DueShown | None = None
        self.due = WrapLabel("", "secondary")
        self.why = Button(
            QCoreApplication.translate("Standards", "Pourquoi cette échéance\u202f?"),
            "info",
            "ghost",
        )
        self.why.setCheckable(True)
        self.reasons = Panel("sunken")
        self.why.toggled.connect(self.reasons.setVisible)
        self.reasons.hide()
        head = boxes.column(self.due, boxes.row(self.why, None), spacing=0)
        box = boxes.column(head, self.reasons, spacing=Space.XS)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.hide()

    def show_due(self, shown: DueShown | None) -> None:
        """Show another due date, or none; what was unfolded stays so for the same one."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            self.why.setChecked(False)
            self.turned.emit()
            return
        self.due.setText(shown.due)
        boxes.clear(self.reasons.body)
        for line in shown.why:
            self.reasons.add(WrapLabel(line))
        self.why.setAccessibleDescription(". ".join(shown.why))
        self.turned.emit()
