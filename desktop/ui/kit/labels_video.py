"""French words for what a video call holds: how it was offered, what was shown, how it ended."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.video.happenings import Delivery, EndReason, Source, Via
from desktop.ui.kit.labels import register


@register(Delivery)
def _delivery(value: Delivery) -> str:
    match value:
        case Delivery.SMS:
            return QCoreApplication.translate("Delivery", "SMS")
        case Delivery.EMAIL:
            return QCoreApplication.translate("Delivery", "E-mail")
        case Delivery.QR:
            return QCoreApplication.translate("Delivery", "QR code")
        case Delivery.COPY:
            return QCoreApplication.translate("Delivery", "Lien copié")
        case Delivery.HERE:
            return QCoreApplication.translate("Delivery", "Ouvert sur ce poste")
        case Delivery.SOS:
            return QCoreApplication.translate("Delivery", "Bouton du client")


@register(EndReason)
def _end_reason(value: EndReason) -> str:
    match value:
        case EndReason.DONE:
            return QCoreApplication.translate("EndReason", "Terminée")
        case EndReason.NO_SHOW:
            return QCoreApplication.translate("EndReason", "Personne n’est venu")
        case EndReason.REFUSED:
            return QCoreApplication.translate("EndReason", "Déclinée par le client")
        case EndReason.NETWORK:
            return QCoreApplication.translate("EndReason", "Liaison perdue")
        case EndReason.ADVISOR_GONE:
            return QCoreApplication.translate("EndReason", "Page du conseiller fermée")


@register(Via)
def _via(value: Via) -> str:
    match value:
        case Via.UNKNOWN:
            return QCoreApplication.translate("Via", "Chemin inconnu")
        case Via.DIRECT:
            return QCoreApplication.translate("Via", "En direct")
        case Via.RELAY:
            return QCoreApplication.translate("Via", "Par le relais")
        case Via.SERVER:
            return QCoreApplication.translate("Via", "Par le serveur de médias")


@register(Source)
def _source(value: Source) -> str:
    match value:
        case Source.CAMERA:
            return QCoreApplication.translate("Source", "Caméra")
        case Source.SCREEN:
            return QCoreApplication.translate("Source", "Écran")
