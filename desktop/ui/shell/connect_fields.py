"""The fields in which people say who they are, those that the server and this machine ask for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.focus import give
from desktop.ui.kit.form import field
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.connect_state import ConnectState, Given
from desktop.ui.shell.secret_field import SecretField


class ConnectFields(QWidget):
    """`given` when Enter is pressed in one of them."""

    given = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextField(QCoreApplication.translate("Connect", "Nom de connexion"))
        self.password = SecretField(QCoreApplication.translate("Connect", "Mot de passe"))
        self.token = SecretField(
            QCoreApplication.translate("Connect", "Jeton remis par l’administrateur")
        )
        self.passphrase = SecretField(
            QCoreApplication.translate("Connect", "Phrase de passe de ce poste")
        )
        self.remember = CheckRow(
            QCoreApplication.translate(
                "Connect", "Retenir ce que je saisis, dans le trousseau de ce poste"
            )
        )
        self._why_phrase = WrapLabel(_why_phrase(), "caption")
        self._how = WrapLabel(_how(), "secondary")
        self._rows = {
            part: field(part.accessibleName(), part)
            for part in (self.name, self.password, self.token, self.passphrase)
        }
        self._told = ("", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for part in (*self._rows.values(), self._why_phrase, self.remember, self._how):
            box.addWidget(part)
        for line in (self.name, *(part.field for part in self._secrets())):
            line.installEventFilter(self)

    def show_state(self, state: ConnectState) -> None:
        """Show the fields that are asked for; what is being typed stays."""
        if self._told != (state.server, state.sign_in):
            self._told = (state.server, state.sign_in)
            self.name.setText(state.sign_in)
        self._rows[self.name].setVisible(state.by_password)
        self._rows[self.password].setVisible(state.by_password)
        self._rows[self.token].setVisible(state.by_token)
        self._rows[self.passphrase].setVisible(state.by_phrase)
        self._why_phrase.setVisible(state.by_phrase and state.chosen is None)
        self.remember.setVisible(state.keyring)
        self._how.setVisible(state.by_browser)
        remembered = state.chosen is not None and state.chosen.remembered
        hint = QCoreApplication.translate("Connect", "Retenu sur ce poste") if remembered else ""
        for part in (self.password, self.passphrase):
            part.field.setPlaceholderText(hint)

    def secret(self) -> SecretField:
        """Return the field of what the server asks for."""
        return self.password if self._rows[self.token].isHidden() else self.token

    def _secrets(self) -> tuple[SecretField, ...]:
        return self.password, self.token, self.passphrase

    def typed(self, server: str) -> Given:
        """Return what stands in the fields."""
        return Given(
            server=server,
            sign_in=self.name.text().strip(),
            password=self.secret().text(),
            passphrase=self.passphrase.text(),
            remember=self.remember.isChecked() and not self.remember.isHidden(),
        )

    def fill(self, given: Given) -> None:
        """Take what the administrator's file says; the password is for one time."""
        self.name.setText(given.sign_in)
        self.password.field.setText(given.password)

    def clear_secrets(self) -> None:
        """Forget what somebody else typed."""
        for part in self._secrets():
            part.clear()

    def focus_lacking(self, *, secrets_only: bool) -> bool:
        """Lead to the first field that is empty; False when none is."""
        lines = tuple(part.field for part in self._secrets())
        for line in lines if secrets_only else (self.name, *lines):
            if line.isVisible() and not line.text():
                give(line)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined] # a key event
            self.given.emit()
            return True
        return super().eventFilter(watched, event)


def _why_phrase() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Choisissez une phrase d’au moins 12 signes\u00a0: elle seule ouvre vos données sur ce poste. Elle n’est écrite nulle part, ni connue du serveur.",
    )


def _how() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Votre organisation vous reconnaît dans le navigateur\u00a0: aucun mot de passe n’est demandé ici.",
    )
