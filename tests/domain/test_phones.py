"""Phones in any way of writing them, and what another program may hand over."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Invalid
from desktop.domain.phones import (
    beginning,
    digits,
    national,
    normalise,
    parse_handed_over,
    phone_like,
)

GAPS = ["", " ", ".", "-", "\u00a0", "\u202f", "/"]
STARTS = ["0", "+33", "+33 ", "0033", "0033 ", "+33 (0)", "+33(0)"]


@given(
    number=st.from_regex(r"[1-9][0-9]{8}", fullmatch=True),
    start=st.sampled_from(STARTS),
    gap=st.sampled_from(GAPS),
)
def test_any_french_writing_is_the_same_number(number, start, gap):
    pairs = [number[0], *re.findall("..", number[1:])]
    assert normalise(start + gap.join(pairs)) == f"+33{number}"


@pytest.mark.parametrize(
    ("written", "e164"),
    [
        ("06 39 98 12 34", "+33639981234"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0032 470 12 34 56", "+32470123456"),
        ("+41 44 668 18 00", "+41446681800"),
        ("(0)6.39.98.12.34", "+33639981234"),
    ],
)
def test_numbers_become_e164(written, e164):
    assert normalise(written) == e164


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "characters"),
        ("abc", "characters"),
        ("06 39", "not_a_phone"),
        ("0639981234567890123", "not_a_phone"),
        ("06 39 98 12 34 ext 5", "characters"),
        ("0639981234;ext=5", "characters"),
        ("1-800-FLOWERS", "characters"),
    ],
)
def test_what_is_no_number_is_refused(written, why):
    with pytest.raises(Invalid) as caught:
        normalise(written)
    assert (caught.value.field, caught.value.why) == ("phone", why)


def test_numbers_are_said_in_pairs_here():
    assert national("+33639981234") == "06 39 98 12 34"
    assert national("+32470123456") == "+32 470 12 34 56"
    assert national("not a number") == "not a number"


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("06", "+336"),
        ("+336", "+336"),
        ("0033 6", "+336"),
        ("+33 (0)6 39", "+33639"),
        ("33639", "+33639"),
        ("45 78", ""),
        ("3363", ""),
        ("0032 4", "+324"),
    ],
)
def test_the_beginning_of_a_number_while_it_is_typed(typed, begun):
    assert beginning(typed) == begun


def test_phone_like_is_digits_and_what_is_written_between():
    assert phone_like(" (06) 39-98/12.34 ")
    assert not any(phone_like(text) for text in ("", "+", "-", "06a", "a@b.example", "٠٦٣٩"))
    assert digits("06 39²") == "0639"


@pytest.mark.parametrize(
    "handed",
    [
        "+33639981234",
        "tel:+33639981234",
        "TEL:+33-6-39-98-12-34",
        "tel://+33639981234",
        "tel:%2B33639981234",
        "06%2039%2098%2012%2034",
        " 06 39 98 12 34 ",
    ],
)
def test_a_number_handed_over(handed):
    assert parse_handed_over(handed) == "+33639981234"


@pytest.mark.parametrize(
    "handed",
    [
        "",
        "tel:",
        "tel:tel:+33639981234",
        "+33639981234;ext=12",
        "tel:+33639981234;phone-context=evil",
        "+33639981234\n--store",
        "+336399812%334",
        "++33639981234",
        "+33639981234" + " " * 40,
        "anonymous",
        "0639981234,,1",
        "06399812३४",
        "12",
    ],
)
def test_tricks_are_refused_and_the_number_is_not_told(handed):
    with pytest.raises(Invalid) as caught:
        parse_handed_over(handed)
    assert "639" not in str(caught.value)


@given(st.text(max_size=60))
def test_whatever_is_handed_over_is_a_number_or_refused(text):
    try:
        number = parse_handed_over(text)
    except Invalid:
        return
    assert re.fullmatch(r"\+[1-9][0-9]{3,17}", number)
