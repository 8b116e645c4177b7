"""Rules of check-ins: who may read, what is offered, what is refused."""

import itertools
from datetime import UTC, datetime

import pytest

from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.wellbeing import (
    Audience,
    CheckIn,
    Moment,
    addressee,
    check,
    may_read,
    offered_audience,
    says_something,
)

AUTHOR, LEAD, OTHER_LEAD, PEER = (
    PersonId(name) for name in ("author", "lead", "other-lead", "peer")
)


def check_in(audience=Audience.NOBODY, to=None, **values) -> CheckIn:
    return CheckIn(
        id=CheckInId("c"),
        person_id=AUTHOR,
        at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        moment=Moment.START,
        audience=audience,
        addressed_to=to,
        **values,
    )


@pytest.mark.parametrize(
    ("audience", "to", "reader"),
    list(itertools.product(Audience, (None, LEAD, OTHER_LEAD), (AUTHOR, LEAD, OTHER_LEAD, PEER))),
)
def test_only_the_author_and_the_lead_named_may_read(audience, to, reader):
    expected = reader == AUTHOR or (audience is Audience.LEAD and to == reader)
    assert may_read(check_in(audience, to), reader) is expected


@pytest.mark.parametrize(
    ("last", "lead", "offered"),
    [
        (None, LEAD, None),
        (check_in(Audience.NOBODY), LEAD, Audience.NOBODY),
        (check_in(Audience.TEAM_TOTAL), None, Audience.TEAM_TOTAL),
        (check_in(Audience.LEAD, LEAD), LEAD, Audience.LEAD),
        (check_in(Audience.LEAD, LEAD), OTHER_LEAD, None),
        (check_in(Audience.LEAD, LEAD), None, None),
    ],
)
def test_the_last_choice_is_offered_but_never_for_another_lead(last, lead, offered):
    assert offered_audience(last, lead) is offered


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((None, None, None, ""), False),
        ((None, None, None, " \n"), False),
        ((1, None, None, ""), True),
        ((None, 3, None, ""), True),
        ((None, None, 5, ""), True),
        ((None, None, None, "Bien"), True),
    ],
)
def test_a_scale_or_a_word_says_something(values, said):
    assert says_something(*values) is said


def test_only_a_share_by_name_has_an_addressee():
    assert addressee(Audience.LEAD, LEAD) == LEAD
    assert addressee(Audience.TEAM_TOTAL, LEAD) is None
    assert addressee(Audience.NOBODY, LEAD) is None
    with pytest.raises(Incomplete) as caught:
        addressee(Audience.LEAD, None)
    assert caught.value.field == "lead"
    with pytest.raises(Incomplete) as caught:
        addressee(None, LEAD)
    assert caught.value.field == "audience"


@pytest.mark.parametrize("scale", ["mood", "energy", "load"])
@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_figure_off_its_scale_is_refused(scale, value):
    with pytest.raises(Invalid) as caught:
        check(check_in(**{scale: value}))
    assert caught.value.field == scale


def test_a_check_in_that_says_nothing_is_refused():
    with pytest.raises(Incomplete) as caught:
        check(check_in(words="  "))
    assert caught.value.field == "scale"
    given = check_in(load=4)
    assert check(given) is given
