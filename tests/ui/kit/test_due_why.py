"""When an answer is due, in words: the standard, each stop of the clock, what it was for."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.business_time import Calendar, Hours
from desktop.domain.contacts import Channel
from desktop.domain.standards import ClockKind, Standard, Wait, Waiting, due, judged
from desktop.ui.kit.due_why import DueWhy
from desktop.ui.kit.due_words import due_shown, judged_shown
from desktop.ui.kit.focus import focusable

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


def past(hours, *waits, abandoned=False):
    standard = Standard(channel=Channel.EMAIL, limit=timedelta(hours=48))
    wait = Wait(
        channel=Channel.EMAIL,
        received_at=NOW,
        seconds=round(hours * 3600),
        abandoned=abandoned,
        waits=waits,
    )
    found = judged(standard, wait, CALENDAR)
    return judged_shown(found, standard, NOW, wait.ended_at, abandoned=abandoned)


WAITED = Waiting(since=NOW + timedelta(hours=20), until=NOW + timedelta(hours=30))
KEPT = {
    "in time": (past(47.25), "Échéance tenue\u00a0: répondu 45\u00a0min avant."),
    "late": (past(50.5), "Répondu 2\u00a0h\u00a030 après l’échéance."),
    "very late": (past(48 + 24 * 5), "Répondu 5 jours après l’échéance."),
    "thanks to a wait": (
        past(50.5, WAITED),
        "Échéance tenue\u00a0: répondu 7\u00a0h\u00a030 avant.",
    ),
    "while one waits": (
        past(60, Waiting(since=NOW + timedelta(hours=20))),
        "Échéance tenue\u00a0: l’horloge attendait.",
    ),
    "gave up": (
        past(1, abandoned=True),
        "Le client est parti avant l’échéance\u00a0: elle ne compte pas.",
    ),
    "gave up late": (
        past(50, abandoned=True),
        "Le client est parti sans réponse, 2\u00a0h\u00a000 après l’échéance.",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_past_contact_says_whether_its_due_date_was_kept(name):
    told, kept = KEPT[name]
    assert told.kept == kept
    assert told.waiting is None


def test_the_explanation_of_the_past_has_the_hours_of_the_wait_and_of_the_answer():
    assert past(50.5, WAITED).why == (
        "Compté depuis aujourd’hui 17:00",
        "Le standard de ce canal\u00a0: 48\u00a0h, jours et nuits compris",
        "On attend le client depuis demain 13:00",
        "Le temps compte de nouveau demain 23:00",
        "Échéance\u00a0: ven. 13 nov. · 03:00",
        "Répondu jeu. 12 nov. · 19:30",
    )


def test_that_we_wait_is_said_by_key_and_by_its_words(qtbot):
    row = DueWhy()
    qtbot.addWidget(row)
    said = []
    row.waited.connect(lambda: said.append(row.wait.text()))
    row.show_due(shown())
    assert row.wait.isHidden()
    for waiting in (False, True):
        row.show_due(replace(shown(), waiting=waiting))
        row.show()
        assert row.wait.accessibleName() == row.wait.text()
        assert focusable(row) == [row.why, row.wait]
        row.wait.setFocus()
        QTest.keyClick(row.wait, Qt.Key.Key_Space)
    assert said == ["J’attends le client", "Le client a répondu"]
