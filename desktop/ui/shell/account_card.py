"""The account at the shared database: where, under which name, and how to take it from this machine."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.connect_words import host_of


class AccountCard(Card):
    """`removal_asked` for the data of this account on this machine."""

    removal_asked = Signal()

    def __init__(self, server: str, sign_in: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Account", "Compte")
        kept = Chip(
            QCoreApplication.translate("Connect", "Chiffré sur ce poste"), "success", "lock"
        )
        super().__init__(title, kept, parent)
        self.remove = Button(
            QCoreApplication.translate("Account", "Retirer mes données de ce poste…"),
            "log-out",
            "danger",
        )
        self.add(IconLabel("user", sign_in, "body"))
        where = IconLabel("server", host_of(server), "body")
        where.setToolTip(server)
        self.add(where)
        words = QCoreApplication.translate(
            "Account",
            "Ce qui est dans la base partagée y reste\u00a0: seule la copie de ce poste s’en va. Tant que quelque chose attend ici, rien n’est retiré.",
        )
        self.add(WrapLabel(words, "secondary"))
        self.body.addLayout(boxes.row(self.remove, None))
        self.remove.clicked.connect(self.removal_asked)
