"""How often a guide served and how that ended: three figures, each with its count."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.authoring.guides import GuideUse
from desktop.ui.authoring.words import counted, share_words
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import introduced
from desktop.ui.kit.wraplabel import WrapLabel


class UseFigures(QWidget):
    """Read aloud as one sentence; nothing of it is counted a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used = _Figure(QCoreApplication.translate("Guides", "contacts en 30 jours"))
        self._resolved = _Figure(QCoreApplication.translate("Guides", "résolus, en 90 jours"))
        self._easy = _Figure(QCoreApplication.translate("Guides", "efforts faciles (1 à 3)"))
        self.setLayout(boxes.row(self._used, self._resolved, self._easy, spacing=Space.M))

    def show_use(self, use: GuideUse) -> None:
        """Show the figures; a share of too few is a dash, with its reason."""
        words = QCoreApplication.translate("Guides", "{n} en 90 jours")
        self._used.show_value(dates.count(use.last_30), words.format(n=dates.count(use.last_90)))
        for figure, share in ((self._resolved, use.resolved), (self._easy, use.easy)):
            figure.show_value(share_words(share), counted(share))
        self.setAccessibleName(
            ". ".join(one.said() for one in (self._used, self._resolved, self._easy))
        )


class _Figure(QWidget):
    """A value, what it is, and what stands behind it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value = Text("", "section")
        self._name = Text(name, "secondary")
        self._behind = WrapLabel("", "caption")
        line = boxes.row(self._value, self._name, None, spacing=Space.S)
        self.setLayout(boxes.column(line, self._behind, spacing=0))

    def show_value(self, value: str, behind: str) -> None:
        """Show another value."""
        self._value.setText(value)
        self._behind.setText(behind)

    def said(self) -> str:
        """Return it as it is read aloud."""
        return introduced(self._name.text(), f"{self._value.text()}, {self._behind.text()}")
