"""Tables as CSV: what a spreadsheet in French opens as it is, and what no spreadsheet runs."""

import csv
from datetime import UTC, date, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exports import BOM, Sheet, csv_text, file_stem

PARIS = ZoneInfo("Europe/Paris")


def told(*rows, comma=True, columns=("A", "B")):
    sheet = Sheet(title="T", columns=columns, rows=rows)
    text = csv_text([sheet], PARIS, comma=comma)
    assert text.startswith(BOM)
    return list(csv.reader(StringIO(text.removeprefix(BOM), newline=""), delimiter=";"))


def test_values_are_written_as_spreadsheets_read_them():
    at = datetime(2026, 11, 23, 11, 5, tzinfo=UTC)
    rows = told((1.5, at), (date(2026, 11, 23), None), (True, 12))
    assert rows == [
        ["A", "B"], ["1,5", "2026-11-23 12:05:00"], ["2026-11-23", ""], ["1", "12"],
    ]  # fmt: skip
    assert told((1234.25, 0.1 + 0.2), comma=False)[1] == ["1234.25", "0.3"]


@pytest.mark.parametrize("words", ["=1+1", "+33 6", "-5", "@cmd", "\tx", "\rx"])
def test_words_that_look_like_a_formula_are_no_formula(words):
    assert told((words, "x"))[1][0] == f"'{words}"


def test_several_tables_have_their_titles_and_a_line_between():
    sheets = [Sheet(title=name, columns=("A",), rows=(("x",),)) for name in ("Un", "Deux")]
    assert csv_text(sheets, PARIS, comma=True) == BOM + "Un\r\nA\r\nx\r\n\r\nDeux\r\nA\r\nx\r\n"


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1, max_size=4)
)
def test_any_words_come_back(words):
    columns = tuple("ABCD"[: len(words)])
    (_, row) = told(tuple(words), columns=columns) if any(words) or len(words) > 1 else ([], words)
    plain = [
        one[1:] if one.startswith("'") and one[1:2] in "=+-@\t\r" and one[1:] else one
        for one in row
    ]
    assert plain == words or row == words


def test_a_files_name_holds_on_any_system():
    assert (
        file_stem("Contact du 23 nov. – Claire / Moreau: « a »")
        == "Contact du 23 nov Claire Moreau a"
    )
    assert file_stem("///") == "export"
