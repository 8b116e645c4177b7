"""Words and faces of check-ins that several of their views say."""

from typing import Final

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_wellbeing  # noqa: F401 - importing it registers the words
from desktop.domain.wellbeing import Audience
from desktop.ui.kit.labels import label
from desktop.ui.kit.scale import FACES

AUDIENCE_ICONS: Final = {
    Audience.LEAD: "message-square",
    Audience.TEAM_TOTAL: "users",
    Audience.NOBODY: "lock",
}

_TONES: Final = ("warning", "warning", "neutral", "success", "success")


def face(mood: int | None) -> tuple[str, str]:
    """Icon and tone of a mood; one's own low mood is never red."""
    if mood is None:
        return "heart-pulse", "neutral"
    return FACES[mood - 1], _TONES[mood - 1]


def mood_word(mood: int | None) -> str:
    """A mood of 1 to 5 in a word."""
    match mood:
        case 1:
            return QCoreApplication.translate("Wellbeing", "Mal")
        case 2:
            return QCoreApplication.translate("Wellbeing", "Plutôt mal")
        case 3:
            return QCoreApplication.translate("Wellbeing", "Moyen")
        case 4:
            return QCoreApplication.translate("Wellbeing", "Bien")
        case 5:
            return QCoreApplication.translate("Wellbeing", "Très bien")
        case _:
            return QCoreApplication.translate("Wellbeing", "Non dite")


def mood_ends() -> tuple[str, str]:
    """What 1 and 5 mean for mood."""
    return mood_word(1), mood_word(5)


def energy_ends() -> tuple[str, str]:
    """What 1 and 5 mean for energy."""
    return (
        QCoreApplication.translate("Wellbeing", "À plat"),
        QCoreApplication.translate("Wellbeing", "En pleine forme"),
    )


def load_ends() -> tuple[str, str]:
    """What 1 and 5 mean for load."""
    return (
        QCoreApplication.translate("Wellbeing", "Légère"),
        QCoreApplication.translate("Wellbeing", "Trop lourde"),
    )


def audience_title(audience: Audience, lead_name: str) -> str:
    """Who may see it, naming the lead when there is one to name."""
    if audience is Audience.LEAD and lead_name:
        words = QCoreApplication.translate("Wellbeing", "{name}, nommément")
        return words.format(name=lead_name)
    return label(audience)


def audience_meaning(audience: Audience) -> str:
    """What that choice does, plainly."""
    match audience:
        case Audience.LEAD:
            return QCoreApplication.translate(
                "Wellbeing", "Pour en parler ensemble. Vous verrez quand c’est lu."
            )
        case Audience.TEAM_TOTAL:
            return QCoreApplication.translate(
                "Wellbeing",
                "Vos notes, dans une moyenne d’au moins 5 personnes ; jamais vos mots.",
            )
        case Audience.NOBODY:
            return QCoreApplication.translate("Wellbeing", "Gardé dans vos pages, pour vous.")
