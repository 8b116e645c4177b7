"""What is mended in the times of a contact, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.importing import Rejected, Repair
from desktop.domain.importing.recipes import StageName
from desktop.domain.importing.stages import DAY, Span, Stage, mend

NIGHT = 23 * 3600 + 59 * 60


def stage(start, end, seconds=None, name=StageName.SERVICE, dated=False):
    return Stage(name=name, start=start, end=end, seconds=seconds, dated=dated)


@pytest.mark.parametrize(
    ("written", "bounds", "repairs"),
    [
        (stage(100, 160, 60), (100, 160), set()),
        (stage(100, 100, 0), (100, 100), set()),
        (stage(NIGHT, 60, 120), (NIGHT, DAY + 60), {Repair.PAST_MIDNIGHT}),
        (stage(5000, 4943, -57), (4943, 4943), {Repair.NEGATIVE_DURATION}),
        (stage(100, 160, -60), (100, 160), {Repair.NEGATIVE_DURATION}),
        (stage(5000, 4000, 60), (5000, 5060), {Repair.END_RECOMPUTED}),
        (stage(100, 160, 90), (100, 160), {Repair.DURATION_RECOMPUTED}),
        (stage(100, None, 60), (100, 160), set()),
        (stage(100, None), (100, 100), set()),
        (stage(None, 160, 60), (100, 160), {Repair.END_RECOMPUTED}),
    ],
)
def test_a_stage_is_mended(written, bounds, repairs):
    spans, done = mend((written,))
    assert [(span.start, span.end) for span in spans] == [bounds]
    assert done == repairs


@pytest.mark.parametrize(
    "written",
    [
        stage(20_000, 10_000, -10_000),
        stage(20_000, 10_000),
        stage(100, None, -5),
        stage(None, 100, DAY + 1),
        stage(0, 3 * DAY, dated=True),
        stage(NIGHT, 60, -1, dated=True),
    ],
)
def test_what_cannot_be_reconciled_is_refused(written):
    with pytest.raises(Rejected, match="times_disagree"):
        mend((written,))


def test_a_stage_that_begins_after_midnight_follows_the_one_before():
    arrival = stage(NIGHT + 54, NIGHT + 54, 0, StageName.ARRIVAL)
    waited = stage(0, 27, 27, StageName.WAIT)
    served = stage(26, 93, 67)
    spans, repairs = mend((arrival, waited, served))
    assert [span.start for span in spans] == [NIGHT + 54, DAY, DAY + 26]
    assert repairs == {Repair.PAST_MIDNIGHT}


def test_a_stage_that_did_not_take_place_leaves_no_span():
    spans, repairs = mend((stage(None, None, name=StageName.WAIT), stage(10, 20, 10)))
    assert spans == (Span(name=StageName.SERVICE, start=10, end=20),)
    assert not repairs


@given(
    st.integers(0, DAY),
    st.integers(0, DAY),
    st.one_of(st.none(), st.integers(-DAY, DAY)),
    st.booleans(),
)
def test_no_span_ever_ends_before_it_starts_or_lasts_over_a_day(start, end, seconds, dated):
    try:
        (span,), _ = mend((stage(start, end, seconds, dated=dated),))
    except Rejected:
        return
    assert 0 <= span.end - span.start <= DAY
