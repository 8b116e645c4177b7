"""What a log comes to: the same however it arrives."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.video.happenings import Delivery, EndReason, Happening, Source, Via, What
from desktop.domain.video.progress import Progress, Step, followed
from tests.domain.video.logs import at, happening, logs, so_far


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
    gaps = [one for one in log if data.draw(st.booleans())]
    followed(Progress(), gaps)


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
    ("told", "losses"),
    [
        # One page's word comes after the other's return.
        ([(0, What.LOST), (60, What.BACK), (80, What.LOST), (120, What.BACK)], 1),
        ([(0, What.LOST), (10, What.LOST), (60, What.BACK), (80, What.BACK)], 1),
        ([(0, What.LOST), (60, What.BACK), (4059, What.LOST)], 1),
        ([(0, What.LOST), (60, What.BACK), (4060, What.LOST)], 2),
        ([(0, What.LOST), (60, What.BACK), (7000, What.LOST), (9000, What.BACK)], 2),
    ],
)
def test_a_cut_that_both_pages_tell_of_is_one(told, losses):
    log = [happening(13 + place, what, 20_000 + ms) for place, (ms, what) in enumerate(told)]
    progress = followed(so_far(12), log)
    assert progress.losses == losses
    assert progress.step is (Step.LOST if told[-1][1] is What.LOST else Step.CONNECTED)


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
