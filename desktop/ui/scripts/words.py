"""French words for what guides hold: reasons to step off, and how reactions are asked for."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts import StepOffReason
from desktop.domain.customers import Civility
from desktop.ui.kit import labels


@labels.register(StepOffReason)
def reason_words(reason: StepOffReason) -> str:
    """Why one stepped off, in a few words."""
    return {
        StepOffReason.ALREADY_TOLD: QCoreApplication.translate("Guide", "Déjà dit ou déjà fait"),
        StepOffReason.EMOTION: QCoreApplication.translate("Guide", "D’abord écouter, apaiser"),
        StepOffReason.OTHER_NEED: QCoreApplication.translate("Guide", "Le besoin est ailleurs"),
        StepOffReason.FASTER: QCoreApplication.translate("Guide", "Il y a plus court"),
        StepOffReason.NOT_TRUE_HERE: QCoreApplication.translate("Guide", "Ne s’applique pas ici"),
        StepOffReason.GESTURE: QCoreApplication.translate("Guide", "Un geste vaut mieux"),
        StepOffReason.OTHER: QCoreApplication.translate("Guide", "Autre raison"),
    }[reason]


def reaction_title(civility: Civility) -> str:
    """The question above the reactions, as one speaks of this customer."""
    if civility is Civility.MADAM:
        return QCoreApplication.translate("Guide", "Comment réagit-elle\u202f?")
    if civility is Civility.SIR:
        return QCoreApplication.translate("Guide", "Comment réagit-il\u202f?")
    return QCoreApplication.translate("Guide", "Quelle est la réaction\u202f?")
