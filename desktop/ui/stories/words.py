"""Words of stories: where one stands, what does not belong in it."""

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_contacts  # noqa: F401 - importing it registers the words
from desktop.domain.note_words import Sensitive
from desktop.domain.stories import OwnStory, StoryState
from desktop.domain.story_check import Personal, StoryWarning
from desktop.ui.kit.labels import label, register


@register(Personal)
def _personal(value: Personal) -> str:
    match value:
        case Personal.NAME:
            return QCoreApplication.translate("Personal", "nom du client")
        case Personal.PHONE:
            return QCoreApplication.translate("Personal", "téléphone")
        case Personal.EMAIL:
            return QCoreApplication.translate("Personal", "e-mail")
        case Personal.ADDRESS:
            return QCoreApplication.translate("Personal", "adresse")
        case Personal.NUMBER:
            return QCoreApplication.translate("Personal", "numéro")


def warned(warning: StoryWarning) -> str:
    """« Martin · nom du client »."""
    why: Personal | Sensitive = warning.why
    return f"{warning.words} · {label(why)}"


def state(own: OwnStory, *, linked: bool) -> tuple[str, str, str]:
    """Words, tone and icon of where one's own story stands."""
    match own.state:
        case None if own.unsent and linked:
            return QCoreApplication.translate("Stories", "À envoyer"), "warning", "cloud-upload"
        case None:
            return QCoreApplication.translate("Stories", "Proposée"), "neutral", "hourglass"
        case StoryState.PUBLISHED:
            return QCoreApplication.translate("Stories", "Publiée"), "success", "check"
        case StoryState.DECLINED:
            return QCoreApplication.translate("Stories", "Pas publiée"), "neutral", "info"
        case StoryState.WITHDRAWN:
            return QCoreApplication.translate("Stories", "Retirée"), "neutral", "undo-2"


def state_line(own: OwnStory) -> str:
    """What it means for who wrote it."""
    if own.state is StoryState.DECLINED:
        return QCoreApplication.translate(
            "Stories", "Pas publiée cette fois. Merci de l’avoir proposée\u202f; elle reste à vous."
        )
    if own.state is None:
        return QCoreApplication.translate("Stories", "Votre responsable la lira.")
    return ""


def consent(*, signed: bool | None) -> str:
    """What one agrees to."""
    if signed is None:
        words = QCoreApplication.translate(
            "Stories",
            "Votre responsable la lira, et saura qu’elle vient de vous. Publiée, elle se lit dans toute l’équipe, avec votre nom ou sans.",
        )
    elif signed:
        words = QCoreApplication.translate(
            "Stories",
            "Votre responsable la lira. Publiée, elle se lit dans toute l’équipe, avec votre nom.",
        )
    else:
        words = QCoreApplication.translate(
            "Stories",
            "Votre responsable la lira, et saura qu’elle vient de vous. Publiée, elle se lit dans toute l’équipe, sans votre nom.",
        )
    free = QCoreApplication.translate("Stories", "Vous pouvez la retirer à tout moment.")
    return f"{words} {free}"
