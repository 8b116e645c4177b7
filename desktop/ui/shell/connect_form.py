"""The form of a connected start: who, at which server, with what password."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.connect_accounts import AccountList
from desktop.ui.shell.connect_fields import ConnectFields
from desktop.ui.shell.connect_state import ConnectState, Given, Hindrance, Place
from desktop.ui.shell.connect_words import sentence
from desktop.ui.shell.server_row import ServerRow


class ConnectForm(QWidget):
    """`given` with what stands in the fields, `chosen` with an Account of the list."""

    given = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.server = ServerRow()
        self.people = AccountList()
        self.fields = ConnectFields()
        self.problem = Banner("danger", "")
        self.browser = Button(
            QCoreApplication.translate("Connect", "Continuer dans le navigateur"),
            "globe",
            "primary",
        )
        words = QCoreApplication.translate("Connect", "Se connecter")
        self.enter = Button(words, "log-in", "primary", key_symbol("Return"))
        self.file = Button(
            QCoreApplication.translate("Connect", "Fichier de l’administrateur…"),
            "folder-open",
            "ghost",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for part in (self.server, self.people, self.fields, self.problem):
            box.addWidget(part)
        box.addLayout(boxes.row(self.file, None, self.browser, self.enter))
        self.people.opened.connect(self.chosen)
        self.enter.clicked.connect(self.given)
        self.fields.given.connect(self.given)

    def show_state(self, state: ConnectState) -> None:
        """Show who and where; what is being typed stays."""
        self.server.show_server(state.server)
        self.people.show_accounts(state.accounts, state.chosen)
        self.fields.show_state(state)
        self.browser.setVisible(state.by_browser)
        self.enter.setVisible(not state.by_browser)
        for button in (self.enter, self.browser):
            button.set_busy(state.busy)
        self._complain(state)

    def typed(self) -> Given:
        """Return what stands in the fields."""
        return self.fields.typed(self.server.server())

    def focus_first(self) -> None:
        """Lead to the first thing that lacks, or to the people of this machine."""
        if self.people.isVisible():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.server.server():
            self.server.edit()
        elif not self.fields.focus_lacking(secrets_only=False):
            self.focus_secret()

    def focus_secret(self) -> None:
        """Lead to what makes one oneself: password, passphrase, or the button."""
        if not self.fields.focus_lacking(secrets_only=True):
            give(self.enter if self.enter.isVisible() else self.browser)

    def places(self) -> dict[Place, TextField]:
        """Return the field of each place that can be mended."""
        fields = self.fields
        return {
            Place.SERVER: self.server.field,
            Place.NAME: fields.name,
            Place.PASSWORD: fields.secret().field,
            Place.PASSPHRASE: fields.passphrase.field,
        }

    def _complain(self, state: ConnectState) -> None:
        why = state.hindrance
        shown = why is not None and not (why is Hindrance.NO_ANSWER and state.read_at is not None)
        self.problem.setVisible(shown)
        words = sentence(why, state.server) if why is not None else ""
        self.problem.set_text(words)
        for place, part in self.places().items():
            part.set_problem(words if shown and state.place is place else "")
        if not shown or state.busy:
            return
        announce(self, words)
        if state.place is Place.SERVER:
            self.server.edit()
        elif state.place in self.places():
            part = self.places()[state.place]
            part.selectAll()
            if part.isVisible():
                give(part)
            else:
                self.focus_secret()
