"""Sync in words: one table of what the badge says, and a few laws about what is read aloud."""

from datetime import timedelta

import pytest

from desktop.domain.sync import PauseReason, Phase, SyncStatus
from desktop.ui.sync import pause_words, words
from tests.ui.sync.fakes import NOW


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ({"phase": Phase.ALONE}, "Poste seul"),
        ({"phase": Phase.UP_TO_DATE}, "À jour"),
        ({"phase": Phase.WORKING}, "À jour"),
        (
            {"phase": Phase.WORKING, "progress": (12_400, None)},
            "Première lecture\u00a0: 12\u202f400",
        ),
        ({"phase": Phase.WAITING, "waiting": 2}, "2 à envoyer"),
        ({"phase": Phase.OFFLINE}, "Hors ligne"),
        ({"phase": Phase.OFFLINE, "waiting": 2}, "Hors ligne, 2 à envoyer"),
        (
            {"phase": Phase.PAUSED, "pause": PauseReason.WRONG_PASSWORD, "waiting": 2},
            "En pause\u00a0: mot de passe",
        ),
        ({"phase": Phase.UP_TO_DATE, "rejected": 1}, "1 à voir"),
        ({"phase": Phase.WAITING, "waiting": 3, "conflicts": 2, "rejected": 1}, "3 à voir"),
        ({"phase": Phase.UP_TO_DATE, "held": 4}, "À jour"),
    ],
)
def test_the_badge(status, text):
    assert words.badge(SyncStatus(**status)).text == text


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_its_words(phase):
    status = SyncStatus(phase=phase, pause=PauseReason.BUG if phase is Phase.PAUSED else None)
    assert words.title(status)
    assert words.sentence(status)
    assert words.spoken(status)


@pytest.mark.parametrize("reason", PauseReason)
def test_every_pause_says_why_and_that_nothing_is_lost(reason):
    assert pause_words.pause_word(reason)
    assert pause_words.pause_sentence(reason).endswith("tout attend ici.")


def test_pauses_that_differ_say_different_things():
    said = {pause_words.pause_sentence(reason) for reason in PauseReason}
    assert len(said) == len(PauseReason)


def test_counts_alone_are_not_read_aloud():
    before = words.meaning(SyncStatus(phase=Phase.WAITING, waiting=1))
    assert words.meaning(SyncStatus(phase=Phase.WORKING, waiting=2)) == before
    assert words.meaning(SyncStatus(phase=Phase.UP_TO_DATE)) == before
    assert words.meaning(SyncStatus(phase=Phase.OFFLINE, waiting=1)) != before


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (0, ""),
        (119_000, ""),
        (180_000, "retarde de 3\u00a0min"),
        (-180_000, "avance de 3\u00a0min"),
        (-5 * 3_600_000, "avance de 5\u00a0h"),
        (-365 * 86_400_000, "avance de 365 jours"),
    ],
)
def test_a_clock_that_is_off(offset, said):
    told = words.clock_warning(SyncStatus(clock_offset_ms=offset))
    assert said in told
    assert bool(told) == bool(said)


def test_the_moments_of_the_panel():
    status = SyncStatus(
        waiting_since=NOW - timedelta(hours=2),
        last_success=NOW - timedelta(minutes=4),
        next_try=NOW + timedelta(seconds=95),
    )
    assert words.times(status, NOW) == (
        ("Attend depuis", "aujourd’hui 09:00"),
        ("Dernier échange", "aujourd’hui 10:56"),
        ("Prochain essai", "dans 2\u00a0min"),
    )
    assert words.times(SyncStatus(), NOW) == (("Dernier échange", "pas encore"),)
