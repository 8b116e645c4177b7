"""The fact of a call: by this machine's clock, whatever the gateway's says; whole without an end."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import ContactId, CustomerId, PersonId, VideoCallId
from desktop.domain.video.calls import Asked, call_of, photo_of
from desktop.domain.video.happenings import Delivery, EndReason, Via
from desktop.domain.video.progress import Progress, followed
from tests.domain.video.logs import START, WHOLE, at, logs, so_far


def asked(offset_ms: int = 0, **more) -> Asked:
    about: dict[str, Any] = {
        "id": VideoCallId("v1"),
        "contact_id": ContactId("k1"),
        "customer_id": CustomerId("c1"),
        "person_id": PersonId("p1"),
        "at": START,
        "gateway": "",
        "seal": "",
    }
    return Asked(**(about | more), offset_ms=offset_ms)


@pytest.mark.parametrize("offset", [0, 250, -7_200_000])
def test_a_whole_call_by_this_machines_clock(offset):
    call = call_of(asked(offset, place="angers"), so_far(17), now=at(999_999))
    marks = (
        call.at,
        call.offered_at,
        call.opened_at,
        call.consented_at,
        call.face_at,
        call.ended_at,
    )
    assert marks == tuple(at(ms + offset) for ms in (0, 400, 3000, 3500, 4200, 60_000))
    assert call.lasted == timedelta(milliseconds=55_800)
    assert (call.end_reason, call.delivery, call.via) == (EndReason.DONE, Delivery.SMS, Via.RELAY)
    assert (call.photos, call.losses, call.place, call.provider) == (1, 1, "angers", "p2p")
    ((source, since, until),) = call.shares
    assert source == "camera"
    assert datetime.fromisoformat(since) == at(9000 + offset)
    assert datetime.fromisoformat(until) == at(60_000 + offset)
    ((person, since, until),) = call.thirds
    assert (person, datetime.fromisoformat(since)) == ("p2", at(30_000 + offset))


@pytest.mark.parametrize(
    ("n", "reason"),
    [
        (0, EndReason.NO_SHOW),
        (3, EndReason.NO_SHOW),
        (4, EndReason.ADVISOR_GONE),
        (9, EndReason.ADVISOR_GONE),
    ],
)
def test_a_call_whose_end_nobody_told_ended_now_for_the_likeliest_reason(n, reason):
    call = call_of(asked(), so_far(n), now=at(80_000))
    assert (call.end_reason, call.ended_at) == (reason, at(80_000))


def test_what_was_still_shown_when_the_log_breaks_off_has_no_end():
    ((_, _, until),) = call_of(asked(), so_far(9), now=at(80_000)).shares
    assert until == ""


@given(logs(), st.integers(-(10**9), 10**9), st.integers(-10_000, 10**7))
def test_no_log_makes_a_call_of_less_than_nothing(log, offset, ms):
    call = call_of(asked(offset), followed(Progress(), log), now=at(ms))
    assert call.ended_at >= call.at
    assert call.lasted is None or call.lasted >= timedelta(0)
    assert (call.lasted is None) == (call.face_at is None)


def test_a_call_without_a_log_began_when_it_was_asked_for():
    call = call_of(asked(), Progress(), now=START - timedelta(hours=1))
    assert (call.at, call.ended_at, call.lasted) == (START, START, None)


def test_a_photo_keeps_its_consent_and_its_fingerprint():
    (told,) = so_far(len(WHOLE)).photos
    photo = photo_of(asked(1000), told, "L/g=")
    assert (photo.at, photo.consented_at) == (at(13_400), at(13_000))
    assert (photo.sha256, photo.size, photo.data) == ("ab", 9, "L/g=")
    assert (photo.call_id, photo.contact_id, photo.customer_id) == ("v1", "k1", "c1")
