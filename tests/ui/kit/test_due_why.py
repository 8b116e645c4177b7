"""When an answer is due, in words: the standard, each stop of the clock, what it was for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.business_time import Calendar, Hours
from desktop.domain.contacts import Channel
from desktop.domain.standards import ClockKind, Standard, Waiting, due
from desktop.ui.kit.due_why import DueWhy
from desktop.ui.kit.due_words import due_shown

PARIS = ZoneInfo("Europe/Paris")
OPEN = (Hours(opens=9 * 60, closes=18 * 60),)
CALENDAR = Calendar(zone=PARIS, week=(OPEN,) * 5 + ((), ()))
NOW = datetime(2026, 11, 10, 17, tzinfo=PARIS)


def shown(clock=ClockKind.BUSINESS, hours=2, waits=()):
    standard = Standard(channel=Channel.EMAIL, limit=timedelta(hours=hours), clock=clock)
    return due_shown(due(standard, NOW, CALENDAR, waits), standard, NOW)


def test_a_holiday_within_it_is_named():
    told = shown()
    assert told.due == "Réponse attendue\u00a0: jeu. 12 nov. · 10:00"
    assert told.why == (
        "Compté depuis aujourd’hui 17:00",
        "Le standard de ce canal\u00a0: 2\u00a0h d’ouverture",
        "Fermé depuis aujourd’hui 18:00\u00a0: mercredi 11 novembre (armistice de 1918)",
        "Le temps compte de nouveau jeu. 12 nov. · 09:00",
        "Échéance\u00a0: jeu. 12 nov. · 10:00",
    )


def test_nothing_is_due_while_the_customer_is_awaited():
    told = shown(waits=(Waiting(since=NOW + timedelta(minutes=10)),))
    assert told.due == "Pas d’échéance tant que l’on attend le client"
    assert told.why[-1] == "On attend le client depuis aujourd’hui 17:10"


def test_where_all_time_counts_nothing_stops_the_clock():
    told = shown(ClockKind.ELAPSED, hours=48)
    assert told.due == "Réponse attendue\u00a0: jeu. 12 nov. · 17:00"
    assert told.why[1].endswith("48\u00a0h, jours et nuits compris")
    assert len(told.why) == 3


def test_the_reasons_are_unfolded_by_key_and_read_aloud(qtbot):
    row = DueWhy()
    qtbot.addWidget(row)
    assert row.isHidden()
    row.show_due(shown())
    row.show()
    assert "armistice" in row.why.accessibleDescription()
    row.why.setFocus()
    QTest.keyClick(row.why, Qt.Key.Key_Space)
    assert row.reasons.isVisible()
    row.show_due(None)
    assert row.isHidden()
