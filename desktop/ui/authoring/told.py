"""The line that says what was just done, read aloud once, and takes some of it back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.authoring.state import Told
from desktop.ui.authoring.words import told_tone, told_words
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner


class ToldLine(Banner):
    """`acted` when it is to be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("success", "", QCoreApplication.translate("Guides", "Annuler"), parent)
        self._said: Told | None = None
        self.hide()

    def show_told(self, told: Told | None) -> None:
        """Show it; nothing for None."""
        self.setVisible(told is not None)
        before, self._said = self._said, told
        if told is None or told is before:
            return
        self.set_text(told_words(told))
        self.set_tone(told_tone(told))
        if self.button is not None:
            self.button.setVisible(told.undoable)
        announce(self, told_words(told))
