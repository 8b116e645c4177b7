"""Under the team's half: its name, the rule of its totals, and how far it is slid."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Height, Space
from desktop.ui.mirror.state import MOST_LAG, MirrorState
from desktop.ui.mirror.viewmodel import MirrorViewModel


class TeamFoot(QWidget):
    """Two arrows slide the team's half; a button puts it back, and is there only then."""

    def __init__(self, viewmodel: MirrorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Text(QCoreApplication.translate("Mirror", "L’équipe"), "section")
        note = QCoreApplication.translate(
            "Mirror", "Totaux de semaines closes, jamais par personne, dès cinq personnes."
        )
        self.note = ElidedLabel(note, "caption")
        self.lag = Text("", "secondary")
        earlier = QCoreApplication.translate("Mirror", "Glisser l’équipe vers la gauche")
        later = QCoreApplication.translate("Mirror", "Glisser l’équipe vers la droite")
        self.left = IconButton("chevron-left", earlier, "outline", Height.SMALL)
        self.right = IconButton("chevron-right", later, "outline", Height.SMALL)
        self.back = Button(QCoreApplication.translate("Mirror", "Remettre"), "undo-2", "soft", "0")
        row = boxes.row(Tile("heart-pulse", "accent", 28), title, spacing=Space.S)
        row.addWidget(self.note, 1)
        for widget in (self.lag, self.back, self.left, self.right):
            row.addWidget(widget)
        self.setLayout(row)
        self.left.clicked.connect(lambda: viewmodel.slide(viewmodel.state.lag - 1))
        self.right.clicked.connect(lambda: viewmodel.slide(viewmodel.state.lag + 1))
        self.back.clicked.connect(lambda: viewmodel.slide(0))
        self.show_state(viewmodel.state)

    def show_state(self, state: MirrorState) -> None:
        """Show how far the half is slid."""
        self.lag.setText(lag_words(state.lag))
        self.lag.set_tone("accent" if state.lag else "")
        held = self.back.hasFocus()
        self.back.setVisible(bool(state.lag))
        if held and not state.lag:
            self.left.setFocus()
        self.left.setEnabled(state.lag > -MOST_LAG)
        self.right.setEnabled(state.lag < MOST_LAG)


def lag_words(lag: int) -> str:
    """How far the team's half is slid, in words."""
    if not lag:
        return QCoreApplication.translate("Mirror", "Mêmes semaines")
    if abs(lag) == 1:
        if lag > 0:
            return QCoreApplication.translate("Mirror", "Équipe une semaine plus tôt")
        return QCoreApplication.translate("Mirror", "Équipe une semaine plus tard")
    if lag > 0:
        words = QCoreApplication.translate("Mirror", "Équipe {n} semaines plus tôt")
    else:
        words = QCoreApplication.translate("Mirror", "Équipe {n} semaines plus tard")
    return words.format(n=abs(lag))
