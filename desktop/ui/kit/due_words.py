"""« Pourquoi cette échéance ? » in words: when an answer is due, and each stop of the clock until then."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.standards import (
    ClockKind,
    ClosedDay,
    DueDate,
    Judged,
    Outcome,
    Standard,
    Step,
    StepKind,
)
from desktop.ui.kit import dates, labels_holidays
from desktop.ui.kit.labels import label

holiday = labels_holidays.holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class DueShown:
    """A due date as it is read: one line, and why it is that one, a line a reason."""

    due: str
    why: tuple[str, ...]
    kept: str = ""
    """Of a contact of the past, whether it was kept and by how much."""
    waiting: bool | None = None
    """Whether we wait for the customer; None: it is not to be said any more."""
    closed: bool = False
    """Nothing is due any more: that we wait can only be ended."""


def due_shown(
    due: DueDate, standard: Standard, now: datetime, *, waiting: bool | None = None
) -> DueShown:
    """The words of a due date by its standard, seen from `now` and told in its zone."""
    when = _seen_from(now)
    if due.at is None:
        words = QCoreApplication.translate(
            "Standards", "Pas d’échéance tant que l’on attend le client"
        )
    else:
        words = QCoreApplication.translate("Standards", "Réponse attendue\u00a0: {when}").format(
            when=when(due.at)
        )
    return DueShown(due=words, why=_why(due, standard, when), waiting=waiting)


def left_waiting(shown: DueShown) -> DueShown:
    """The same of a contact of which it was never said that its customer answered."""
    return replace(shown, waiting=True, closed=True)


def unexpected_shown() -> DueShown:
    """Of a contact whose channel has no due date, of which it was said that we wait."""
    words = QCoreApplication.translate("Standards", "On attend le client")
    return DueShown(due=words, why=())


def closed_shown(due: DueDate, standard: Standard, now: datetime) -> DueShown:
    """Of a contact of the past that does not tell when its answer came."""
    unknown = QCoreApplication.translate(
        "Standards", "Ce contact ne dit pas combien de temps le client a attendu."
    )
    when = _seen_from(now)
    return DueShown(due=_past(due, when), why=_why(due, standard, when), kept=unknown)


def judged_shown(
    judged: Judged, standard: Standard, now: datetime, ended_at: datetime, *, abandoned: bool
) -> DueShown:
    """Of a contact of the past: its due date, whether it was kept, by how much, and why."""
    when = _seen_from(now)
    if abandoned:
        end = QCoreApplication.translate("Standards", "Le client est parti {when}")
    else:
        end = QCoreApplication.translate("Standards", "Répondu {when}")
    why = (*_why(judged.due, standard, when), end.format(when=when(ended_at)))
    return DueShown(due=_past(judged.due, when), why=why, kept=_kept(judged, abandoned=abandoned))


def _seen_from(now: datetime) -> Callable[[datetime], str]:
    return lambda at: dates.moment(at.astimezone(now.tzinfo), now)


def _past(due: DueDate, when: Callable[[datetime], str]) -> str:
    if due.at is None:
        return QCoreApplication.translate("Standards", "Pas d’échéance : on attendait le client")
    return QCoreApplication.translate("Standards", "Échéance : {when}").format(when=when(due.at))


def _kept(judged: Judged, *, abandoned: bool) -> str:
    margin = judged.margin
    if judged.outcome is Outcome.MISSED:
        if abandoned:
            words = QCoreApplication.translate(
                "Standards", "Le client est parti sans réponse, {span} après l’échéance."
            )
        else:
            words = QCoreApplication.translate("Standards", "Répondu {span} après l’échéance.")
    elif abandoned:
        words = QCoreApplication.translate(
            "Standards", "Le client est parti avant l’échéance : elle ne compte pas."
        )
    elif margin is None:
        words = QCoreApplication.translate("Standards", "Échéance tenue : l’horloge attendait.")
    else:
        words = QCoreApplication.translate("Standards", "Échéance tenue : répondu {span} avant.")
    return words.format(span=margin_words(abs(margin or timedelta())))


def margin_words(margin: timedelta) -> str:
    """How far from a due date, never more than it was: « 45 s », « 47 h 12 », « 12 jours »."""
    if margin >= timedelta(days=3):
        return QCoreApplication.translate("Standards", "{n} jours").format(n=margin.days)
    return dates.span(int(margin.total_seconds()))


def _why(due: DueDate, standard: Standard, when: Callable[[datetime], str]) -> tuple[str, ...]:
    lines = [_line(one, when) for one in due.why]
    return (*lines[:1], _standard(standard), *lines[1:])


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
