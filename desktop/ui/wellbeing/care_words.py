"""How a lead is told of incivilities in the team: by name where it is one person."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.care import TeamIncivility


def told(new: Sequence[TeamIncivility]) -> str:
    """One sentence for all of them; nobody is counted."""
    if len({one.person_id for one in new}) == 1:
        words = QCoreApplication.translate("Care", "{name} vient de vivre une incivilité.")
        return words.format(name=new[0].name)
    return QCoreApplication.translate(
        "Care", "Plusieurs personnes de l’équipe viennent de vivre une incivilité."
    )
