"""The sync badge: in words, what of this machine's work has gone elsewhere, and what waits."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.shell.barbutton import BarButton


class SyncBadge(BarButton):
    """Told what to show, never asks; `panel_asked` when it is pressed."""

    panel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "hard-drive", parent=parent)
        self.clicked.connect(self.panel_asked)
        self.show_alone()

    def show_alone(self) -> None:
        """Say that no shared database is there."""
        text = QCoreApplication.translate("SyncBadge", "Poste seul")
        self.set_look(text, "hard-drive", "text2")

    def say(self, words: str) -> None:
        """Have a change of meaning read aloud, after what is being read."""
        announce(self, words)
