"""Why sync pauses, in words: one for the badge, a sentence for the panel."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.sync import PauseReason


def pause_word(reason: PauseReason) -> str:
    """Why it pauses, in a word or two for the badge."""
    match reason:
        case PauseReason.WRONG_PASSWORD:
            return QCoreApplication.translate("SyncBadge", "mot de passe")
        case PauseReason.EXPIRED_TOKEN:
            return QCoreApplication.translate("SyncBadge", "connexion expirée")
        case PauseReason.DISABLED | PauseReason.ANOTHER_PERSON:
            return QCoreApplication.translate("SyncBadge", "accès fermé")
        case PauseReason.CERTIFICATE_EXPIRED | PauseReason.CERTIFICATE_UNTRUSTED:
            return QCoreApplication.translate("SyncBadge", "certificat")
        case PauseReason.NOT_A_SERVER | PauseReason.SERVER_TOO_OLD | PauseReason.REFUSED:
            return QCoreApplication.translate("SyncBadge", "serveur")
        case PauseReason.TOO_OLD:
            return QCoreApplication.translate("SyncBadge", "mise à jour")
        case PauseReason.STORE:
            return QCoreApplication.translate("SyncBadge", "disque")
        case PauseReason.DELETIONS:
            return QCoreApplication.translate("SyncBadge", "votre accord")
        case _:
            return QCoreApplication.translate("SyncBadge", "incident")


def pause_sentence(reason: PauseReason) -> str:
    """Why it pauses, and what to do; nothing that waits is ever touched by a pause."""
    return f"{_because(reason)} {_kept()}"


def _kept() -> str:
    return QCoreApplication.translate("SyncPanel", "Rien n’est perdu\u00a0: tout attend ici.")


def _because(reason: PauseReason) -> str:
    match reason:
        case PauseReason.WRONG_PASSWORD:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le serveur ne reconnaît plus votre mot de passe\u00a0: reconnectez-vous.",
            )
        case PauseReason.EXPIRED_TOKEN:
            return QCoreApplication.translate(
                "SyncPanel", "Votre connexion a expiré\u00a0: reconnectez-vous."
            )
        case PauseReason.DISABLED:
            return QCoreApplication.translate(
                "SyncPanel", "Votre accès a été fermé\u00a0: parlez-en à votre administrateur."
            )
        case PauseReason.ANOTHER_PERSON:
            return QCoreApplication.translate(
                "SyncPanel",
                "La personne connectée n’est pas celle de ces données\u00a0: reconnectez-vous.",
            )
        case _:
            return _on_this_machine(reason)


def _on_this_machine(reason: PauseReason) -> str:
    match reason:
        case PauseReason.TOO_OLD:
            return QCoreApplication.translate(
                "SyncPanel",
                "Cette version de Vis-à-Vis est trop ancienne pour le serveur\u00a0: mettez-la à jour.",
            )
        case PauseReason.STORE:
            return QCoreApplication.translate(
                "SyncPanel",
                "Ce poste ne peut plus écrire\u00a0: libérez de la place sur le disque.",
            )
        case PauseReason.DELETIONS:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le serveur veut retirer beaucoup de fiches de ce poste\u00a0: dites si c’est attendu.",
            )
        case _:
            return _server_side(reason)


def _server_side(reason: PauseReason) -> str:
    match reason:
        case PauseReason.CERTIFICATE_EXPIRED:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le certificat du serveur a expiré\u00a0: prévenez votre administrateur.",
            )
        case PauseReason.CERTIFICATE_UNTRUSTED:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le certificat du serveur n’est pas reconnu\u00a0: prévenez votre administrateur.",
            )
        case _:
            return _not_ours(reason)


def _not_ours(reason: PauseReason) -> str:
    match reason:
        case PauseReason.NOT_A_SERVER:
            return QCoreApplication.translate(
                "SyncPanel",
                "À cette adresse répond autre chose que Vis-à-Vis\u00a0: prévenez votre administrateur.",
            )
        case PauseReason.SERVER_TOO_OLD:
            return QCoreApplication.translate(
                "SyncPanel",
                "Le serveur attend une mise à jour\u00a0: prévenez votre administrateur.",
            )
        case PauseReason.REFUSED:
            return QCoreApplication.translate(
                "SyncPanel", "Le serveur refuse l’échange\u00a0: prévenez votre administrateur."
            )
        case _:
            return QCoreApplication.translate(
                "SyncPanel",
                "Un incident a arrêté l’échange\u00a0; il reprendra seul dans un moment.",
            )
