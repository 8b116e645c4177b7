"""How a draft stands on the disk, in a few words: calm while all goes well."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.saving import Saving

PATIENCE_MS: Final = 600
"""A write that takes less is not worth a flicker."""


class SavingChip(Chip):
    """Says « Enregistrement… » only when a write takes its time; `untouched` before anything is written."""

    def __init__(self, untouched: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._untouched = untouched
        self._shown: Saving | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(lambda: self._say(Saving.SAVING))
        self._say(Saving.UNTOUCHED)

    def set_saving(self, saving: Saving) -> None:
        """Show how things stand."""
        if saving is Saving.SAVING:
            if not self._slow.isActive() and self._shown is not Saving.SAVING:
                self._slow.start(PATIENCE_MS)
            if self._shown is Saving.UNTOUCHED:
                self._say(Saving.SAVING)
            return
        self._slow.stop()
        self._say(saving)

    def _say(self, saving: Saving) -> None:
        if saving is self._shown:
            return
        self._shown = saving
        match saving:
            case Saving.UNTOUCHED:
                self._look(self._untouched, "neutral", None)
            case Saving.SAVED:
                words = QCoreApplication.translate("Saving", "Brouillon enregistré")
                self._look(words, "success", "check")
            case Saving.SAVING:
                words = QCoreApplication.translate("Saving", "Enregistrement…")
                self._look(words, "neutral", "clock")
            case Saving.FAILED:
                words = QCoreApplication.translate("Saving", "Non enregistré")
                self._look(words, "warning", "triangle-alert")
                announce(self, words)

    def _look(self, words: str, tone: str, icon: str | None) -> None:
        self.set_text(words)
        self.set_tone(tone, icon)
        self.setAccessibleName(words)
