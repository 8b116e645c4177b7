"""French words for what a contact holds: step-offs, incivility, promises, avoidable contacts."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts import (
    AvoidableCause,
    Helped,
    IncivilityType,
    PromiseKind,
    PromiseState,
    StepOffReason,
)
from desktop.domain.due_dates import Due, Offer
from desktop.domain.note_words import Sensitive
from desktop.ui.kit.labels import register


@register(StepOffReason)
def _step_off_reason(value: StepOffReason) -> str:
    match value:
        case StepOffReason.ALREADY_TOLD:
            return QCoreApplication.translate("StepOffReason", "Déjà expliqué")
        case StepOffReason.EMOTION:
            return QCoreApplication.translate("StepOffReason", "L’émotion d’abord")
        case StepOffReason.OTHER_NEED:
            return QCoreApplication.translate("StepOffReason", "Un autre besoin")
        case StepOffReason.FASTER:
            return QCoreApplication.translate("StepOffReason", "Plus rapide ainsi")
        case StepOffReason.NOT_TRUE_HERE:
            return QCoreApplication.translate("StepOffReason", "Ne s’applique pas ici")
        case StepOffReason.GESTURE:
            return QCoreApplication.translate("StepOffReason", "Un geste")
        case StepOffReason.OTHER:
            return QCoreApplication.translate("StepOffReason", "Autre")


@register(Helped)
def _helped(value: Helped) -> str:
    match value:
        case Helped.YES:
            return QCoreApplication.translate("Helped", "Oui")
        case Helped.NO:
            return QCoreApplication.translate("Helped", "Non")
        case Helped.UNKNOWN:
            return QCoreApplication.translate("Helped", "?")


@register(IncivilityType)
def _incivility_type(value: IncivilityType) -> str:
    match value:
        case IncivilityType.RUDENESS:
            return QCoreApplication.translate("IncivilityType", "Propos déplacés")
        case IncivilityType.INSULT:
            return QCoreApplication.translate("IncivilityType", "Insultes")
        case IncivilityType.THREAT:
            return QCoreApplication.translate("IncivilityType", "Menaces")
        case IncivilityType.DISCRIMINATION:
            return QCoreApplication.translate("IncivilityType", "Propos discriminants")
        case IncivilityType.SEXUAL:
            return QCoreApplication.translate("IncivilityType", "Propos sexuels")
        case IncivilityType.OTHER:
            return QCoreApplication.translate("IncivilityType", "Autre")


@register(AvoidableCause)
def _avoidable_cause(value: AvoidableCause) -> str:
    match value:
        case AvoidableCause.UNCLEAR_MESSAGE:
            return QCoreApplication.translate("AvoidableCause", "Message peu clair")
        case AvoidableCause.OUR_MISTAKE:
            return QCoreApplication.translate("AvoidableCause", "Erreur de notre part")
        case AvoidableCause.PROMISE_NOT_KEPT:
            return QCoreApplication.translate("AvoidableCause", "Promesse non tenue")
        case AvoidableCause.NO_SELF_SERVICE:
            return QCoreApplication.translate("AvoidableCause", "Impossible à faire en ligne")
        case AvoidableCause.REPEAT:
            return QCoreApplication.translate("AvoidableCause", "Contact répété")
        case AvoidableCause.OTHER:
            return QCoreApplication.translate("AvoidableCause", "Autre cause")


@register(PromiseKind)
def _promise_kind(value: PromiseKind) -> str:
    match value:
        case PromiseKind.CALLBACK:
            return QCoreApplication.translate("PromiseKind", "Rappel")
        case PromiseKind.PROMISE:
            return QCoreApplication.translate("PromiseKind", "Promesse")


@register(PromiseState)
def _promise_state(value: PromiseState) -> str:
    match value:
        case PromiseState.OPEN:
            return QCoreApplication.translate("PromiseState", "à tenir")
        case PromiseState.KEPT:
            return QCoreApplication.translate("PromiseState", "tenue")
        case PromiseState.CANCELLED:
            return QCoreApplication.translate("PromiseState", "annulée")


@register(Due)
def _due(value: Due) -> str:
    match value:
        case Due.LATE:
            return QCoreApplication.translate("Due", "En retard")
        case Due.TODAY:
            return QCoreApplication.translate("Due", "Aujourd’hui")
        case Due.LATER:
            return QCoreApplication.translate("Due", "Plus tard")


@register(Offer)
def _offer(value: Offer) -> str:
    match value:
        case Offer.IN_TWO_HOURS:
            return QCoreApplication.translate("Offer", "Dans 2\u202fh")
        case Offer.TOMORROW:
            return QCoreApplication.translate("Offer", "Demain")
        case Offer.MONDAY:
            return QCoreApplication.translate("Offer", "Lundi")
        case Offer.IN_48_HOURS:
            return QCoreApplication.translate("Offer", "48\u202fh")


@register(Sensitive)
def _sensitive(value: Sensitive) -> str:
    match value:
        case Sensitive.HEALTH:
            return QCoreApplication.translate("Sensitive", "santé")
        case Sensitive.RELIGION:
            return QCoreApplication.translate("Sensitive", "religion")
        case Sensitive.POLITICS:
            return QCoreApplication.translate("Sensitive", "opinions politiques")
        case Sensitive.UNION:
            return QCoreApplication.translate("Sensitive", "appartenance syndicale")
        case Sensitive.ORIGIN:
            return QCoreApplication.translate("Sensitive", "origine")
        case Sensitive.SEXUAL_LIFE:
            return QCoreApplication.translate("Sensitive", "vie sexuelle")
        case Sensitive.OFFENCE:
            return QCoreApplication.translate("Sensitive", "infractions")
        case Sensitive.INSULT:
            return QCoreApplication.translate("Sensitive", "mot insultant")
        case Sensitive.JUDGEMENT:
            return QCoreApplication.translate("Sensitive", "jugement sur la personne")
        case Sensitive.NUMBER:
            return QCoreApplication.translate("Sensitive", "numéro ou code à ne pas garder")
