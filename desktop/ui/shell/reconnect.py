"""The server wants to know again who is at work: a password over the window, all else stays."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.form import field
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.secret_field import SecretField


class Reconnect(Overlay):
    """`given` with the password; `browser` servers need none."""

    given = Signal(str)

    def __init__(self, window: QWidget, who: str, server: str, *, browser: bool) -> None:
        super().__init__(window, QCoreApplication.translate("Reconnect", "Se reconnecter"), 460)
        words = QCoreApplication.translate(
            "Reconnect",
            "{name}, le serveur {server} demande de vous reconnaître. Ce que vous faisiez reste ouvert, et rien n’est perdu.",
        )
        self.secret = SecretField(QCoreApplication.translate("Connect", "Mot de passe"))
        self.problem = Banner("danger", "")
        text = (
            QCoreApplication.translate("Connect", "Continuer dans le navigateur")
            if browser
            else QCoreApplication.translate("Connect", "Se connecter")
        )
        self.go = Button(text, "globe" if browser else "log-in", "primary", key_symbol("Return"))
        self.body.addWidget(WrapLabel(words.format(name=who, server=server), "body"))
        row = field(self.secret.accessibleName(), self.secret)
        self.body.addWidget(row)
        row.setVisible(not browser)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.body.addLayout(boxes.row(None, self.go))
        self.go.clicked.connect(self._give)
        self.secret.field.returnPressed.connect(self._give)

    def set_busy(self, *, busy: bool) -> None:
        """While the server is asked nothing is asked twice."""
        self.go.set_busy(busy)

    def complain(self, words: str) -> None:
        """Say why it did not go, and lead back to the password."""
        self.set_busy(busy=False)
        self.problem.set_text(words)
        self.problem.show()
        announce(self, words)
        if self.secret.isVisible():
            give(self.secret.field)
            self.secret.field.selectAll()

    def _give(self) -> None:
        self.problem.hide()
        self.set_busy(busy=True)
        self.given.emit(self.secret.text())
