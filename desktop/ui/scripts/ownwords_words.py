"""French words of « mes mots »: what was just done, and what keeps words from being used."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.authoring.problems import Code
from desktop.domain.authoring.wording_slips import Slip
from desktop.ui.scripts.ownwords_viewmodel import Done


def done_words(done: Done) -> str:
    """What was just done to one's words."""
    return {
        Done.KEPT: QCoreApplication.translate("OwnWords", "Vos mots sont gardés."),
        Done.TAKEN: QCoreApplication.translate("OwnWords", "Ces mots sont les vôtres à présent."),
        Done.BACK: QCoreApplication.translate("OwnWords", "Les mots du guide sont revenus."),
        Done.UNDONE: QCoreApplication.translate("OwnWords", "C’est annulé."),
    }[done]


def slip_words(slip: Slip) -> str:
    """What is wrong, and what would mend it."""
    code, values = slip
    if code is Code.UNKNOWN_VARIABLE:
        return _unknown(values)
    return {
        Code.EMPTY: QCoreApplication.translate("OwnWords", "Écrivez d’abord quelques mots."),
        Code.TOO_LONG: QCoreApplication.translate(
            "OwnWords", "C’est plus long que permis\u00a0: {0} caractères au plus."
        ),
        Code.BAD_BRACES: QCoreApplication.translate(
            "OwnWords", "Une accolade est seule\u00a0: une variable s’écrit {{{{client.prenom}}}}."
        ),
        Code.BAD_GROUP: QCoreApplication.translate(
            "OwnWords", "Des crochets entourent une partie facultative, avec une variable."
        ),
        Code.BAD_EMPHASIS: QCoreApplication.translate(
            "OwnWords", "Un passage en gras commence et finit par deux astérisques."
        ),
        Code.ELISION: QCoreApplication.translate(
            "OwnWords",
            "Écrivez «\u202fde\u202f» ou «\u202fque\u202f» en entier avant une variable\u00a0: l’élision se fait seule.",
        ),
        Code.HOLE: QCoreApplication.translate(
            "OwnWords",
            "Sans «\u202f{0}\u202f» la phrase aurait un trou\u00a0: écrivez {{{{{0}|un autre mot}}}}.",
        ),
        Code.MARKUP: QCoreApplication.translate(
            "OwnWords", "Ni lien ni balise, s’il vous plaît («\u202f{0}\u202f»)."
        ),
    }[code].format(*values)


def _unknown(values: tuple[str, ...]) -> str:
    name, near = values
    if near:
        words = QCoreApplication.translate(
            "OwnWords",
            "Variable inconnue «\u202f{0}\u202f»\u00a0: vouliez-vous dire «\u202f{1}\u202f»\u202f?",
        )
        return words.format(name, near)
    return QCoreApplication.translate(
        "OwnWords", "Variable inconnue\u00a0: «\u202f{0}\u202f»."
    ).format(name)
