"""What stands in the way of signing in, a sentence each."""

from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit import dates
from desktop.ui.shell.connect_state import SHORTEST, Hindrance


def host_of(server: str) -> str:
    """The part of an address that people know: the machine's name, and the database's if any."""
    try:
        parts = urlsplit(server)
        host = parts.hostname or ""
    except ValueError:
        return server
    if parts.scheme in {"postgresql", "postgres"}:
        return " · ".join(part for part in (host or "localhost", parts.path.strip("/")) if part)
    return host or server


def sentence(why: Hindrance, server: str) -> str:
    """What is wrong, and what to do about it."""
    words = _typed(why) or _known(why) or _doubted(why) or _secured(why) or _other(why)
    return words.format(host=host_of(server), n=SHORTEST)


def offline(read_at: datetime, now: datetime) -> str:
    """That one may go on with what is on this machine, and of when that is."""
    words = QCoreApplication.translate(
        "Connect",
        "Sans réseau\u00a0: vous pouvez travailler avec ce qui est sur ce poste, lu {when}. Vos faits partiront dès que la ligne revient.",
    )
    return words.format(when=dates.moment(read_at.astimezone(now.tzinfo), now))


def _typed(why: Hindrance) -> str:
    match why:
        case Hindrance.NAME_MISSING:
            return QCoreApplication.translate("Connect", "Il manque votre nom de connexion.")
        case Hindrance.SERVER_MISSING:
            return QCoreApplication.translate(
                "Connect",
                "Il manque l’adresse du serveur\u00a0: elle commence par postgresql:// ou https://.",
            )
        case Hindrance.PASSWORD_MISSING:
            return QCoreApplication.translate("Connect", "Il manque votre mot de passe.")
        case Hindrance.PASSPHRASE_MISSING:
            return QCoreApplication.translate(
                "Connect", "Il manque la phrase de passe de ce poste."
            )
        case Hindrance.WRONG_PASSPHRASE:
            return QCoreApplication.translate(
                "Connect", "Cette phrase n’ouvre pas les données de ce poste."
            )
        case Hindrance.TOO_SHORT:
            return QCoreApplication.translate("Connect", "Prenez au moins {n} signes.")
        case Hindrance.NOT_THE_SAME:
            return QCoreApplication.translate(
                "Connect", "Les deux saisies du nouveau mot de passe diffèrent."
            )
        case _:
            return ""


def _known(why: Hindrance) -> str:
    match why:
        case Hindrance.WRONG_PASSWORD:
            return QCoreApplication.translate(
                "Connect", "Le serveur ne reconnaît pas ce nom avec ce mot de passe."
            )
        case Hindrance.WRONG_OFFLINE:
            return QCoreApplication.translate(
                "Connect",
                "Sans réseau, et ce que vous avez saisi n’ouvre pas vos données de ce poste.",
            )
        case Hindrance.DISABLED:
            return QCoreApplication.translate(
                "Connect", "Cet accès est fermé. Votre administrateur peut le rouvrir."
            )
        case _:
            return ""


def _doubted(why: Hindrance) -> str:
    match why:
        case Hindrance.EXPIRED_TOKEN:
            return QCoreApplication.translate(
                "Connect", "Cette connexion a expiré. Connectez-vous de nouveau."
            )
        case Hindrance.CANCELLED:
            return QCoreApplication.translate("Connect", "La connexion a été abandonnée.")
        case Hindrance.BAD_ANSWER:
            return QCoreApplication.translate(
                "Connect",
                "La réponse du service de connexion n’est pas digne de confiance. Prévenez votre administrateur.",
            )
        case Hindrance.DENIED:
            return QCoreApplication.translate(
                "Connect", "La connexion a été refusée dans le navigateur."
            )
        case Hindrance.TOO_OLD:
            return QCoreApplication.translate(
                "Connect",
                "Cette version de Vis-à-Vis est trop ancienne pour ce serveur. Mettez-la à jour\u00a0; ce qui attend sur ce poste y reste.",
            )
        case _:
            return ""


def _secured(why: Hindrance) -> str:
    match why:
        case Hindrance.UNKNOWN_SERVER:
            return QCoreApplication.translate(
                "Connect", "Aucun serveur de ce nom\u00a0: {host}. Vérifiez l’adresse."
            )
        case Hindrance.NO_ANSWER:
            return QCoreApplication.translate(
                "Connect", "Le serveur {host} ne répond pas. Vérifiez le réseau, puis réessayez."
            )
        case Hindrance.CERTIFICATE_EXPIRED:
            return QCoreApplication.translate(
                "Connect",
                "Le certificat de {host} a expiré\u00a0: la connexion ne serait pas sûre. Prévenez votre administrateur.",
            )
        case Hindrance.CERTIFICATE_UNTRUSTED:
            return QCoreApplication.translate(
                "Connect",
                "Rien ne prouve que ce serveur est bien {host}\u00a0: son certificat n’est pas reconnu. Prévenez votre administrateur.",
            )
        case Hindrance.NOT_A_SERVER:
            return QCoreApplication.translate(
                "Connect",
                "À l’adresse {host} répond autre chose que Vis-à-Vis. Vérifiez l’adresse.",
            )
        case _:
            return ""


def _other(why: Hindrance) -> str:
    match why:
        case Hindrance.BAD_FILE:
            return QCoreApplication.translate(
                "Connect", "Ce fichier n’est pas un fichier de connexion de Vis-à-Vis."
            )
        case Hindrance.NO_BROWSER:
            return QCoreApplication.translate(
                "Connect",
                "Le navigateur de ce poste ne s’ouvre pas. Prévenez votre administrateur.",
            )
        case Hindrance.NO_KEEPING:
            return QCoreApplication.translate(
                "Connect",
                "Ce poste n’a pas de trousseau\u00a0: sans une phrase d’au moins 12 signes, les données des clients n’y seront pas écrites.",
            )
        case Hindrance.BAD_CODE:
            return QCoreApplication.translate(
                "Connect", "Ce code de secours ne se lit pas\u00a0: un signe est faux ou manque."
            )
        case Hindrance.STORE:
            return QCoreApplication.translate(
                "Connect",
                "Vos données de ce poste ne s’ouvrent pas\u00a0: vérifiez la place et les droits sur le disque.",
            )
        case _:
            return _of_plain(why)


def _of_plain(why: Hindrance) -> str:
    match why:
        case Hindrance.NOT_ADOPTED:
            return QCoreApplication.translate(
                "Connect",
                "Ce fichier n’est pas repris, et rien n’y a changé. Vérifiez sa place, et fermez la fenêtre qui l’utilise\u00a0; il doit être celui d’une seule personne, et pas encore repris.",
            )
        case _:
            return QCoreApplication.translate(
                "Connect",
                "La connexion n’a pas abouti. Réessayez\u00a0; ce qui attend ici y reste.",
            )
