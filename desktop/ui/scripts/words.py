"""French words for how a customer reacts."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers import Civility


def reaction_title(civility: Civility) -> str:
    """The question above the reactions, as one speaks of this customer."""
    if civility is Civility.MADAM:
        return QCoreApplication.translate("Guide", "Comment réagit-elle\u202f?")
    if civility is Civility.SIR:
        return QCoreApplication.translate("Guide", "Comment réagit-il\u202f?")
    return QCoreApplication.translate("Guide", "Quelle est la réaction\u202f?")
