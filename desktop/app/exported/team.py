"""What a team asked of its lead and proposed to it, as tables: what the lead's tabs show."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.app.exported.table import table
from desktop.domain.exports import Cell
from desktop.domain.latitude.requests import Asked
from desktop.domain.stories import StoryState, TeamStory
from desktop.ui.kit.printing import Exported
from desktop.ui.latitude.words import state_to_lead


def requests(asked: Sequence[Asked], label: Callable[[str], str]) -> Exported | None:
    """Requests beyond the policy, those that wait first; None for nothing.

    `label` turns the code of a kind of gesture into words. A sum is in euros.
    """
    columns = (
        QCoreApplication.translate("Exported", "Quand"),
        QCoreApplication.translate("Exported", "Demandé par"),
        QCoreApplication.translate("Exported", "Client"),
        QCoreApplication.translate("Exported", "Geste"),
        QCoreApplication.translate("Exported", "Montant (€)"),
        QCoreApplication.translate("Exported", "Pourquoi"),
        QCoreApplication.translate("Exported", "Où elle en est"),
        QCoreApplication.translate("Exported", "Répondu le"),
        QCoreApplication.translate("Exported", "Réponse"),
    )
    rows = tuple(_request(one, label) for one in asked)
    return table(QCoreApplication.translate("Exported", "Demandes de geste"), columns, rows)


def stories(told: Sequence[TeamStory]) -> Exported | None:
    """Stories that were proposed, those that wait first; None for nothing.

    A file goes from hand to hand: who agreed to a story without their name has none in it.
    """
    columns = (
        QCoreApplication.translate("Exported", "Proposée le"),
        QCoreApplication.translate("Exported", "Histoire"),
        QCoreApplication.translate("Exported", "Signée par"),
        QCoreApplication.translate("Exported", "Où elle en est"),
        QCoreApplication.translate("Exported", "Décidée le"),
    )
    rows = tuple(_story(one) for one in told)
    return table(QCoreApplication.translate("Exported", "Histoires proposées"), columns, rows)


def _request(asked: Asked, label: Callable[[str], str]) -> tuple[Cell, ...]:
    request, answer = asked.request, asked.answer
    return (
        request.at,
        asked.person_name or None,
        asked.customer_name or None,
        label(request.kind),
        request.cents / 100 if request.cents else None,
        request.words or None,
        state_to_lead(asked)[0],
        answer.at if answer else None,
        answer.words or None if answer else None,
    )


def _story(told: TeamStory) -> tuple[Cell, ...]:
    story = told.story
    decided = told.state is not None
    return (
        story.at,
        story.words,
        told.author if story.signed else None,
        _state(told.state),
        told.at if decided else None,
    )


def _state(state: StoryState | None) -> str:
    match state:
        case None:
            return QCoreApplication.translate("Exported", "à lire")
        case StoryState.PUBLISHED:
            return QCoreApplication.translate("Exported", "publiée")
        case _:
            return QCoreApplication.translate("Exported", "pas publiée")
