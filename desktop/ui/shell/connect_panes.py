"""What takes the form's place: waiting, a new password, a key that is missing, no network."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.form import field
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.connect_state import ConnectState, Place
from desktop.ui.shell.connect_words import host_of, offline, sentence
from desktop.ui.shell.progress import Progress
from desktop.ui.shell.secret_field import SecretField

_GAP: Final = Space.M


class WaitingPane(QWidget):
    """The server, or the person in the browser, is awaited; Escape gives up."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.more = WrapLabel("", "secondary")
        self.cancel = Button(
            QCoreApplication.translate("Connect", "Annuler"), "x", "outline", "Esc"
        )
        self.cancel.clicked.connect(self.cancelled)
        box = _column(self)
        box.addWidget(self.progress)
        box.addWidget(self.more)
        box.addLayout(boxes.row(None, self.cancel))

    def show_state(self, state: ConnectState, *, browser: bool) -> None:
        """Say who is awaited."""
        if browser:
            words = QCoreApplication.translate("Connect", "Terminez dans votre navigateur")
            more = QCoreApplication.translate(
                "Connect",
                "Une page s’y est ouverte. Une fois reconnu, revenez ici\u00a0: la fenêtre s’ouvrira d’elle-même.",
            )
        else:
            words = QCoreApplication.translate("Connect", "Connexion à {host}…")
            words, more = words.format(host=host_of(state.server)), ""
        self.progress.show_step(words, None)
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


class NewPasswordPane(QWidget):
    """The password was for one time: another is chosen, typed twice."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = SecretField(QCoreApplication.translate("Connect", "Nouveau mot de passe"))
        self.again = SecretField(QCoreApplication.translate("Connect", "Le même, encore une fois"))
        self.problem = Banner("danger", "")
        self.keep = Button(
            QCoreApplication.translate("Connect", "Choisir ce mot de passe"),
            "check",
            "primary",
            key_symbol("Return"),
        )
        self.keep.clicked.connect(self._give)
        words = QCoreApplication.translate(
            "Connect",
            "Celui que l’on vous a remis ne servait qu’une fois. Choisissez le vôtre\u00a0: personne d’autre ne le connaîtra.",
        )
        box = _column(self)
        box.addWidget(
            Text(QCoreApplication.translate("Connect", "Un mot de passe à vous"), "section")
        )
        box.addWidget(WrapLabel(words, "secondary"))
        for part in (self.new, self.again):
            box.addWidget(field(part.accessibleName(), part))
            part.field.installEventFilter(self)
        box.addWidget(self.problem)
        box.addLayout(boxes.row(None, self.keep))

    def show_state(self, state: ConnectState) -> None:
        """Say what lacks, and lead there."""
        words = sentence(state.hindrance, state.server) if state.hindrance else ""
        self.problem.set_text(words)
        self.problem.setVisible(bool(words))
        self.keep.set_busy(state.busy)
        if words and not state.busy:
            announce(self, words)
            give(self.again.field if state.place is Place.AGAIN else self.new.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined] # a key event
            if watched is self.new.field and not self.again.text():
                give(self.again.field)
            else:
                self._give()
            return True
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        self.given.emit(self.new.text(), self.again.text())


class OfflinePane(Panel):
    """No answer came, but this machine holds a copy: one may go on with it."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self.words = WrapLabel("", "body")
        self.go = Button(
            QCoreApplication.translate("Connect", "Travailler hors ligne"), "cloud-off", "primary"
        )
        self.go.clicked.connect(self.asked)
        self.body.setSpacing(Space.S)
        self.body.addWidget(self.words)
        self.body.addLayout(boxes.row(None, self.go))
        self.hide()

    def offer(self, read_at: datetime | None, now: datetime) -> None:
        """Say of when the copy is; None hides the offer."""
        if read_at is not None:
            self.words.setText(offline(read_at, now))
            announce(self, self.words.text())
        self.setVisible(read_at is not None)


def _column(whole: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(_GAP)
    return box
