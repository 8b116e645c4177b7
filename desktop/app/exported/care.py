"""One's own check-ins, and a team's totals, as tables: what the screen shows, and no more."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

import desktop.ui.kit.labels_wellbeing  # noqa: F401 - importing it registers the words
from desktop.app.exported.table import table
from desktop.domain.exports import Cell, Sheet
from desktop.domain.team_totals import Missing, TeamTotals, TotalsLine
from desktop.domain.wellbeing import OwnCheckIn
from desktop.ui.kit.labels import label
from desktop.ui.kit.printing import Exported, Section


def own_check_ins(items: Sequence[OwnCheckIn]) -> Exported | None:
    """What one said oneself, who may see it and who read it, the newest first; None for nothing."""
    title = QCoreApplication.translate("Exported", "Mes check-ins")
    columns = (
        QCoreApplication.translate("Exported", "Quand"),
        QCoreApplication.translate("Exported", "Moment"),
        *_scales(),
        QCoreApplication.translate("Exported", "Mots"),
        QCoreApplication.translate("Exported", "Qui le voit"),
        QCoreApplication.translate("Exported", "Lu par"),
        QCoreApplication.translate("Exported", "Réponses"),
    )
    ordered = sorted(items, key=lambda one: one.check_in.at, reverse=True)
    return table(title, columns, tuple(_own(one) for one in ordered))


def team_totals(told: TeamTotals) -> Exported | None:
    """Each week as it was published, or that there is no figure; None where no week is told of."""
    if not told.lines:
        return None
    title = QCoreApplication.translate("Exported", "Totaux de l’équipe")
    columns = (
        QCoreApplication.translate("Exported", "Du"),
        QCoreApplication.translate("Exported", "Au"),
        QCoreApplication.translate("Exported", "Personnes"),
        *_scales(),
        QCoreApplication.translate("Exported", "Remarque"),
    )
    rule = QCoreApplication.translate(
        "Exported",
        "Moyennes de semaines closes, à un demi-point près, sur au moins 5 personnes que l’on ne lit pas nommément.",
    )
    sheet = Sheet(title="", columns=columns, rows=tuple(_week(one) for one in told.lines))
    return Exported(title=title, sections=(Section(words=rule, sheets=(sheet,)),))


def _scales() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Exported", "Humeur (1 à 5)"),
        QCoreApplication.translate("Exported", "Énergie (1 à 5)"),
        QCoreApplication.translate("Exported", "Charge (1 à 5)"),
    )


def _own(own: OwnCheckIn) -> tuple[Cell, ...]:
    one = own.check_in
    return (
        one.at,
        label(one.moment),
        one.mood,
        one.energy,
        one.load,
        one.words or None,
        own.addressed_name or label(one.audience),
        ", ".join(each.name for each in own.readings) or None,
        " / ".join(f"{each.name}\u00a0: {each.words}" for each in own.replies) or None,
    )


def _week(line: TotalsLine) -> tuple[Cell, ...]:
    days = line.first_day, line.last_day
    period = line.period
    if period is None:
        return (*days, None, None, None, None, _missing(line.missing))
    return (*days, period.people, period.mood, period.energy, period.load, None)


def _missing(why: Missing | None) -> str:
    match why:
        case Missing.OPEN:
            return QCoreApplication.translate("Exported", "pas encore close")
        case Missing.MERGED:
            return QCoreApplication.translate("Exported", "attend la suivante")
        case Missing.UNREAD:
            return QCoreApplication.translate("Exported", "pas encore lue")
        case _:
            return QCoreApplication.translate("Exported", "non montrée")
