"""« Pourquoi cette échéance ? » in words: when an answer is due, and each stop of the clock until then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.standards import ClockKind, ClosedDay, DueDate, Standard, Step, StepKind
from desktop.ui.kit import dates, labels_holidays
from desktop.ui.kit.labels import label

holiday = labels_holidays.holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class DueShown:
    """A due date as it is read: one line, and why it is that one, a line a reason."""

    due: str
    why: tuple[str, ...]


def due_shown(due: DueDate, standard: Standard, now: datetime) -> DueShown:
    """The words of a due date by its standard, seen from `now` and told in its zone."""

    def when(at: datetime) -> str:
        return dates.moment(at.astimezone(now.tzinfo), now)

    if due.at is None:
        words = QCoreApplication.translate(
            "Standards", "Pas d’échéance tant que l’on attend le client"
        )
    else:
        words = QCoreApplication.translate("Standards", "Réponse attendue\u00a0: {when}").format(
            when=when(due.at)
        )
    lines = [_line(one, when) for one in due.why]
    return DueShown(due=words, why=(*lines[:1], _standard(standard), *lines[1:]))


def limit_words(limit: timedelta) -> str:
    """« 3 min », « 48 h », « 20 jours »."""
    minutes = round(limit.total_seconds() / 60)
    if minutes % (24 * 60) == 0 and minutes > 3 * 24 * 60:
        words = QCoreApplication.translate("Standards", "{n} jours")
        return words.format(n=minutes // (24 * 60))
    if minutes % 60 == 0:
        return QCoreApplication.translate("Standards", "{n}\u00a0h").format(n=minutes // 60)
    return QCoreApplication.translate("Standards", "{n}\u00a0min").format(n=minutes)


def _standard(standard: Standard) -> str:
    words = (
        QCoreApplication.translate(
            "Standards", "Le standard de ce canal\u00a0: {limit}, jours et nuits compris"
        )
        if standard.clock is ClockKind.ELAPSED
        else QCoreApplication.translate(
            "Standards", "Le standard de ce canal\u00a0: {limit} d’ouverture"
        )
    )
    return words.format(limit=limit_words(standard.limit))


def _line(step: Step, when: Callable[[datetime], str]) -> str:
    match step.kind:
        case StepKind.RECEIVED:
            words = QCoreApplication.translate("Standards", "Compté depuis {when}")
        case StepKind.CLOSED if step.days:
            words = QCoreApplication.translate("Standards", "Fermé depuis {when}\u00a0: {days}")
        case StepKind.CLOSED:
            words = QCoreApplication.translate("Standards", "Fermé depuis {when}")
        case StepKind.PAUSED:
            words = QCoreApplication.translate("Standards", "On attend le client depuis {when}")
        case StepKind.RESUMED:
            words = QCoreApplication.translate("Standards", "Le temps compte de nouveau {when}")
        case StepKind.DUE:
            words = QCoreApplication.translate("Standards", "Échéance\u00a0: {when}")
    return words.format(when=when(step.at), days=", ".join(_closed(one) for one in step.days))


def _closed(one: ClosedDay) -> str:
    day = dates.long_day(one.day).rsplit(" ", 1)[0]
    return day if one.holiday is None else f"{day} ({label(one.holiday)})"
