"""French words, icons and tones for what a customer's file holds."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.alerts import AlertKind
from desktop.domain.contacts import Channel, Resolution
from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Civility, ContractStatus
from desktop.domain.timeline import EntryKind
from desktop.domain.trends import Measure
from desktop.ui.kit.labels import register

CHANNEL_ICONS: Final = {
    Channel.CALL_IN: ("phone-incoming", "success"),
    Channel.CALL_OUT: ("phone-outgoing", "success"),
    Channel.EMAIL: ("mail", "info"),
    Channel.CHAT: ("message-square", "info"),
    Channel.BRANCH: ("store", "accent"),
    Channel.LETTER: ("file-text", "neutral"),
    Channel.MESSAGE: ("smartphone", "info"),
    Channel.SOCIAL: ("users", "info"),
}
"""Icon and tone of each channel."""

FEELING_ICONS: Final = {
    1: ("angry", "danger"),
    2: ("frown", "warning"),
    3: ("meh", "text3"),
    4: ("smile", "success"),
    5: ("laugh", "success"),
}
"""Face and colour of a satisfaction of 1 to 5."""


@register(Channel)
def _channel(value: Channel) -> str:
    match value:
        case Channel.CALL_IN:
            return QCoreApplication.translate("Channel", "Appel entrant")
        case Channel.CALL_OUT:
            return QCoreApplication.translate("Channel", "Appel sortant")
        case Channel.EMAIL:
            return QCoreApplication.translate("Channel", "E-mail")
        case Channel.CHAT:
            return QCoreApplication.translate("Channel", "Messagerie")
        case Channel.BRANCH:
            return QCoreApplication.translate("Channel", "Agence")
        case Channel.LETTER:
            return QCoreApplication.translate("Channel", "Courrier")
        case Channel.MESSAGE:
            return QCoreApplication.translate("Channel", "SMS")
        case Channel.SOCIAL:
            return QCoreApplication.translate("Channel", "Réseaux sociaux")


@register(Resolution)
def _resolution(value: Resolution) -> str:
    match value:
        case Resolution.RESOLVED:
            return QCoreApplication.translate("Resolution", "Résolu")
        case Resolution.PARTIAL:
            return QCoreApplication.translate("Resolution", "Partiel")
        case Resolution.FOLLOW_UP:
            return QCoreApplication.translate("Resolution", "À suivre")
        case Resolution.NOT_RESOLVED:
            return QCoreApplication.translate("Resolution", "Non résolu")


@register(ContractStatus)
def _status(value: ContractStatus) -> str:
    match value:
        case ContractStatus.ACTIVE:
            return QCoreApplication.translate("ContractStatus", "actif")
        case ContractStatus.SUSPENDED:
            return QCoreApplication.translate("ContractStatus", "suspendu")
        case ContractStatus.ENDED:
            return QCoreApplication.translate("ContractStatus", "terminé")


@register(Civility)
def _civility(value: Civility) -> str:
    match value:
        case Civility.MADAM:
            return QCoreApplication.translate("Civility", "Madame")
        case Civility.SIR:
            return QCoreApplication.translate("Civility", "Monsieur")
        case Civility.NONE:
            return ""


@register(AlertKind)
def _alert(value: AlertKind) -> str:
    match value:
        case AlertKind.PROMISE_LATE:
            return QCoreApplication.translate("AlertKind", "Promesse échue")
        case AlertKind.INCIVILITY:
            return QCoreApplication.translate("AlertKind", "Incivilité récente")
        case AlertKind.PROMISE_DUE:
            return QCoreApplication.translate("AlertKind", "Promesse à tenir")
        case AlertKind.CASE_DUE:
            return QCoreApplication.translate("AlertKind", "Dossier à échéance")
        case AlertKind.REPEATED:
            return QCoreApplication.translate("AlertKind", "Contacts répétés")
        case AlertKind.EFFORT_RISING:
            return QCoreApplication.translate("AlertKind", "Effort en hausse")
        case AlertKind.LAST_ADVISOR:
            return QCoreApplication.translate("AlertKind", "Dernier échange")


@register(Measure)
def _measure(value: Measure) -> str:
    match value:
        case Measure.SATISFACTION:
            return QCoreApplication.translate("Measure", "Satisfaction")
        case Measure.EFFORT:
            return QCoreApplication.translate("Measure", "Effort (CES)")
        case Measure.NPS:
            return QCoreApplication.translate("Measure", "NPS")


@register(EntryKind)
def _entry(value: EntryKind) -> str:
    match value:
        case EntryKind.CONTACT:
            return QCoreApplication.translate("EntryKind", "Contact")
        case EntryKind.ANSWER:
            return QCoreApplication.translate("EntryKind", "Réponse à l’enquête")
        case EntryKind.STEP_OFF:
            return QCoreApplication.translate("EntryKind", "Écart au guide")
        case EntryKind.INCIVILITY:
            return QCoreApplication.translate("EntryKind", "Incivilité")
        case EntryKind.PROMISE:
            return QCoreApplication.translate("EntryKind", "Promesse")
        case EntryKind.NOTE:
            return QCoreApplication.translate("EntryKind", "Note épinglée")
        case EntryKind.VIDEO:
            return QCoreApplication.translate("EntryKind", "Appel vidéo")
        case EntryKind.GESTURE:
            return QCoreApplication.translate("EntryKind", "Geste offert")


@register(CustomerField)
def _field(value: CustomerField) -> str:
    match value:
        case CustomerField.PREFERRED_NAME:
            return QCoreApplication.translate("CustomerField", "Nom d’usage préféré")
        case CustomerField.ADDRESS_AS:
            return QCoreApplication.translate("CustomerField", "S’adresser par")
        case CustomerField.PHONE:
            return QCoreApplication.translate("CustomerField", "Téléphone")
        case CustomerField.PHONE2:
            return QCoreApplication.translate("CustomerField", "Autre téléphone")
        case CustomerField.EMAIL:
            return QCoreApplication.translate("CustomerField", "E-mail")
        case CustomerField.STREET:
            return QCoreApplication.translate("CustomerField", "Rue")
        case CustomerField.POSTCODE:
            return QCoreApplication.translate("CustomerField", "Code postal")
        case CustomerField.CITY:
            return QCoreApplication.translate("CustomerField", "Ville")


def feeling_words(feeling: int) -> str:
    """« Satisfaction 2 sur 5, faible »: what a face says, from the customer's answer."""
    return QCoreApplication.translate("Feeling", "Satisfaction {n} sur 5, {word}").format(
        n=feeling, word=_feeling_word(feeling)
    )


def _feeling_word(feeling: int) -> str:
    match feeling:
        case 1:
            return QCoreApplication.translate("Feeling", "très faible")
        case 2:
            return QCoreApplication.translate("Feeling", "faible")
        case 3:
            return QCoreApplication.translate("Feeling", "moyenne")
        case 4:
            return QCoreApplication.translate("Feeling", "bonne")
        case _:
            return QCoreApplication.translate("Feeling", "très bonne")
