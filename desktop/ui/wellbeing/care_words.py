"""How a lead is told of incivilities in the team: by name where it is one person."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.care import TeamIncivility
from desktop.domain.contacts import Incivility


def told(new: Sequence[TeamIncivility]) -> str:
    """One sentence for all of them; nobody is counted."""
    if len({one.person_id for one in new}) == 1:
        words = QCoreApplication.translate("Care", "{name} vient de vivre une incivilité.")
        return words.format(name=new[0].name)
    return QCoreApplication.translate(
        "Care", "Plusieurs personnes de l’équipe viennent de vivre une incivilité."
    )


def gravity(level: int) -> str:
    """A gravity of 1 to 3 in a word."""
    match level:
        case 1:
            return QCoreApplication.translate("Care", "légère")
        case 2:
            return QCoreApplication.translate("Care", "sérieuse")
        case _:
            return QCoreApplication.translate("Care", "grave")


def stands(one: TeamIncivility) -> str:
    """How the exchange ended, as far as it is known."""
    if one.ended:
        return QCoreApplication.translate("Care", "Échange terminé après un avertissement")
    return QCoreApplication.translate("Care", "La personne a prévenu")


def own_stands(report: Incivility) -> str:
    """The same, to who reported it."""
    if report.ended:
        return QCoreApplication.translate("Care", "Vous avez prévenu, puis mis fin à l’échange")
    return QCoreApplication.translate("Care", "Vous avez prévenu")


def no_words() -> str:
    """Where the fact was not told in words."""
    return QCoreApplication.translate("Care", "Le fait n’est pas décrit.")
