"""What did not go through in a video call, and what to do: each code by its own words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Unsent
from desktop.domain.video.happenings import Delivery
from desktop.ui.video.state import Doing, Problem

Told = tuple[str, str]


def told(problem: Problem) -> Told:
    """A title and an advice."""
    if problem.unsent is not None:
        return _unsent(problem.unsent, problem.delivery)
    return _title(problem.doing), _advice(problem)


def _title(doing: Doing) -> str:
    match doing:
        case Doing.BEGIN:
            return QCoreApplication.translate("VideoProblem", "La vidéo n’a pas pu commencer")
        case Doing.SEND:
            return QCoreApplication.translate("VideoProblem", "Le lien n’est pas parti")
        case Doing.RENEW:
            return QCoreApplication.translate("VideoProblem", "Pas de nouveau lien")
        case Doing.PAGE:
            return QCoreApplication.translate("VideoProblem", "Votre page ne s’est pas rouverte")
        case Doing.INVITE:
            return QCoreApplication.translate("VideoProblem", "L’invitation n’est pas partie")
        case Doing.END:
            return QCoreApplication.translate("VideoProblem", "Fin sans confirmation")
        case Doing.JOIN:
            return QCoreApplication.translate("VideoProblem", "Vous n’avez pas pu rejoindre")
        case Doing.AVAILABLE:
            return QCoreApplication.translate(
                "VideoProblem", "Le bouton du client ne sonne pas ici"
            )


def _advice(problem: Problem) -> str:
    if problem.doing is Doing.END:
        return QCoreApplication.translate(
            "VideoProblem",
            "La passerelle n’a pas répondu. Votre image est coupée, et l’appel finit de lui-même en moins d’une minute.",
        )
    return _known(problem.code) or _rare(problem.code)


def _known(code: str) -> str:
    match code:
        case "no_answer":
            return QCoreApplication.translate(
                "VideoProblem", "La passerelle ne répond pas. Réessayez, ou proposez un rappel."
            )
        case "key":
            return QCoreApplication.translate(
                "VideoProblem",
                "La passerelle refuse la clé de ce poste\u00a0: prévenez l’administrateur.",
            )
        case "ended" | "unknown":
            return QCoreApplication.translate(
                "VideoProblem", "Cet appel est déjà terminé\u00a0: commencez-en un autre."
            )
        case "taken":
            return QCoreApplication.translate(
                "VideoProblem", "L’appel n’accepte pas une personne de plus."
            )
        case _:
            return ""


def _rare(code: str) -> str:
    match code:
        case "slow_down":
            return QCoreApplication.translate(
                "VideoProblem",
                "La passerelle demande d’attendre un peu. Réessayez dans une minute.",
            )
        case "provider":
            return QCoreApplication.translate(
                "VideoProblem",
                "Le serveur des images ne répond pas. Réessayez, ou proposez un rappel.",
            )
        case _:
            return QCoreApplication.translate(
                "VideoProblem", "Réessayez, ou proposez un rappel. (code\u00a0: {code})"
            ).format(code=code or "?")


def _unsent(why: Unsent, delivery: Delivery | None) -> Told:
    match why:
        case Unsent.BAD_ADDRESS if delivery is Delivery.EMAIL:
            return (
                QCoreApplication.translate("VideoProblem", "Cette adresse ne se lit pas"),
                QCoreApplication.translate(
                    "VideoProblem", "Vérifiez-la avec le client, puis renvoyez."
                ),
            )
        case Unsent.BAD_ADDRESS:
            return (
                QCoreApplication.translate("VideoProblem", "Ce numéro ne se lit pas"),
                QCoreApplication.translate(
                    "VideoProblem", "Vérifiez-le avec le client, puis renvoyez."
                ),
            )
        case Unsent.NO_ANSWER:
            return (
                QCoreApplication.translate("VideoProblem", "L’envoi n’est pas confirmé"),
                QCoreApplication.translate(
                    "VideoProblem",
                    "Le message est peut-être parti. Le renvoyer ne l’envoie pas deux fois.",
                ),
            )
        case _:
            return _title(Doing.SEND), _unsent_advice(why)


def _unsent_advice(why: Unsent) -> str:
    match why:
        case Unsent.NOT_CONFIGURED:
            return QCoreApplication.translate(
                "VideoProblem",
                "Aucun service d’envoi n’est réglé\u00a0: montrez le QR code ou copiez le lien.",
            )
        case Unsent.NO_SECRET:
            return QCoreApplication.translate(
                "VideoProblem",
                "La clé du service d’envoi manque sur ce poste\u00a0: montrez le QR code ou copiez le lien.",
            )
        case Unsent.BUSY:
            return QCoreApplication.translate(
                "VideoProblem", "Le service d’envoi est occupé. Renvoyez dans un instant."
            )
        case Unsent.REFUSED:
            return QCoreApplication.translate(
                "VideoProblem",
                "Le service d’envoi l’a refusé. Vérifiez la destination, ou donnez le lien autrement.",
            )
        case _:
            return QCoreApplication.translate(
                "VideoProblem",
                "Le service d’envoi n’a dit ni oui ni non. Renvoyez, ou donnez le lien autrement.",
            )
