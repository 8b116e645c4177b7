"""What people read of actions: headings, and why a key was not given."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit.keys import key_text
from desktop.ui.shell.actions import Group, Refusal
from desktop.ui.shell.key_rules import KeyProblem


def heading(group: Group) -> str:
    """Return the heading of a group."""
    match group:
        case Group.GO:
            return QCoreApplication.translate("Actions", "Aller à")
        case Group.CUSTOMER:
            return QCoreApplication.translate("Actions", "Client")
        case Group.GUIDE:
            return QCoreApplication.translate("Actions", "Guide")
        case Group.CONTACT:
            return QCoreApplication.translate("Actions", "Contact en cours")
        case Group.ME:
            return QCoreApplication.translate("Actions", "Vous")
        case Group.WINDOW:
            return QCoreApplication.translate("Actions", "Fenêtre")


def refusal(why: Refusal, key: str) -> str:
    """Return one sentence on why `key` (its normal form) was not given."""
    shown = key_text(key)
    if why.problem is KeyProblem.TAKEN and why.other is not None:
        words = QCoreApplication.translate("Actions", "{key} sert déjà à «\u202f{other}\u202f».")
        return words.format(key=shown, other=why.other.title())
    match why.problem:
        case KeyProblem.BARE:
            words = QCoreApplication.translate(
                "Actions", "{key} seule sert à écrire ou à se déplacer\u00a0: ajoutez Ctrl."
            )
        case KeyProblem.ALT_GR:
            words = QCoreApplication.translate(
                "Actions", "Ctrl et Alt ensemble font AltGr, qui écrit @ € # {{ }}."
            )
        case KeyProblem.WRITING:
            words = QCoreApplication.translate("Actions", "{key} sert quand on écrit du texte.")
        case KeyProblem.SYSTEM:
            words = QCoreApplication.translate("Actions", "{key} est prise par le système.")
        case _:
            words = QCoreApplication.translate("Actions", "Cette touche ne peut pas servir ici.")
    return words.format(key=shown)
