"""Presence: what the person said of themselves, and the menu in which they say it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.kit import icons


class Presence(StrEnum):
    """Where the person is; `IN_CONTACT` comes by itself, the rest is what they set."""

    AVAILABLE = "available"
    IN_CONTACT = "in_contact"
    PAUSED = "paused"
    AWAY = "away"


CHOSEN: Final = (Presence.AVAILABLE, Presence.PAUSED, Presence.AWAY)
"""What can be set by hand."""

LOOKS: Final = {
    Presence.AVAILABLE: ("circle-check", "success"),
    Presence.IN_CONTACT: ("phone", "success"),
    Presence.PAUSED: ("coffee", "warning"),
    Presence.AWAY: ("moon", "text3"),
}
"""Icon and token of each."""


def words(presence: Presence) -> str:
    """Return what people read for `presence`."""
    match presence:
        case Presence.AVAILABLE:
            return QCoreApplication.translate("Presence", "Disponible")
        case Presence.IN_CONTACT:
            return QCoreApplication.translate("Presence", "En contact")
        case Presence.PAUSED:
            return QCoreApplication.translate("Presence", "En pause")
        case Presence.AWAY:
            return QCoreApplication.translate("Presence", "Absent")


class PresenceMenu(QMenu):
    """Opened with `popup()`; `picked` gives a Presence."""

    picked = Signal(object)
    sign_out_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[Presence, QAction] = {}
        self.setAccessibleName(QCoreApplication.translate("Presence", "Votre présence"))
        for presence in CHOSEN:
            row = self.addAction(words(presence))
            row.setCheckable(True)
            row.triggered.connect(lambda _checked, one=presence: self.picked.emit(one))
            self._rows[presence] = row
        self.addSeparator()
        leave = self.addAction(QCoreApplication.translate("Presence", "Changer de personne…"))
        leave.triggered.connect(self.sign_out_asked)
        self._leave = leave
        self.aboutToShow.connect(self._tint)

    def show_chosen(self, presence: Presence) -> None:
        """Tick what is in force."""
        for one, row in self._rows.items():
            row.setChecked(one is presence)

    def _tint(self) -> None:
        for presence, row in self._rows.items():
            row.setIcon(icons.icon(*LOOKS[presence]))
        self._leave.setIcon(icons.icon("log-out"))
