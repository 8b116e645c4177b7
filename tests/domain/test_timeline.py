"""Pages of a journey, and what an edited field may hold."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.customer_file import CustomerField, Wrong, tidied
from desktop.domain.errors import Invalid
from desktop.domain.timeline import Entry, EntryKind, Sought, page, plain, rank

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def entry(minutes: int, kind: EntryKind = EntryKind.CONTACT, id_: str = "a") -> Entry:
    return Entry(kind=kind, id=id_, at=NOW - timedelta(minutes=minutes))


def test_a_page_is_newest_first_and_says_where_to_go_on():
    found = page([entry(3), entry(1), entry(2)], size=2)
    assert [one.at for one in found.entries] == [entry(1).at, entry(2).at]
    assert found.next is not None
    assert (found.next.at, found.next.rank, found.next.id) == (entry(2).at, 0, "a")


def test_a_page_that_holds_all_is_the_last():
    assert page([entry(1), entry(2)], size=2).next is None


def test_entries_of_one_instant_keep_an_order():
    same = [entry(1, EntryKind.CONTACT), entry(1, EntryKind.NOTE), entry(1, id_="b")]
    kinds = [(one.kind, one.id) for one in page(same).entries]
    assert kinds == [
        (EntryKind.NOTE, "a"),
        (EntryKind.CONTACT, "b"),
        (EntryKind.CONTACT, "a"),
    ]
    assert rank(EntryKind.NOTE) > rank(EntryKind.CONTACT)


def test_plain_words_have_no_accents():
    assert plain("Élève à l’Œuvre ÇA") == "eleve a l'oeuvre ca"


def test_blanks_seek_everything():
    assert Sought(text="  ").everything
    assert not Sought(text="a").everything


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (CustomerField.PREFERRED_NAME, "  Claire   M. ", "Claire M."),
        (CustomerField.EMAIL, "", ""),
        (CustomerField.PHONE, "06.39.98 12 78", "+33639981278"),
        (CustomerField.PHONE2, " ", ""),
        (CustomerField.EMAIL, "claire.moreau@courriel.example", "claire.moreau@courriel.example"),
    ],
)
def test_values_are_tidied(field, value, kept):
    assert tidied(field, value) == kept


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        (CustomerField.EMAIL, "claire", Wrong.EMAIL),
        (CustomerField.EMAIL, "claire@courriel", Wrong.EMAIL),
        (CustomerField.PHONE, "06 39", Wrong.PHONE),
        (CustomerField.PHONE2, "chez sa sœur", Wrong.PHONE),
        (CustomerField.CITY, "x" * 201, Wrong.TOO_LONG),
    ],
)
def test_wrong_values_are_refused_by_name(field, value, why):
    with pytest.raises(Invalid) as refused:
        tidied(field, value)
    assert (refused.value.field, refused.value.why) == (field, why)
