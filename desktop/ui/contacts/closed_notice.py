"""After a close: it is done, it can be taken back for a moment, another contact can begin."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.contacts.state import ContactState, Stage
from desktop.ui.contacts.viewmodel import ContactViewModel
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class ClosedNotice(QWidget):
    """« Annuler la clôture » goes once it would come too late."""

    def __init__(self, viewmodel: ContactViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        title = Text(QCoreApplication.translate("WrapUp", "Contact clos"), "strong")
        told = QCoreApplication.translate("WrapUp", "Tout est enregistré sur ce poste.")
        words = boxes.column(title, WrapLabel(told, "secondary"), spacing=2)
        head = boxes.row(Tile("check-check", "success", 34), spacing=Space.M)
        head.addLayout(words, 1)
        self.take_back = Button(
            QCoreApplication.translate("WrapUp", "Annuler la clôture"),
            "undo-2",
            "outline",
            key_symbol("Ctrl+Z"),
        )
        self.take_back.clicked.connect(viewmodel.undo)
        self.again = Button(
            QCoreApplication.translate("WrapUp", "Nouveau contact"), "plus", "secondary"
        )
        self.again.clicked.connect(viewmodel.begin_again)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._expire)
        buttons = boxes.column(self.take_back, self.again, spacing=Space.S)
        self.setLayout(boxes.column(head, buttons, spacing=Space.M))

    def show_state(self, state: ContactState) -> None:
        """Show when the contact was closed, and count down."""
        self.setVisible(state.stage is Stage.CLOSED)
        self._late.stop()
        if state.stage is not Stage.CLOSED or state.undo_until is None:
            return
        left = (state.undo_until - self._viewmodel.now()).total_seconds()
        self.take_back.setVisible(left > 0)
        if left > 0:
            self._late.start(round(left * 1000))

    def take_focus(self) -> None:
        """Lead to the next contact: a stray Space there takes nothing back."""
        self.again.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _expire(self) -> None:
        if self.take_back.hasFocus():
            self.again.setFocus()
        self.take_back.hide()
