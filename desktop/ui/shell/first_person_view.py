"""The first person of a store that has nobody yet: a name, and one may begin."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.form import field
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.shell.logo import Logo

_WIDTH: Final = 480


class FirstPersonView(QWidget):
    """`named` gives the name that was typed, once it is not empty."""

    named = Signal(str)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.field = TextField(QCoreApplication.translate("FirstPerson", "Votre nom"))
        self.button = Button(
            QCoreApplication.translate("FirstPerson", "Commencer"), "check", "primary"
        )
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        card = Card()
        card.setFixedWidth(theme.px(_WIDTH))
        card.body.setSpacing(Space.L)
        card.add(Logo())
        card.add(
            Text(QCoreApplication.translate("FirstPerson", "Personne n’est encore ici"), "title")
        )
        words = QCoreApplication.translate(
            "FirstPerson",
            "Ces données ({path}) ne connaissent aucun conseiller. Donnez votre nom pour les ouvrir\u00a0: "
            "vos contacts le porteront.",
        )
        card.add(WrapLabel(words.format(path=path), "body", "text2"))
        card.add(field(QCoreApplication.translate("FirstPerson", "Votre nom"), self.field))
        card.body.addLayout(boxes.row(None, self.button))
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(boxes.row(None, card, None))
        whole.addStretch(3)
        self.setFocusProxy(self.field)

    def _give(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.named.emit(name)
        else:
            self.field.set_problem(QCoreApplication.translate("FirstPerson", "Il faut un nom."))
