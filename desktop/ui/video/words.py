"""What the video screens say: why not, what went wrong, what to do about it."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.customers import Civility, Customer
from desktop.domain.errors import Unsent
from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Delivery
from desktop.domain.video.readiness import Readiness, Unready, Where
from desktop.domain.video.ringing import Caller

Told = tuple[str, str]
"""What is the matter, and what to do about it."""


def who(customer: Customer | None) -> str:
    """« Mme Moreau », « Claire Moreau » where no title is known, « le client » where nothing is."""
    if customer is None or not (customer.family_name or customer.given_name):
        return QCoreApplication.translate("VideoWords", "le client")
    name = customer.family_name or customer.given_name
    match customer.civility:
        case Civility.MADAM:
            return QCoreApplication.translate("VideoWords", "Mme {name}").format(name=name)
        case Civility.SIR:
            return QCoreApplication.translate("VideoWords", "M. {name}").format(name=name)
        case Civility.NONE:
            return customer.full_name


def unready(why: Unready) -> Told:
    """Why no call can be begun."""
    return _refused(why) or _other_gateway(why) or _certificate(why) or _down(why) or _silent(why)


def warning(why: Unready) -> str:
    """What is amiss although calls can be begun; one sentence."""
    match why:
        case Unready.NOT_CONFIGURED:
            return QCoreApplication.translate(
                "VideoWords",
                "Démonstration\u00a0: le lien ne s’ouvre que sur ce poste.",
            )
        case Unready.RELAY_DOWN:
            return QCoreApplication.translate(
                "VideoWords",
                "Le relais ne répond pas\u00a0: sur certains réseaux, l’image peut ne pas passer.",
            )
        case _:
            return unready(why)[0] + "."


def _refused(why: Unready) -> Told | None:
    match why:
        case Unready.NOT_CONFIGURED:
            return (
                QCoreApplication.translate("VideoWords", "Aucune passerelle vidéo n’est réglée"),
                QCoreApplication.translate(
                    "VideoWords", "L’administrateur peut en nommer une dans les réglages du poste."
                ),
            )
        case Unready.KEY_REFUSED:
            return (
                QCoreApplication.translate(
                    "VideoWords", "La passerelle vidéo refuse la clé de ce poste"
                ),
                QCoreApplication.translate(
                    "VideoWords", "Demandez à l’administrateur d’enregistrer la clé à nouveau."
                ),
            )
        case _:
            return None


def _other_gateway(why: Unready) -> Told | None:
    match why:
        case Unready.TOO_OLD:
            return (
                QCoreApplication.translate(
                    "VideoWords", "La passerelle vidéo n’a pas la même version que ce poste"
                ),
                QCoreApplication.translate(
                    "VideoWords", "L’administrateur doit mettre l’un des deux à jour."
                ),
            )
        case Unready.NOT_A_GATEWAY:
            return (
                QCoreApplication.translate(
                    "VideoWords", "À cette adresse, ce n’est pas une passerelle vidéo"
                ),
                QCoreApplication.translate(
                    "VideoWords", "L’administrateur doit corriger l’adresse réglée."
                ),
            )
        case _:
            return None


def _certificate(why: Unready) -> Told | None:
    advice = QCoreApplication.translate("VideoWords", "L’administrateur doit le remplacer.")
    match why:
        case Unready.CERTIFICATE_MISSING:
            return (
                QCoreApplication.translate(
                    "VideoWords", "Le certificat de la passerelle de ce poste manque"
                ),
                QCoreApplication.translate(
                    "VideoWords",
                    "Sans lui, le client ne peut montrer ni caméra ni écran. L’administrateur doit le fournir.",
                ),
            )
        case Unready.CERTIFICATE_EXPIRED:
            return QCoreApplication.translate(
                "VideoWords", "Le certificat de la passerelle vidéo a expiré"
            ), advice
        case Unready.CERTIFICATE_UNTRUSTED:
            return QCoreApplication.translate(
                "VideoWords", "Le certificat de la passerelle vidéo n’est pas reconnu"
            ), advice
        case Unready.CERTIFICATE_NAME:
            return QCoreApplication.translate(
                "VideoWords", "Le certificat de la passerelle vidéo porte un autre nom"
            ), advice
        case _:
            return None


def _silent(why: Unready) -> Told:
    match why:
        case Unready.CHECKING:
            return (
                QCoreApplication.translate("VideoWords", "La passerelle vidéo est interrogée…"),
                QCoreApplication.translate(
                    "VideoWords", "La réponse vient d’ordinaire en quelques secondes."
                ),
            )
        case Unready.PORT_TAKEN:
            return (
                QCoreApplication.translate(
                    "VideoWords", "Un autre programme occupe la place de la passerelle vidéo"
                ),
                QCoreApplication.translate(
                    "VideoWords", "Fermez-le, ou demandez à l’administrateur un autre port."
                ),
            )
        case _:
            return (
                QCoreApplication.translate("VideoWords", "La passerelle vidéo ne répond pas"),
                _again(),
            )


def _down(why: Unready) -> Told | None:
    match why:
        case Unready.RELAY_DOWN:
            return (
                QCoreApplication.translate("VideoWords", "Le relais de la vidéo ne répond pas"),
                _again(),
            )
        case Unready.MEDIA_SERVER_DOWN:
            return (
                QCoreApplication.translate("VideoWords", "Le serveur de la vidéo ne répond pas"),
                _again(),
            )
        case _:
            return None


def _again() -> str:
    return QCoreApplication.translate(
        "VideoWords",
        "Un nouvel essai a lieu chaque minute. D’ici là, proposez un rappel.",
    )


def where(readiness: Readiness) -> str:
    """Which gateway is used."""
    match readiness.where:
        case Where.COMPANY:
            return QCoreApplication.translate("VideoWords", "celle de l’entreprise")
        case Where.INSIDE:
            return QCoreApplication.translate(
                "VideoWords", "celle de ce poste, pour le réseau de l’agence"
            )
        case Where.HERE:
            return QCoreApplication.translate(
                "VideoWords", "celle de ce poste, pour la démonstration seule"
            )
        case None:
            return QCoreApplication.translate("VideoWords", "aucune pour l’instant")


def hint(value: Hint) -> Told:
    """What the advisor should hear now, and what to do; empty when all goes well."""
    match value:
        case Hint.SLOW:
            return (
                QCoreApplication.translate("VideoWords", "L’image se fait attendre"),
                QCoreApplication.translate(
                    "VideoWords",
                    "Dites-le au client\u00a0: «\u202fCela prend un peu plus de temps, je reste avec vous.\u202f»",
                ),
            )
        case Hint.NOBODY:
            return (
                QCoreApplication.translate(
                    "VideoWords", "Personne n’a ouvert le lien depuis une minute"
                ),
                QCoreApplication.translate(
                    "VideoWords", "Renvoyez-le autrement, ou proposez un rappel."
                ),
            )
        case Hint.RECONNECTING:
            return (
                QCoreApplication.translate("VideoWords", "Reconnexion…"),
                QCoreApplication.translate(
                    "VideoWords", "L’image revient d’elle-même\u202f; rien n’est à refaire."
                ),
            )
        case Hint.NONE:
            return "", ""


def closed(why: Unsent, delivery: Delivery) -> str:
    """Why a way of sending is closed before it is tried."""
    name = _named(delivery)
    match why:
        case Unsent.NO_SECRET:
            words = QCoreApplication.translate(
                "VideoWords",
                "{name}\u00a0: la clé du service d’envoi manque sur ce poste.",
            )
        case _:
            words = QCoreApplication.translate(
                "VideoWords", "{name}\u00a0: aucun service d’envoi n’est réglé."
            )
    return words.format(name=name)


def _named(delivery: Delivery) -> str:
    if delivery is Delivery.EMAIL:
        return QCoreApplication.translate("VideoWords", "E-mail")
    return QCoreApplication.translate("VideoWords", "SMS")


def said_of(caller: Caller) -> str:
    """What a customer said of themselves at the button, on one line; nobody has checked it."""
    parts = [caller.name, caller.number, caller.phone]
    return " · ".join(part for part in parts if part) or QCoreApplication.translate(
        "VideoWords", "Un client, sans nom donné"
    )
