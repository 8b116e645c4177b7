"""Why a fact was not taken, in words: what the server's code means for who wrote the fact."""

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_customers  # noqa: F401 - importing it registers the words
from desktop.domain.outbox import Attention, LineState
from desktop.ui.kit.labels import label


def short(line: Attention) -> str:
    """What is the matter, in a few words for the list."""
    match line.state:
        case LineState.CONFLICT if line.conflict is not None:
            words = QCoreApplication.translate("Review", "{field}\u00a0: deux valeurs")
            return words.format(field=label(line.conflict.field))
        case LineState.CONFLICT:
            return QCoreApplication.translate("Review", "Modifié en même temps")
        case LineState.WAITING:
            return QCoreApplication.translate("Review", "Sans réponse depuis plus d’une heure")
        case LineState.HELD:
            return QCoreApplication.translate("Review", "Le serveur ne connaît pas encore cela")
        case _:
            return QCoreApplication.translate("Review", "Le serveur ne l’a pas pris")


def sentence(line: Attention) -> str:
    """Why the server did not take it, and what may help."""
    if line.state is LineState.HELD:
        return QCoreApplication.translate(
            "Review",
            "Le serveur sera mis à jour un jour prochain\u00a0; ce fait lui sera alors proposé de nouveau, sans rien faire ici.",
        )
    if line.state is LineState.WAITING:
        return QCoreApplication.translate(
            "Review",
            "Le serveur n’a pas encore répondu sur ce fait. Il lui est proposé de nouveau, de lui-même, aussi longtemps qu’il le faut.",
        )
    return _refusal(line.why)


def _refusal(why: str) -> str:
    match why:
        case "not_author" | "foreign_device":
            return QCoreApplication.translate(
                "Review",
                "Le serveur n’y reconnaît pas votre signature. Réessayez\u00a0; si cela se répète, exportez-le pour votre administrateur.",
            )
        case "not_granted":
            return QCoreApplication.translate(
                "Review",
                "Ce geste dépasse ce que l’on offre sans demander, ou n’est pas celui qui vous a été accordé. Parlez-en avec votre responsable\u00a0: rien n’est perdu.",
            )
        case "op_id_taken":
            return QCoreApplication.translate(
                "Review",
                "Le serveur a déjà reçu autre chose sous ce numéro. Exportez-le pour votre administrateur\u00a0: rien n’est perdu.",
            )
        case "too_large":
            return QCoreApplication.translate(
                "Review",
                "Le texte est trop long pour le serveur. Raccourcissez-le, puis renvoyez-le.",
            )
        case "bad_body" | "not_this_way":
            return QCoreApplication.translate(
                "Review",
                "Le serveur n’en comprend pas le contenu. Corrigez le texte si vous le pouvez, sinon exportez-le pour votre administrateur.",
            )
        case _:
            return _by_class(why)


def _by_class(code: str) -> str:
    """An SQLSTATE: its class tells what kind of refusal it is."""
    match code[:2]:
        case "22":
            return QCoreApplication.translate(
                "Review",
                "Une valeur ne convient pas au serveur. Corrigez le texte, puis renvoyez-le.",
            )
        case "23":
            return QCoreApplication.translate(
                "Review",
                "Ce fait contredit ce que le serveur sait déjà, ou parle d’une fiche qu’il n’a pas. Réessayez plus tard, ou exportez-le.",
            )
        case "42":
            return QCoreApplication.translate(
                "Review",
                "Le serveur ne vous permet pas cet enregistrement. Parlez-en à votre administrateur.",
            )
        case _:
            return QCoreApplication.translate(
                "Review",
                "Le serveur ne l’a pas pris, sans dire pourquoi. Réessayez, ou exportez-le.",
            )
