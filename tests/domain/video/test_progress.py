"""What a log comes to: the same however it arrives; clocks that are honest and never negative."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, Via, What
from desktop.domain.video.progress import Hint, Progress, Step, clocks, followed, hint
from tests.domain.video.logs import at, happening, logs

WHOLE = (
    happening(1, What.CREATED, 0, provider="p2p"),
    happening(2, What.ADVISOR_HERE, 300),
    happening(3, What.OFFERED, 400, by="sms"),
    happening(4, What.OPENED, 3000, lang="fr"),
    happening(5, What.CUSTOMER_HERE, 3001),
    happening(6, What.CONSENTED, 3500),
    happening(7, What.FACE, 4200),
    happening(8, What.VIA, 4300, via="relay"),
    happening(9, What.SHARE, 9000, source="camera"),
    happening(10, What.PHOTO_ASKED, 10_000, source="camera"),
    happening(11, What.PHOTO_CONSENTED, 12_000, id="f1", source="camera"),
    happening(
        12, What.PHOTO, 12_400, id="f1", source="camera", width=4, height=3, size=9, sha256="ab"
    ),
    happening(13, What.LOST, 20_000),
    happening(14, What.BACK, 22_000),
    happening(15, What.THIRD_HERE, 30_000, person="p2"),
    happening(16, What.ENDED, 60_000, reason="done"),
    happening(17, What.ANSWER, 70_000, sealed="c2VhbGVk"),
)


def so_far(n: int) -> Progress:
    return followed(Progress(), WHOLE[:n])


@pytest.mark.parametrize(
    ("n", "step"),
    [
        (0, Step.CREATED),
        (2, Step.CREATED),
        (3, Step.OFFERED),
        (4, Step.OPENED),
        (6, Step.CONSENTED),
        (7, Step.CONNECTED),
        (13, Step.LOST),
        (14, Step.CONNECTED),
        (16, Step.ENDED),
        (17, Step.ENDED),
    ],
)
def test_how_far_a_call_has_come(n, step):
    assert so_far(n).step is step


def test_a_whole_call():
    told = so_far(17)
    assert (told.provider, told.delivery, told.via) == ("p2p", Delivery.SMS, Via.RELAY)
    assert (told.losses, told.end_reason, told.sealed_answer) == (1, EndReason.DONE, "c2VhbGVk")
    (share,) = told.shares
    assert (share.at, share.until) == (at(9000), at(60_000))
    (third,) = told.thirds
    assert (third.person_id, third.until) == ("p2", at(60_000))
    (photo,) = told.photos
    assert (photo.at, photo.consented_at, photo.sha256) == (at(12_400), at(12_000), "ab")


def test_a_photo_is_asked_for_until_it_is_refused_or_here():
    assert not so_far(9).photo_asked
    assert so_far(10).photo_asked
    assert so_far(11).photo_asked
    assert not so_far(12).photo_asked
    refused = happening(11, What.PHOTO_REFUSED, 11_000)
    assert not followed(so_far(10), [refused]).photo_asked


def test_what_is_shown_now():
    assert so_far(9).showing(Source.CAMERA)
    assert not so_far(9).showing(Source.SCREEN)
    stopped = followed(so_far(9), [happening(10, What.UNSHARE, 9900, source="camera")])
    assert not stopped.showing(Source.CAMERA)
    again = followed(stopped, [happening(11, What.SHARE, 9950, source="camera")])
    assert again.showing(Source.CAMERA)
    assert [one.until for one in again.shares] == [at(9900), None]


@given(logs(), st.data())
def test_the_same_however_it_arrives(log, data):
    """In any order, cut anywhere, again and again."""
    copies = data.draw(st.lists(st.sampled_from(log), max_size=10))
    arriving = data.draw(st.permutations([*log, *copies]))
    progress = Progress()
    while arriving:
        size = data.draw(st.integers(1, len(arriving)))
        progress, arriving = followed(progress, arriving[:size]), arriving[size:]
    assert progress == followed(Progress(), log)
    assert progress.last == len(log)
    assert followed(progress, log) == progress


@given(logs("garbage"), st.data())
def test_words_of_a_newer_gateway_break_nothing(log, data):
    progress = followed(Progress(), log)
    assert progress.last == len(log)
    ended = [one for one in log if one.what is What.ENDED]
    assert (progress.ended_at is not None) == bool(ended)
    clocks(progress, at(data.draw(st.integers(-5000, 200_000))))
    gaps = [one for one in log if data.draw(st.booleans())]
    followed(Progress(), gaps)


@given(logs(), st.integers(-10_000, 200_000))
def test_clocks_are_never_negative_and_one_at_most_runs(log, ms):
    progress = followed(Progress(), log)
    now = clocks(progress, at(ms))
    spans = (now.asked_to_offered, now.offered_to_opened, now.opened_to_face)
    assert all(span is None or span >= timedelta(0) for span in spans)
    if now.running is not None:
        assert spans[now.running] is not None
        assert all(span is None for span in spans[now.running + 1 :])
    if progress.face_at is not None or progress.ended_at is not None:
        assert now.running is None


@given(logs(), st.lists(st.integers(-5000, 90_000), min_size=1, max_size=8), st.data())
def test_after_the_end_only_an_answer_and_a_photo_count(log, times, data):
    end = Happening(n=len(log) + 1, at=at(1), what=What.ENDED, detail={"reason": "done"})
    ended = followed(Progress(), [*log, end])
    later = [
        Happening(n=end.n + place, at=at(ms), what=what, detail={})
        for place, ms in enumerate(times, 1)
        for what in [
            data.draw(st.sampled_from([w for w in What if w not in (What.ANSWER, What.PHOTO)]))
        ]
    ]
    after = followed(ended, later)
    assert replace(after, last=ended.last) == ended
    answer = happening(end.n + len(times) + 1, What.ANSWER, 99_000, sealed="later")
    assert followed(after, [answer]).sealed_answer == "later"


@given(logs())
def test_once_ended_nothing_is_left_open(log):
    progress = followed(Progress(), log)
    if progress.ended_at is not None:
        assert progress.step is Step.ENDED
        assert progress.lost_at is None
        assert all(one.until is not None for one in (*progress.shares, *progress.thirds))


@pytest.mark.parametrize(
    ("n", "ms", "expected", "running"),
    [
        (0, 5000, (None, None, None), None),
        (1, 250, (250, None, None), 0),
        (3, 1400, (400, 1000, None), 1),
        (4, 3200, (400, 2600, 200), 2),
        (7, 90_000, (400, 2600, 1200), None),
        (16, 990_000, (400, 2600, 1200), None),
    ],
)
def test_the_three_clocks(n, ms, expected, running):
    told = clocks(so_far(n), at(ms))
    spans = (told.asked_to_offered, told.offered_to_opened, told.opened_to_face)
    found = tuple(None if span is None else span // timedelta(milliseconds=1) for span in spans)
    assert (found, told.running) == (expected, running)


def test_clocks_stop_where_nobody_came():
    ended = followed(so_far(3), [happening(4, What.ENDED, 5400, reason="no_show")])
    told = clocks(ended, at(100_000))
    assert (told.offered_to_opened, told.running) == (timedelta(seconds=5), None)


def test_a_mark_that_was_never_told_does_not_keep_its_clock_running():
    skipped = [WHOLE[0], happening(2, What.FACE, 2000)]
    told = clocks(followed(Progress(), skipped), at(9000))
    assert (told.asked_to_offered, told.opened_to_face) == (timedelta(seconds=2), timedelta(0))
    assert told.running is None


@pytest.mark.parametrize(
    ("n", "ms", "expected"),
    [
        (0, 99_000, Hint.NONE),
        (1, 9_999, Hint.NONE),
        (1, 10_000, Hint.SLOW),
        (3, 60_399, Hint.SLOW),
        (3, 60_400, Hint.NOBODY),
        (4, 70_000, Hint.SLOW),
        (7, 70_000, Hint.NONE),
        (13, 20_000, Hint.RECONNECTING),
        (14, 22_000, Hint.NONE),
        (16, 99_000, Hint.NONE),
    ],
)
def test_what_the_advisor_hears(n, ms, expected):
    assert hint(so_far(n), at(ms)) is expected


@pytest.mark.parametrize("by", [None, "pigeon", 3])
def test_another_way_to_send_is_still_an_offer(by):
    told = followed(so_far(1), [happening(2, What.OFFERED, 400, by=by)])
    assert (told.offered_at, told.delivery) == (at(400), None)
    again = followed(told, [happening(3, What.OFFERED, 900, by="email")])
    assert (again.offered_at, again.delivery) == (at(400), Delivery.EMAIL)


@pytest.mark.parametrize("reason", ["eclipse", None, [], {"why": 1}], ids=str)
def test_an_end_for_another_reason_is_an_end(reason):
    told = followed(so_far(7), [happening(8, What.ENDED, 9000, reason=reason)])
    assert (told.step, told.end_reason) == (Step.ENDED, EndReason.DONE)
