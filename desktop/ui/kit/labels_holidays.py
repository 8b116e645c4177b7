"""French words for public holidays."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.french_holidays import Holiday
from desktop.ui.kit.labels import register


@register(Holiday)
def holiday(member: Holiday) -> str:
    """Return the name of a holiday as it stands in a sentence."""
    return {
        Holiday.NEW_YEAR: QCoreApplication.translate("Holiday", "jour de l’An"),
        Holiday.EASTER_MONDAY: QCoreApplication.translate("Holiday", "lundi de Pâques"),
        Holiday.LABOUR_DAY: QCoreApplication.translate("Holiday", "fête du Travail"),
        Holiday.VICTORY_DAY: QCoreApplication.translate("Holiday", "victoire de 1945"),
        Holiday.ASCENSION: QCoreApplication.translate("Holiday", "Ascension"),
        Holiday.WHIT_MONDAY: QCoreApplication.translate("Holiday", "lundi de Pentecôte"),
        Holiday.BASTILLE_DAY: QCoreApplication.translate("Holiday", "fête nationale"),
        Holiday.ASSUMPTION: QCoreApplication.translate("Holiday", "Assomption"),
        Holiday.ALL_SAINTS: QCoreApplication.translate("Holiday", "Toussaint"),
        Holiday.ARMISTICE: QCoreApplication.translate("Holiday", "armistice de 1918"),
        Holiday.CHRISTMAS: QCoreApplication.translate("Holiday", "Noël"),
    }[member]
