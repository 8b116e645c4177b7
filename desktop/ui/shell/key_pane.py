"""The data of a person lie here, and what they typed opens it not: three ways on, none of them rash."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.form import field
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.connect_state import ConnectState, Place
from desktop.ui.shell.connect_words import sentence
from desktop.ui.shell.secret_field import SecretField


class KeyPane(QWidget):
    """What opened the data before, the administrator's code, or beginning anew beside it."""

    unlocked = Signal(str)
    recovered = Signal(str)
    set_aside = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old = SecretField(
            QCoreApplication.translate("Connect", "Ancien mot de passe, ou ancienne phrase")
        )
        self.open = Button(QCoreApplication.translate("Connect", "Ouvrir"), "key-round", "primary")
        self.code = TextField(
            QCoreApplication.translate("Connect", "Code de secours de l’administrateur"),
            "ABCD-EFGH-…",
        )
        self.recover = Button(QCoreApplication.translate("Connect", "Ouvrir avec ce code"))
        self.aside = Button(
            QCoreApplication.translate("Connect", "Mettre de côté et repartir"), role="outline"
        )
        self.back = Button(QCoreApplication.translate("Connect", "Retour"), "chevron-left", "ghost")
        self.problem = Banner("danger", "")
        self._certain = False
        self._lay_out()
        self.open.clicked.connect(lambda: self.unlocked.emit(self.old.text()))
        self.old.field.returnPressed.connect(self.open.click)
        self.recover.clicked.connect(lambda: self.recovered.emit(self.code.text()))
        self.code.returnPressed.connect(self.recover.click)
        self.aside.clicked.connect(self._set_aside)
        self.back.clicked.connect(self.cancelled)

    def show_state(self, state: ConnectState) -> None:
        """Say what did not open."""
        words = sentence(state.hindrance, state.server) if state.hindrance else ""
        self.problem.set_text(words)
        self.problem.setVisible(bool(words))
        for button in (self.open, self.recover, self.aside):
            button.set_busy(state.busy)
        if words and not state.busy:
            announce(self, words)
            give(self.code if state.place is Place.CODE else self.old.field)

    def _set_aside(self) -> None:
        """Only when pressed twice: what was not sent would stay closed."""
        if self._certain:
            self.set_aside.emit()
            return
        self._certain = True
        self.aside.set_text(
            QCoreApplication.translate("Connect", "Oui, mettre de côté et repartir")
        )
        announce(self.aside, self.aside.text())

    def _lay_out(self) -> None:
        title = QCoreApplication.translate("Connect", "Vos données ne s’ouvrent pas")
        says = boxes.column(
            Text(title, "section"), WrapLabel(_why(), "secondary"), spacing=Space.XS
        )
        head = boxes.row(Tile("key-round", "warning", 40, round_=True), spacing=Space.M)
        head.addLayout(says, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addLayout(head)
        box.addWidget(self.problem)
        box.addWidget(_beside(self.old, self.open))
        box.addWidget(Divider())
        box.addWidget(_beside(self.code, self.recover))
        box.addWidget(Divider())
        box.addWidget(WrapLabel(_leaving(), "secondary"))
        box.addLayout(boxes.row(self.aside, None, self.back))


def _beside(control: QWidget, button: Button) -> QWidget:
    row = boxes.row(spacing=Space.S)
    row.addWidget(control, 1)
    row.addWidget(button)
    whole = boxes.holder(row)
    whole.setFocusProxy(control)
    return field(control.accessibleName(), whole)


def _why() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Elles sont sur ce poste, chiffrées. Si votre mot de passe a changé, l’ancien les ouvre encore une fois. Rien n’est effacé.",
    )


def _leaving() -> str:
    return QCoreApplication.translate(
        "Connect",
        "Sinon, elles sont mises de côté sous un autre nom, et tout est relu du serveur. Ce qui n’était pas encore envoyé reste dans ce qui est mis de côté\u00a0: le code de secours l’ouvrira.",
    )
