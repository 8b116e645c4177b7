"""When an answer is due, a button that tells why then, and one to say that we wait for the customer."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.due_words import DueShown
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class DueWhy(QWidget):
    """Hidden while nothing is due, then `turned`; in the colour of words, whatever the hour.

    `waited` when it is said that we wait for the customer, or that they answered.
    """

    turned = Signal()
    waited = Signal()

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
        self.kept = WrapLabel("", "secondary")
        self.kept.hide()
        self.wait = Button("", "hourglass", "ghost")
        self.wait.clicked.connect(self.waited)
        self.reasons = Panel("sunken")
        self.why.toggled.connect(self.reasons.setVisible)
        self.reasons.hide()
        buttons = Flow(Space.XS)
        buttons.add(self.why)
        buttons.add(self.wait)
        self.wait.hide()
        head = boxes.column(self.due, self.kept, buttons, spacing=0)
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
        self.kept.setText(shown.kept)
        self.kept.setVisible(bool(shown.kept))
        self.why.setVisible(bool(shown.why))
        self._offer(shown)
        boxes.clear(self.reasons.body)
        for line in shown.why:
            self.reasons.add(WrapLabel(line))
        self.why.setAccessibleDescription(". ".join(shown.why))
        self.turned.emit()

    def set_key(self, key: str) -> None:
        """Show the key that does as the second button; "" for none."""
        self.wait.set_key(key_symbol(key) if key else None)

    def _offer(self, shown: DueShown) -> None:
        if shown.waiting and shown.closed:
            words = QCoreApplication.translate("Standards", "Ne plus attendre le client")
            self.wait.set_icon("message-square-reply")
        elif shown.waiting:
            words = QCoreApplication.translate("Standards", "Le client a répondu")
            self.wait.set_icon("message-square-reply")
        else:
            words = QCoreApplication.translate("Standards", "J’attends le client")
            self.wait.set_icon("hourglass")
        self.wait.set_text(words)
        held = self.wait.hasFocus()
        self.wait.setVisible(shown.waiting is not None)
        if held and self.wait.isHidden():
            give(self.why)
