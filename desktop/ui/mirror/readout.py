"""What is looked at, in words; where nothing is, how to look."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.text import restyle
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror.legend import Legend


class Readout(QWidget):
    """Always there, so that nothing moves when one looks; what signs mean stands at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrapLabel("", "strong")
        hatched = QCoreApplication.translate("Mirror", "trop peu, masqué")
        merged = QCoreApplication.translate("Mirror", "semaines réunies")
        row = boxes.row(spacing=Space.L)
        row.addWidget(self.words, 1)
        row.addWidget(Legend((("hatched", hatched), ("merged", merged))))
        self.setLayout(row)
        self.say("")

    def say(self, words: str) -> None:
        """Show `words`, or how to look for ""."""
        hint = QCoreApplication.translate(
            "Mirror",
            "← → semaines · ↑ ↓ courbes · Entrée en grand · Maj ← → glisser l’équipe · 0 la remettre",
        )
        restyle(self.words, "role", "strong" if words else "caption")
        self.words.setText(words or hint)
