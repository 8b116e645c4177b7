"""French words for what the mirror sets opposite each other, and the rule by which each is a share."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.mirror.series import CUSTOMERS, Measure
from desktop.ui.kit.labels import register


@register(Measure)
def _measure(value: Measure) -> str:
    return _above(value) if value in CUSTOMERS else _below(value)


def rule_of(value: Measure) -> str:
    """Return which answers count in the share (product.md, Scales), in a few words."""
    return _rule_above(value) if value in CUSTOMERS else _rule_below(value)


def _above(value: Measure) -> str:
    match value:
        case Measure.EFFORT:
            return QCoreApplication.translate("Measure", "Effort")
        case Measure.SATISFACTION:
            return QCoreApplication.translate("Measure", "Satisfaction")
        case Measure.NPS:
            return QCoreApplication.translate("Measure", "Recommandation")
        case Measure.FCR_DECLARED:
            return QCoreApplication.translate("Measure", "Résolu au premier contact, déclaré")
        case Measure.FCR_COMPUTED:
            return QCoreApplication.translate("Measure", "Résolu au premier contact, calculé")
        case Measure.STANDARD:
            return QCoreApplication.translate("Measure", "Délais tenus")
        case Measure.INCIVILITY:
            return QCoreApplication.translate("Measure", "Sans incivilité")
        case _:
            return ""


def _below(value: Measure) -> str:
    match value:
        case Measure.MOOD:
            return QCoreApplication.translate("Measure", "Humeur")
        case Measure.ENERGY:
            return QCoreApplication.translate("Measure", "Énergie")
        case Measure.LOAD:
            return QCoreApplication.translate("Measure", "Charge")
        case Measure.CHECK_INS:
            return QCoreApplication.translate("Measure", "Check-ins donnés")
        case Measure.STEP_OFFS:
            return QCoreApplication.translate("Measure", "Écarts")
        case Measure.PAUSES:
            return QCoreApplication.translate("Measure", "Pauses prises")
        case _:
            return ""


def _rule_above(value: Measure) -> str:
    match value:
        case Measure.EFFORT:
            return QCoreApplication.translate("Measure", "effort\u00a0: 1 à 3 sur 7")
        case Measure.SATISFACTION:
            return QCoreApplication.translate("Measure", "4 et 5 sur 5")
        case Measure.NPS:
            return QCoreApplication.translate("Measure", "NPS, ramené de 0 à 100")
        case Measure.FCR_DECLARED:
            return QCoreApplication.translate("Measure", "contacts clos «\u202frésolu\u202f»")
        case Measure.FCR_COMPUTED:
            return QCoreApplication.translate("Measure", "sans retour pour le même motif")
        case Measure.STANDARD:
            return QCoreApplication.translate("Measure", "pris dans le délai du canal")
        case Measure.INCIVILITY:
            return QCoreApplication.translate("Measure", "contacts sans incivilité")
        case _:
            return ""


def _rule_below(value: Measure) -> str:
    match value:
        case Measure.MOOD | Measure.ENERGY:
            return QCoreApplication.translate("Measure", "4 et 5 sur 5")
        case Measure.LOAD:
            return QCoreApplication.translate("Measure", "charge\u00a0: 1 à 3 sur 5")
        case Measure.CHECK_INS:
            return QCoreApplication.translate("Measure", "jours où l’on en a donné un")
        case Measure.STEP_OFFS:
            return QCoreApplication.translate("Measure", "contacts avec un écart")
        case Measure.PAUSES:
            return QCoreApplication.translate("Measure", "jours où l’on en a pris une")
        case _:
            return ""
