"""Where a talk stands, in words, for who holds it and for who asked for it."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.talks import Talk, TalkState, TalkWith
from desktop.ui.kit import dates


def stands(talk: Talk | None, now: datetime) -> str:
    """For the lead; `now` is in the zone to tell the times in."""
    if talk is None:
        return QCoreApplication.translate("Talks", "Pas d’échange prévu pour l’instant.")
    if talk.state is TalkState.HELD:
        words = QCoreApplication.translate("Talks", "Échange tenu, noté {when}")
        return words.format(when=dates.moment(talk.at.astimezone(now.tzinfo), now))
    words = QCoreApplication.translate("Talks", "Échange prévu {day}")
    return words.format(day=_day(talk.planned_for, now))


def shortly(talk: Talk, now: datetime) -> str:
    """For a line of the lead's list; empty where the talk was let go."""
    match talk.state:
        case TalkState.HELD:
            return QCoreApplication.translate("Talks", "échange tenu")
        case TalkState.PLANNED:
            words = QCoreApplication.translate("Talks", "échange {day}")
            return words.format(day=_day(talk.planned_for, now))
        case _:
            return ""


def told(one: TalkWith, now: datetime) -> str:
    """For the check-in's author; empty where the talk was let go."""
    talk = one.talk
    if talk.state is TalkState.DROPPED:
        return ""
    if talk.state is TalkState.HELD:
        words = QCoreApplication.translate("Talks", "Échange tenu avec {name}, noté {when}")
        when = dates.moment(talk.at.astimezone(now.tzinfo), now)
        return words.format(name=one.name, when=when)
    words = QCoreApplication.translate("Talks", "Échange prévu {day} avec {name}")
    return words.format(day=_day(talk.planned_for, now), name=one.name)


def _day(day: date | None, now: datetime) -> str:
    return "" if day is None else dates.day(day, now.date())
