"""The form of a connected start: who, at which server, with what password."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.focus import give
from desktop.ui.kit.form import field
from desktop.ui.kit.keys import digit_of, key_symbol
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.connect_state import Account, ConnectState, Given, Hindrance, Place
from desktop.ui.shell.connect_words import host_of, sentence
from desktop.ui.shell.person_delegate import PeopleList, PersonDelegate, PersonLook
from desktop.ui.shell.secret_field import SecretField
from desktop.ui.shell.server_row import ServerRow

_MOST: Final = 3


class ConnectForm(QWidget):
    """`given` with what stands in the fields, `chosen` with an Account of the list."""

    given = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.server = ServerRow()
        self.people = PeopleList(QCoreApplication.translate("Connect", "Comptes de ce poste"))
        self._model: RowsModel[Account] = RowsModel(lambda one: one.key, _spoken, self)
        self.name = TextField(QCoreApplication.translate("Connect", "Nom de connexion"))
        self.password = SecretField(QCoreApplication.translate("Connect", "Mot de passe"))
        self.passphrase = SecretField(
            QCoreApplication.translate("Connect", "Phrase de passe de ce poste")
        )
        self.remember = CheckRow(
            QCoreApplication.translate(
                "Connect", "Retenir ce que je saisis, dans le trousseau de ce poste"
            )
        )
        self._why_phrase = WrapLabel(_why_phrase(), "caption")
        self.problem = Banner("danger", "")
        self.browser = Button(
            QCoreApplication.translate("Connect", "Continuer dans le navigateur"),
            "globe",
            "primary",
        )
        self._how = WrapLabel(
            QCoreApplication.translate(
                "Connect",
                "Votre organisation vous reconnaît dans le navigateur : aucun mot de passe n’est demandé ici.",
            ),
            "secondary",
        )
        self.enter = Button(
            QCoreApplication.translate("Connect", "Se connecter"),
            "log-in",
            "primary",
            key_symbol("Return"),
        )
        self.file = Button(
            QCoreApplication.translate("Connect", "Fichier de l’administrateur…"),
            "folder-open",
            "ghost",
        )
        self._told: object = None
        self._lay_out()
        self._join()

    def show_state(self, state: ConnectState) -> None:
        """Show who and where; what is being typed stays."""
        self.server.show_server(state.server)
        before = self._model.rows()
        self._model.set_rows(state.accounts)
        self.people.setVisible(bool(state.accounts))
        rows = min(len(state.accounts), _MOST)
        self.people.setFixedHeight(rows * max(self.people.sizeHintForRow(0), 0) + 2)
        if state.chosen is not None:
            self.people.setCurrentIndex(self._model.index_of(state.chosen.key))
        if self._told != (state.server, state.sign_in, before != state.accounts):
            self._told = (state.server, state.sign_in, before != state.accounts)
            self.name.setText(state.sign_in)
        self._fit(state)
        self._complain(state)

    def typed(self, token: str = "") -> Given:
        """Return what stands in the fields."""
        return Given(
            server=self.server.server(),
            sign_in=self.name.text().strip(),
            password=self.password.text(),
            passphrase=self.passphrase.text(),
            remember=self.remember.isChecked() and not self.remember.isHidden(),
            token=token,
        )

    def fill(self, given: Given) -> None:
        """Take what the administrator's file says; the password is for one time."""
        self.name.setText(given.sign_in)
        self.password.field.setText(given.password)

    def focus_first(self) -> None:
        """Lead to the first thing that lacks, or to the people of this machine."""
        if self._model.rowCount():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.server.server():
            self.server.edit()
        elif self.name.isVisible() and not self.name.text():
            give(self.name)
        else:
            self.focus_secret()

    def focus_secret(self) -> None:
        """Lead to what makes one oneself: password, passphrase, or the button."""
        for part in (self.password, self.passphrase):
            if part.isVisible() and not part.text():
                give(part.field)
                return
        give(self.enter if self.enter.isVisible() else self.browser)

    def places(self) -> dict[Place, QWidget]:
        """Return the field of each place that can be mended."""
        return {
            Place.SERVER: self.server.field,
            Place.NAME: self.name,
            Place.PASSWORD: self.password.field,
            Place.PASSPHRASE: self.passphrase.field,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits from the list, Enter from the fields."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.people:
            digit = digit_of(event)
            if digit is not None and digit <= self._model.rowCount():
                self.chosen.emit(self._model.row(digit - 1))
            return digit is not None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
            return True
        return super().eventFilter(watched, event)

    def _fit(self, state: ConnectState) -> None:
        self._name_row.setVisible(not state.by_browser and not state.token)
        self._password_row.setVisible(state.by_password)
        self.remember.setVisible(state.keyring)
        self._passphrase_row.setVisible(state.by_phrase)
        self._why_phrase.setVisible(state.by_phrase and state.chosen is None)
        self.browser.setVisible(state.by_browser)
        self._how.setVisible(state.by_browser)
        self.enter.setVisible(not state.by_browser)
        remembered = state.chosen is not None and state.chosen.remembered
        hint = QCoreApplication.translate("Connect", "Retenu sur ce poste") if remembered else ""
        for part in (self.password, self.passphrase):
            part.field.setPlaceholderText(hint)
        for button in (self.enter, self.browser):
            button.set_busy(state.busy)

    def _complain(self, state: ConnectState) -> None:
        why = state.hindrance
        shown = why is not None and not (why is Hindrance.NO_ANSWER and state.read_at is not None)
        self.problem.setVisible(shown)
        words = sentence(why, state.server) if why is not None else ""
        self.problem.set_text(words)
        for place, part in self.places().items():
            if isinstance(part, TextField):
                part.set_problem(words if shown and state.place is place else "")
        if not shown or state.busy:
            return
        announce(self, words)
        if state.place is Place.SERVER:
            self.server.edit()
        elif state.place is not None:
            part = self.places()[state.place]
            give(part)
            if isinstance(part, TextField):
                part.selectAll()

    def _lay_out(self) -> None:
        self._name_row = field(self.name.accessibleName(), self.name)
        self._password_row = field(self.password.accessibleName(), self.password)
        self._passphrase_row = field(self.passphrase.accessibleName(), self.passphrase)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.server)
        for part in (
            self.people,
            self._name_row,
            self._password_row,
            self._passphrase_row,
            self._why_phrase,
            self.remember,
            self._how,
            self.problem,
        ):
            box.addWidget(part)
        box.addLayout(boxes.row(self.file, None, self.browser, self.enter))

    def _join(self) -> None:
        self.people.setItemDelegate(PersonDelegate(_look, self.people))
        self.people.setModel(self._model)
        self.people.opened.connect(self.chosen)
        self.enter.clicked.connect(self.given)
        for part in (self.people, self.name, self.password.field, self.passphrase.field):
            part.installEventFilter(self)


def _why_phrase() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Choisissez une phrase d’au moins 12 signes\u00a0: elle seule ouvre vos données sur ce poste. Elle n’est écrite nulle part, ni connue du serveur.",
    )


def _look(account: object) -> PersonLook:
    if not isinstance(account, Account):
        return PersonLook("", "")
    return PersonLook(account.sign_in, host_of(account.server))


def _spoken(account: Account) -> str:
    return f"{account.sign_in}, {host_of(account.server)}"
