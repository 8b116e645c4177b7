"""Words that several cards of the day share."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit import dates


def who(name: str) -> str:
    """A customer's name, or that nobody knows it."""
    return name or QCoreApplication.translate("Day", "Client non identifié")


def abandoned(waited_s: int | None) -> str:
    """That the customer hung up before anybody answered, and after how long."""
    if not waited_s:
        return QCoreApplication.translate("Day", "Abandonné avant réponse")
    words = QCoreApplication.translate("Day", "Abandonné après {span} d’attente")
    return words.format(span=dates.span(waited_s))
