"""Times, spans, sums and counts as people read them; what is shown is in the zone it comes in."""

from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

NBSP: Final = "\u00a0"
NARROW: Final = "\u202f"


def moment(at: datetime, now: datetime) -> str:
    """Return when `at` was or will be, seen from `now`: "aujourd’hui 10:46", "lun. 23 nov. · 10:46"."""
    hour = f"{at:%H:%M}"
    near = _near(at.date(), now.date())
    if near:
        return f"{near} {hour}"
    return f"{_short_day(at.date(), now.date())} · {hour}"


def day(on: date, today: date) -> str:
    """Return the day `on`, seen from `today`: "hier", "lun. 23 nov.", with its year if another."""
    return _near(on, today) or _short_day(on, today)


def long_day(on: date) -> str:
    """Return the day in full: "lundi 23 novembre 2026"."""
    weekday = _locale().dayName(on.isoweekday())
    month = _locale().monthName(on.month)
    return f"{weekday} {_ordinal(on.day)} {month} {on.year}"


def day_month(on: date) -> str:
    """Return the day and its month, short: "16 nov."."""
    month = _locale().monthName(on.month, QLocale.FormatType.ShortFormat)
    return f"{_ordinal(on.day)} {month}"


def ago(at: datetime, now: datetime) -> str:
    """Return how long before `now` was `at`: "à l’instant", "il y a 3 jours"."""
    seconds = (now - at).total_seconds()
    minutes, days = int(seconds // 60), (now.date() - at.date()).days
    if minutes < 1:
        return QCoreApplication.translate("Dates", "à l’instant")
    if minutes < 60:
        return QCoreApplication.translate("Dates", "il y a {n} min").format(n=minutes)
    if minutes < 12 * 60:
        return QCoreApplication.translate("Dates", "il y a {n} h").format(n=minutes // 60)
    if days == 0:
        return QCoreApplication.translate("Dates", "aujourd’hui")
    if days == 1:
        return QCoreApplication.translate("Dates", "hier")
    return _long_ago(days)


def due(on: date, today: date) -> str:
    """Return when something falls due: "demain", "dans 3 jours", "échue depuis 2 jours"."""
    days = (on - today).days
    if days == 0:
        return QCoreApplication.translate("Dates", "aujourd’hui")
    if days == 1:
        return QCoreApplication.translate("Dates", "demain")
    if days == -1:
        return QCoreApplication.translate("Dates", "échue depuis hier")
    if days < 0:
        words = QCoreApplication.translate("Dates", "échue depuis {n} jours")
        return words.format(n=-days)
    if days < 7:
        return QCoreApplication.translate("Dates", "dans {n} jours").format(n=days)
    return _short_day(on, today)


def span(seconds: float) -> str:
    """Return how long something took: "45 s", "4 min 32 s", "1 h 05"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}{NBSP}s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        words = f"{minutes}{NBSP}min"
        return f"{words} {rest:02d}{NBSP}s" if rest else words
    hours, minutes = divmod(minutes, 60)
    words = QCoreApplication.translate("Dates", "{h}\u00a0h\u00a0{m}")
    return words.format(h=hours, m=f"{minutes:02d}")


def clock(seconds: float) -> str:
    """Return a running clock: "04:32", "1:04:32"."""
    minutes, rest = divmod(max(int(seconds), 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def money(cents: int) -> str:
    """Return a sum in euros: "39,99 €"; an even sum has no cents: "50 €"."""
    whole, rest = divmod(abs(cents), 100)
    sign = "\u2212" if cents < 0 else ""
    shown = f"{count(whole)}{_point()}{rest:02d}" if rest else count(whole)
    if _french():
        return f"{sign}{shown}{NBSP}€"
    return f"{sign}€{shown}"


def count(number: int) -> str:
    """Return a whole number with its thousands apart: "4 018"."""
    return f"{number:,}".replace(",", NARROW if _french() else ",")


def decimal(number: float, places: int = 1) -> str:
    """Return a figure with `places` decimals: "4,1"."""
    return f"{number:.{places}f}".replace(".", _point()).replace("-", "\u2212")


def percent(ratio: float) -> str:
    """Return a share, 0 to 1, as "84 %"."""
    return f"{round(ratio * 100)}{NBSP if _french() else ''}%"


def signed(number: int) -> str:
    """Return a whole number with its sign: "+9", "−3", "0"."""
    return f"+{number}" if number > 0 else f"{number}".replace("-", "\u2212")


def _near(on: date, today: date) -> str:
    days = (on - today) // timedelta(days=1)
    if days == 0:
        return QCoreApplication.translate("Dates", "aujourd’hui")
    if days == -1:
        return QCoreApplication.translate("Dates", "hier")
    if days == 1:
        return QCoreApplication.translate("Dates", "demain")
    return ""


def _short_day(on: date, today: date) -> str:
    short = QLocale.FormatType.ShortFormat
    weekday = _locale().dayName(on.isoweekday(), short)
    month = _locale().monthName(on.month, short)
    year = f" {on.year}" if abs((on - today).days) > 180 and on.year != today.year else ""
    return f"{weekday} {_ordinal(on.day)} {month}{year}"


def _ordinal(number: int) -> str:
    return "1er" if number == 1 and _french() else str(number)


def _long_ago(days: int) -> str:
    if days < 31:
        return QCoreApplication.translate("Dates", "il y a {n} jours").format(n=days)
    months = days // 30
    if months == 1:
        return QCoreApplication.translate("Dates", "il y a un mois")
    if days < 365:
        return QCoreApplication.translate("Dates", "il y a {n} mois").format(n=months)
    years = days // 365
    if years == 1:
        return QCoreApplication.translate("Dates", "il y a un an")
    return QCoreApplication.translate("Dates", "il y a {n} ans").format(n=years)


def _french() -> bool:
    # The translation of this one word is the language's own code.
    return QCoreApplication.translate("Dates", "fr") == "fr"


def _locale() -> QLocale:
    return QLocale(
        QLocale.Language.French if _french() else QLocale.Language.English,
        QLocale.Country.France if _french() else QLocale.Country.UnitedKingdom,
    )


def _point() -> str:
    return "," if _french() else "."
