"""French words for check-ins and care: who may see one, when it was given, what followed."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.care import FollowUpKind
from desktop.domain.wellbeing import Audience, Moment
from desktop.ui.kit.labels import register


@register(Audience)
def _(value: Audience) -> str:
    match value:
        case Audience.LEAD:
            return QCoreApplication.translate("Wellbeing", "Mon responsable, nommément")
        case Audience.TEAM_TOTAL:
            return QCoreApplication.translate("Wellbeing", "Le total de l’équipe, sans mon nom")
        case Audience.NOBODY:
            return QCoreApplication.translate("Wellbeing", "Personne")


@register(Moment)
def _(value: Moment) -> str:
    match value:
        case Moment.START:
            return QCoreApplication.translate("Wellbeing", "En arrivant")
        case Moment.END:
            return QCoreApplication.translate("Wellbeing", "En partant")
        case Moment.ANY:
            return QCoreApplication.translate("Wellbeing", "En cours de journée")


@register(FollowUpKind)
def _(value: FollowUpKind) -> str:
    match value:
        case FollowUpKind.TALK:
            return QCoreApplication.translate("Care", "Un échange")
        case FollowUpKind.MESSAGE:
            return QCoreApplication.translate("Care", "Un message au client")
        case FollowUpKind.MEASURE:
            return QCoreApplication.translate("Care", "Une mesure")
        case FollowUpKind.OTHER:
            return QCoreApplication.translate("Care", "Autre chose")
