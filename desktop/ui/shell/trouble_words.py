"""What people read when the store cannot be used: what happened, and what to do."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Trouble


def title(trouble: Trouble) -> str:
    """Return what happened, in a few words."""
    match trouble:
        case Trouble.DISK_FULL:
            return QCoreApplication.translate("Trouble", "Le disque est plein")
        case Trouble.READ_ONLY:
            return QCoreApplication.translate("Trouble", "Le dossier est en lecture seule")
        case Trouble.DAMAGED:
            return QCoreApplication.translate("Trouble", "Le fichier est abîmé")
        case Trouble.NEWER_VERSION:
            return QCoreApplication.translate(
                "Trouble", "Le fichier vient d’une version plus récente"
            )
        case Trouble.NOT_A_STORE:
            return QCoreApplication.translate("Trouble", "Ce fichier n’est pas de Vis-à-Vis")
        case Trouble.LOCKED:
            return QCoreApplication.translate("Trouble", "Le fichier est occupé")
        case Trouble.UNREADABLE:
            return QCoreApplication.translate("Trouble", "Le fichier ne peut pas être ouvert")
        case Trouble.KEY_WRONG:
            return QCoreApplication.translate(
                "Trouble",
                "La clé n’ouvre pas ce fichier",
            )
        case Trouble.KEY_MISSING:
            return QCoreApplication.translate(
                "Trouble",
                "La clé de ce fichier manque",
            )


def what(trouble: Trouble) -> str:
    """Return what happened, in a sentence."""
    match trouble:
        case Trouble.DISK_FULL:
            return QCoreApplication.translate(
                "Trouble", "Il n’y a plus de place sur le disque où votre travail est gardé."
            )
        case Trouble.READ_ONLY:
            return QCoreApplication.translate(
                "Trouble", "Vis-à-Vis n’a pas le droit d’écrire là où votre travail est gardé."
            )
        case Trouble.DAMAGED:
            return QCoreApplication.translate(
                "Trouble", "Une partie du fichier où votre travail est gardé ne se lit plus."
            )
        case Trouble.NEWER_VERSION:
            return QCoreApplication.translate(
                "Trouble", "Il a été écrit par une version que celle-ci ne sait pas lire."
            )
        case Trouble.NOT_A_STORE:
            return QCoreApplication.translate(
                "Trouble", "Le fichier indiqué contient autre chose, ou il est chiffré."
            )
        case Trouble.LOCKED:
            return QCoreApplication.translate("Trouble", "Un autre programme s’en sert encore.")
        case _:
            return _what_of_access(trouble)


def _what_of_access(trouble: Trouble) -> str:
    match trouble:
        case Trouble.UNREADABLE:
            return QCoreApplication.translate(
                "Trouble", "Le dossier manque, ou l’accès est refusé."
            )
        case Trouble.KEY_WRONG:
            return QCoreApplication.translate(
                "Trouble",
                "Cette clé n’est pas celle du fichier où votre travail est gardé, ou le début du fichier est abîmé.",
            )
        case _:
            return QCoreApplication.translate(
                "Trouble",
                "Le fichier où votre travail est gardé est chiffré, et le trousseau de ce poste n’a plus sa clé.",
            )


def remedy(trouble: Trouble) -> str:
    """Return what to do about it."""
    match trouble:
        case Trouble.DISK_FULL:
            return QCoreApplication.translate("Trouble", "Libérez de la place, puis réessayez.")
        case Trouble.READ_ONLY:
            return QCoreApplication.translate(
                "Trouble", "Demandez le droit d’écrire dans ce dossier, puis réessayez."
            )
        case Trouble.DAMAGED:
            return QCoreApplication.translate(
                "Trouble",
                "Copiez ce fichier en lieu sûr, et demandez à votre administrateur d’en reprendre une sauvegarde.",
            )
        case Trouble.NEWER_VERSION:
            return QCoreApplication.translate(
                "Trouble", "Installez la dernière version de Vis-à-Vis, puis rouvrez-la."
            )
        case Trouble.NOT_A_STORE:
            return QCoreApplication.translate(
                "Trouble", "Vérifiez le nom du fichier, ou choisissez-en un autre au démarrage."
            )
        case Trouble.LOCKED:
            return QCoreApplication.translate(
                "Trouble", "Attendez la fin d’un import ou d’une sauvegarde, puis réessayez."
            )
        case _:
            return _remedy_of_access(trouble)


def _remedy_of_access(trouble: Trouble) -> str:
    match trouble:
        case Trouble.UNREADABLE:
            return QCoreApplication.translate(
                "Trouble", "Vérifiez le dossier et vos droits, puis réessayez."
            )
        case Trouble.KEY_WRONG:
            return QCoreApplication.translate(
                "Trouble",
                "Gardez ce fichier, et demandez à votre administrateur sa clé de secours.",
            )
        case _:
            return QCoreApplication.translate(
                "Trouble",
                "Déverrouillez le trousseau de ce poste et réessayez, ou demandez à votre administrateur la clé de secours.",
            )
