"""Which server: its name in words, and its whole address once one wants to change it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.form import field
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.connect_words import host_of


class ServerRow(QWidget):
    """`changed` gives the address that was typed, when one leaves it or presses Enter."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QCoreApplication.translate("Connect", "Adresse du serveur")
        self.field = TextField(label, "postgresql://…  https://…")
        self.change = Button(QCoreApplication.translate("Connect", "Changer"), "pencil", "ghost")
        self._name = ElidedLabel("", "strong")
        self._server = ""
        self._told = Panel("sunken")
        self._told.body.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        line = boxes.row(Glyph("server", "accent", 16), spacing=Space.M)
        line.addWidget(self._name, 1)
        line.addWidget(self.change)
        self._told.body.addLayout(line)
        self._typed = field(label, self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._told)
        box.addWidget(self._typed)
        self.change.clicked.connect(self.edit)
        self.field.editingFinished.connect(self._tell)
        self.show_server("")

    def show_server(self, server: str) -> None:
        """Show which server it is; an address has to be typed where there is none."""
        self._server = server
        self._name.setText(host_of(server))
        self._name.setToolTip(server)
        if server != self.field.text().strip():
            self.field.setText(server)
        if not (self.editing() and self.field.hasFocus()):
            self._turn(editing=not server)

    def server(self) -> str:
        """Return the address, as it stands in the field."""
        return self.field.text().strip() if self.editing() else self._server

    def editing(self) -> bool:
        """Tell whether the whole address is shown, to be typed."""
        return not self._typed.isHidden()

    def edit(self) -> None:
        """Offer the whole address."""
        self._turn(editing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _turn(self, *, editing: bool) -> None:
        self._typed.setVisible(editing)
        self._told.setVisible(not editing)
        self.setFocusProxy(self.field if editing else self.change)

    def _tell(self) -> None:
        if self.field.text().strip() != self._server:
            self.changed.emit(self.field.text().strip())
