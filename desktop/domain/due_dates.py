"""When something promised falls due: dates to offer, dates as advisors type them, late or not."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from desktop.domain.contacts import Promise

MORNING = time(10)
EVENING = time(18)
SUNDAY = 6

_WEEKDAYS = (
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_UNITS = {"m": 1, "h": 60, "j": 24 * 60, "d": 24 * 60, "s": 7 * 24 * 60, "w": 7 * 24 * 60}
"""Minutes, by the first letter of the word in either language."""
_AHEAD = dict.fromkeys(("aujourd'hui", "ce jour", "today"), 0)
_AHEAD |= dict.fromkeys(("demain", "tomorrow"), 1)
_AHEAD |= dict.fromkeys(("apres-demain", "apres demain", "day after tomorrow"), 2)
_SPAN = r"(?:dans|in|\+) ?(\d{1,3}) ?(min\w*|h\w*|[jd]\w*|sem\w*|w\w*)"
_CLOCK = r"(?:^|(?<= ))(?:a |at )?(\d{1,2})(?: ?[h:] ?(\d{2})?|(?:[:.](\d{2}))? ?([ap])m)$"


class Offer(StrEnum):
    """The due dates that are offered, in the order of their digits."""

    IN_TWO_HOURS = "in_two_hours"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    IN_48_HOURS = "in_48_hours"


class Due(StrEnum):
    """Where a promise stands against today, most pressing first."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A due date to offer, in UTC."""

    offer: Offer
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePromise:
    """An open promise with the customer to whom it was made."""

    promise: Promise
    customer_name: str = ""


def suggestions(now: datetime, zone: tzinfo) -> tuple[Suggestion, ...]:
    """Due dates worth a key, cut in the workstation's zone: earliest first, none twice.

    Tomorrow is left out when it is a Sunday, two hours when they end after the evening.
    """
    local = now.astimezone(zone)
    today = local.date()
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    soon = _to_the_quarter(local + timedelta(hours=2))
    offers: list[tuple[Offer, datetime]] = []
    if soon.date() == today and soon.time() <= EVENING:
        offers.append((Offer.IN_TWO_HOURS, soon))
    if tomorrow.weekday() != SUNDAY:
        offers.append((Offer.TOMORROW, datetime.combine(tomorrow, MORNING, zone)))
    if monday != tomorrow:
        offers.append((Offer.MONDAY, datetime.combine(monday, MORNING, zone)))
    offers.append((Offer.IN_48_HOURS, now.replace(second=0, microsecond=0) + timedelta(hours=48)))
    found = (Suggestion(offer=offer, at=at.astimezone(UTC)) for offer, at in offers)
    return tuple(sorted(found, key=lambda one: one.at))


def standing(due_at: datetime, now: datetime, zone: tzinfo) -> Due:
    """Late once the hour has passed; today until midnight where the advisor sits."""
    if due_at < now:
        return Due.LATE
    if due_at.astimezone(zone).date() == now.astimezone(zone).date():
        return Due.TODAY
    return Due.LATER


def read_due(typed: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The instant (UTC) that was typed, or None when it says none.

    Takes « 28/11 14h30 », « 28/11/2026 », « demain 9h », « lundi », « dans 3 jours », « 16:15 »,
    and English as well, whatever the screen's language: "tomorrow 9am", "monday", "in 3 days".
    Without an hour: ten in the morning; without a day: today, or tomorrow when that hour is past.
    """
    text = _plain(typed)
    after = re.fullmatch(_SPAN, text)
    if after:
        wait = timedelta(minutes=int(after[1]) * _UNITS[after[2][0]])
        return now.replace(second=0, microsecond=0) + wait
    local = now.astimezone(zone)
    clock = re.search(_CLOCK, text)
    hour: time | None = MORNING
    if clock:
        hour = _hour(clock)
        text = text[: clock.start()].strip()
    if hour is None:
        return None
    day = _day(text, local.date())
    if day is None and clock and not text:
        past = hour <= local.time()
        day = local.date() + timedelta(days=1 if past else 0)
    return None if day is None else datetime.combine(day, hour, zone).astimezone(UTC)


def _hour(clock: re.Match[str]) -> time | None:
    """The hour that the words say: 14h30, 14:30, 2.30pm."""
    hours, minutes, half = int(clock[1]), int(clock[2] or clock[3] or 0), clock[4]
    if half and not 1 <= hours <= 12:
        return None
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _day(text: str, today: date) -> date | None:
    """The day that the words say, never a past one where the year is left out."""
    if text in _AHEAD:
        return today + timedelta(days=_AHEAD[text])
    name = text.removesuffix(" prochain").removeprefix("next ")
    if name in _WEEKDAYS:
        days = (_WEEKDAYS.index(name) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=days)
    figures = re.fullmatch(r"(?:le )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?", text)
    if figures is None:
        return None
    return _dated(int(figures[1]), int(figures[2]), figures[3], today)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    try:
        if year is not None:
            return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        found = date(today.year, month, day)
        return found if found >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _plain(typed: str) -> str:
    marked = unicodedata.normalize("NFKD", typed.casefold().replace("’", "'"))
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return re.sub(r"[\s,]+", " ", bare.replace("·", " ")).strip()


def _to_the_quarter(at: datetime) -> datetime:
    """Up to the next quarter of an hour: nobody calls back at 16:07."""
    over = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at if not over else at - over + timedelta(minutes=15)
