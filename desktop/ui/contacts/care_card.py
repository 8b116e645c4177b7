"""After an incivility: the advisor comes first."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class CareCard(QWidget):
    """`paused` when a pause is taken, `resumed` when one goes on."""

    paused = Signal()
    resumed = Signal()

    def __init__(self, minutes: int) -> None:
        super().__init__()
        title = Text(
            QCoreApplication.translate("Incivility", "Vous pouvez mettre fin à l’échange."),
            "section",
        )
        told = QCoreApplication.translate(
            "Incivility", "C’est noté. Rien ne vous oblige à continuer, ni à vous justifier."
        )
        words = boxes.column(title, WrapLabel(told, "body"), spacing=Space.XS)
        head = boxes.row(Tile("heart-handshake", "accent", 44), spacing=Space.M)
        head.addLayout(words, 1)
        quote = Panel("quote")
        quote.add(Text(QCoreApplication.translate("Incivility", "Vous pouvez dire"), "eyebrow"))
        quote.add(
            WrapLabel(
                QCoreApplication.translate(
                    "Incivility",
                    "«\u202fJe veux vous aider, et je ne peux pas le faire ainsi. Si cela continue, je mettrai fin à notre échange\u202f; vous pourrez nous rappeler plus tard.\u202f»",
                ),
                "reading",
            )
        )
        pause = QCoreApplication.translate("Incivility", "Prendre {n} minutes").format(n=minutes)
        self.pause = Button(pause, "coffee", "primary")
        self.pause.clicked.connect(self.paused)
        self.go_on = Button(QCoreApplication.translate("Incivility", "Poursuivre"))
        self.go_on.clicked.connect(self.resumed)
        buttons = boxes.row(None, self.go_on, self.pause, spacing=Space.S)
        self.setLayout(boxes.column(head, quote, buttons, spacing=Space.L))
