"""What the journey says of video calls, and the way to their photos."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.contacts import Channel
from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId
from desktop.domain.timeline import CallShown, Entry, EntryKind
from desktop.domain.video.calls import VideoCall
from desktop.domain.video.happenings import Delivery, EndReason, Via
from desktop.ui.customers.journey_delegate import look_of
from desktop.ui.customers.video_panel import VideoCallPanel
from desktop.ui.customers.video_words import call_pairs, call_title, calls_words
from desktop.ui.customers.words import entry_line, entry_text, entry_title
from tests.services.claire import NOW
from tests.ui.customers.conftest import reason_label

NB = "\u00a0"
AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


CALL = VideoCall(
    id=VideoCallId("v"),
    contact_id=ContactId("c"),
    customer_id=CustomerId("claire"),
    person_id=PersonId("lea"),
    at=AT,
    offered_at=at(2),
    opened_at=at(7),
    consented_at=at(9),
    face_at=at(10),
    ended_at=at(262),
    end_reason=EndReason.DONE,
    delivery=Delivery.SMS,
    provider="janus",
    via=Via.RELAY,
    losses=1,
    shares=(("camera", at(60).isoformat(), at(90).isoformat()),),
    thirds=(("noe", at(100).isoformat(), at(160).isoformat()),),
    photos=3,
)
NOBODY = replace(
    CALL,
    opened_at=None,
    consented_at=None,
    face_at=None,
    end_reason=EndReason.NO_SHOW,
    via=Via.UNKNOWN,
    losses=0,
    shares=(),
    thirds=(),
    photos=0,
)


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        ((), ""),
        ((CALL,), f"Vidéo 4{NB}min 12{NB}s, 3 photos"),
        ((replace(CALL, photos=1),), f"Vidéo 4{NB}min 12{NB}s, 1 photo"),
        ((NOBODY,), f"Vidéo{NB}: personne n’est venu"),
        ((replace(NOBODY, end_reason=EndReason.DONE),), "Vidéo sans face à face"),
        ((NOBODY, CALL), f"Vidéo 4{NB}min 12{NB}s, 3 photos"),
        ((CALL, CALL), f"Vidéo 8{NB}min 24{NB}s, 6 photos"),
    ],
)
def test_a_line_says_how_long_and_how_many_photos(calls, said):
    assert calls_words([CallShown(call=one) for one in calls]) == said


def test_all_that_is_known_of_a_call_is_said():
    pairs = dict(call_pairs(CallShown(call=CALL, thirds=("Noé Petit",)), UTC))
    assert pairs == {
        "Durée": f"4{NB}min 12{NB}s",
        "Lien": "SMS",
        "Attentes": f"envoi 2{NB}s · ouverture 5{NB}s · visage 3{NB}s",
        "Accord": "donné à 10:42:09, avant toute image",
        "Montré": "Caméra de 10:43:00 à 10:43:30, avec son accord",
        "Collègues": "Noé Petit de 10:43:40 à 10:44:40",
        "Image": f"Par le relais · coupures{NB}: 1",
        "Fin": "Terminée · 10:46:22",
    }
    assert call_title(CALL, UTC) == "Vidéo de 10:42"


def test_a_call_that_nobody_came_to_claims_nothing():
    pairs = dict(call_pairs(CallShown(call=NOBODY), UTC))
    assert pairs == {
        "Durée": "aucun face à face",
        "Lien": "SMS",
        "Attentes": f"envoi 2{NB}s",
        "Fin": "Personne n’est venu · 10:46:22",
    }


def test_a_colleague_whose_name_is_not_known_is_one_still():
    pairs = dict(call_pairs(CallShown(call=CALL), UTC))
    assert pairs["Collègues"].startswith("Un collègue de ")


@pytest.mark.parametrize("reason", list(EndReason))
def test_each_end_has_its_words(reason):
    call = replace(CALL, end_reason=reason, face_at=None)
    assert dict(call_pairs(CallShown(call=call), UTC))["Fin"]


def test_a_contact_with_a_video_tells_it_in_its_line_and_aloud():
    entry = Entry(
        kind=EntryKind.CONTACT,
        id="c",
        at=NOW,
        channel=Channel.CALL_IN,
        note="Rappelée.",
        calls=(CallShown(call=CALL),),
    )
    assert entry_line(entry, reason_label) == f"Vidéo 4{NB}min 12{NB}s, 3 photos · Rappelée."
    assert "3 photos" in entry_text(entry, reason_label, NOW)


def test_a_call_of_a_contact_under_way_is_an_entry_of_its_own():
    entry = Entry(kind=EntryKind.VIDEO, id="v", at=NOW, calls=(CallShown(call=CALL),))
    assert entry_title(entry)
    assert look_of(entry) == ("video", "violet")


def test_photos_are_asked_for_by_a_button(qtbot):
    panel = VideoCallPanel(CallShown(call=CALL), UTC)
    qtbot.addWidget(panel)
    asked = []
    panel.photos_asked.connect(lambda: asked.append(True))
    assert panel.photos is not None
    assert panel.photos.text() == "3 photos"
    panel.photos.click()
    assert asked == [True]
    without = VideoCallPanel(CallShown(call=NOBODY), UTC)
    qtbot.addWidget(without)
    assert without.photos is None
