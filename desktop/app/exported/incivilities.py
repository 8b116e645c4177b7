"""Incivilities as tables: the team's for its lead, one's own for oneself; the customer is in neither."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.app.exported.table import table
from desktop.domain.care import FollowUpBy, OwnIncivility, TeamIncivility
from desktop.domain.contacts import Incivility
from desktop.domain.exports import Cell
from desktop.ui.kit import labels_contacts, labels_wellbeing  # noqa: F401 - they register words
from desktop.ui.kit.labels import label
from desktop.ui.kit.printing import Exported
from desktop.ui.wellbeing import care_words


def of_team(items: Sequence[TeamIncivility]) -> Exported | None:
    """What the lead's list shows, in its order; None for nothing. Nobody is counted."""
    title = QCoreApplication.translate("Exported", "Incivilités vécues dans l’équipe")
    who = QCoreApplication.translate("Exported", "Vécue par")
    rows = tuple(
        (one.at, one.name, *_told(one, care_words.stands(one)), *_followed(one.followed))
        for one in items
    )
    when, *rest = _columns()
    return table(title, (when, who, *rest), rows)


def own(items: Sequence[OwnIncivility]) -> Exported | None:
    """One's own reports, the newest first; None for nothing."""
    title = QCoreApplication.translate("Exported", "Mes signalements")
    rows = tuple(
        (
            one.report.at,
            *_told(one.report, care_words.own_stands(one.report)),
            *_followed(one.followed),
        )
        for one in items
    )
    return table(title, _columns(), rows)


def _columns() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Exported", "Quand"),
        QCoreApplication.translate("Exported", "Type"),
        QCoreApplication.translate("Exported", "Gravité"),
        QCoreApplication.translate("Exported", "Le fait"),
        QCoreApplication.translate("Exported", "L’échange"),
        QCoreApplication.translate("Exported", "Suivie le"),
        QCoreApplication.translate("Exported", "Ce qui a suivi"),
    )


def _told(one: TeamIncivility | Incivility, stands: str) -> tuple[Cell, ...]:
    return (
        label(one.type),
        care_words.gravity(one.gravity),
        one.words or None,
        stands if one.warned or one.ended else None,
    )


def _followed(followed: Iterable[FollowUpBy]) -> tuple[Cell, ...]:
    """When it was followed first, and all that followed."""
    every = tuple(followed)
    first = every[0].follow_up.at if every else None
    return first, " / ".join(_one(each) for each in every) or None


def _one(each: FollowUpBy) -> str:
    said = f"{label(each.follow_up.kind)}, {each.name}"
    return f"{said}\u00a0: {each.follow_up.words}" if each.follow_up.words else said
