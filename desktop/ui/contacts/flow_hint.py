"""While digits are awaited: which ones, for what, in one line above the close button."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.contacts.wrap_flow import Awaited
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space


class FlowHint(Panel):
    """Read aloud as it changes; hidden while nothing is awaited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quote", parent)
        self.body.setContentsMargins(Space.M, Space.XS + 2, Space.S, Space.XS + 2)
        self._caps = QHBoxLayout()
        self._caps.setSpacing(Space.XS)
        self._words = ElidedLabel("", "secondary", "text")
        row = boxes.row(self._words, spacing=Space.S)
        row.addStretch(1)
        row.addLayout(self._caps)
        self.body.addLayout(row)
        self.hide()

    def show_awaited(self, awaited: Awaited) -> None:
        """Say what is awaited now."""
        words, keys = _told(awaited)
        boxes.clear(self._caps)
        for key in keys:
            self._caps.addWidget(KeyCap(key))
        self._words.setText(words)
        self.setAccessibleName(f"{words} {' '.join(keys)}".strip())
        self.setVisible(bool(words))
        if words:
            announce(self, self.accessibleName())

    def text(self) -> str:
        """Return the words shown."""
        return self._words.text()


def _told(awaited: Awaited) -> tuple[str, tuple[str, ...]]:
    match awaited:
        case Awaited.NOTHING:
            return "", ()
        case Awaited.RESOLUTION:
            return QCoreApplication.translate("WrapUp", "Résolution"), ("1", "2", "3", "4")
        case Awaited.ESTIMATE:
            words = QCoreApplication.translate("WrapUp", "Satisfaction estimée")
            return words, ("1", "2", "3", "4", "5")
        case Awaited.HELPED:
            words = QCoreApplication.translate("WrapUp", "L’écart a-t-il aidé\u202f?")
            return words, ("1", "2", "3")
        case Awaited.CLOSE:
            words = QCoreApplication.translate("WrapUp", "Tout y est")
            return words, (key_symbol("Ctrl+Return"),)
