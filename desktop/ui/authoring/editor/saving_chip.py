"""How the draft of a guide stands on the disk, in a few words."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.authoring.editor.saving import Saving
from desktop.ui.kit.announce import announce
from desktop.ui.kit.chip import Chip

PATIENCE_MS: Final = 600
"""A write that takes less is not worth a flicker."""


class SavingChip(Chip):
    """Says « Brouillon enregistré » as long as it is so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._shown: Saving | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(lambda: self._say(Saving.SAVING))
        self._say(Saving.UNTOUCHED)

    def set_saving(self, saving: Saving) -> None:
        """Show how things stand."""
        if saving is Saving.SAVING:
            if not self._slow.isActive():
                self._slow.start(PATIENCE_MS)
            return
        self._slow.stop()
        self._say(saving)

    def _say(self, saving: Saving) -> None:
        if saving is self._shown:
            return
        self._shown = saving
        match saving:
            case Saving.UNTOUCHED:
                self._look(QCoreApplication.translate("Editor", "Brouillon"), "neutral", None)
            case Saving.SAVED:
                words = QCoreApplication.translate("Editor", "Brouillon enregistré")
                self._look(words, "success", "check")
            case Saving.SAVING:
                words = QCoreApplication.translate("Editor", "Enregistrement…")
                self._look(words, "neutral", "clock")
            case Saving.FAILED:
                words = QCoreApplication.translate("Editor", "Non enregistré")
                self._look(words, "warning", "triangle-alert")
                announce(self, words)

    def _look(self, words: str, tone: str, icon: str | None) -> None:
        self.set_text(words)
        self.set_tone(tone, icon)
        self.setAccessibleName(words)
