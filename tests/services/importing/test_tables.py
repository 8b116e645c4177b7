"""Reading tables: encodings, separators, quotes, line numbers, workbooks, and what is no table."""

import codecs
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.importing import RejectReason
from desktop.services.importing.opening import open_table
from desktop.services.importing.tables import Flaw, NotATable, Note

TEXT = "Nom;Prénom\r\nLefèvre;Chloé\r\nÆrø;Zoë\r\n"


def opened(path: Path, encoding=None, separator=None, sheet=None):
    return open_table(path, encoding=encoding, separator=separator, sheet=sheet)


def read(path: Path, **how):
    table = opened(path, **how)
    try:
        return table, list(table.records())
    finally:
        table.close()


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "guessed"),
    [
        (TEXT.encode(), False),
        (TEXT.encode("utf-8-sig"), False),
        (TEXT.encode("utf-16"), False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("utf-16-be"), True),
        (TEXT.encode("cp1252"), True),
    ],
)
def test_encodings_are_found(tmp_path, content, guessed):
    table, records = read(saved(tmp_path, content))
    assert table.header == ("Nom", "Prénom")
    assert [record.cells for record in records] == [("Lefèvre", "Chloé"), ("Ærø", "Zoë")]
    assert [note for note, _ in table.notes] == ([Note.GUESSED_ENCODING] if guessed else [])


def test_a_stray_byte_late_in_a_long_file_is_found(tmp_path):
    content = b"a;b\n" + b"x;y\n" * 500_000 + "é;z\n".encode("cp1252")
    table = opened(saved(tmp_path, content))
    table.close()
    assert table.encoding == "cp1252"


def test_bytes_that_windows_does_not_know_are_latin(tmp_path):
    table, records = read(saved(tmp_path, b"a;b\n\xe9;\x81\n"))
    assert table.encoding == "latin-1"
    assert records[0].cells == ("é", "\x81")


def test_a_wrong_encoding_is_told_with_its_line(tmp_path):
    content = b"a;b\n" + b"x;y\n" * 9_000 + "é;z\n".encode("cp1252")
    table = opened(saved(tmp_path, content), encoding="utf-8")
    with pytest.raises(NotATable) as error:
        list(table.records())
    table.close()
    assert error.value.flaw is Flaw.WRONG_ENCODING
    assert error.value.detail == "utf-8 9002"


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_separators_are_found(tmp_path, sign):
    text = f'a{sign}b{sign}c\n1{sign}"2 ; , | 3"{sign}4\n5{sign}6{sign}7,8\n'
    table, records = read(saved(tmp_path, text.encode()))
    assert table.separator == sign
    assert records[0].cells == ("1", "2 ; , | 3", "4")


def test_a_separator_given_wins(tmp_path):
    table, _ = read(saved(tmp_path, b"a;b,c\n1;2,3\n"), separator=",")
    assert table.header == ("a;b", "c")


def test_line_numbers_count_lines_and_not_records(tmp_path):
    text = 'a;b\r\n"one\r\ntwo\r\nthree";1\r\n\r\nx;2\r\n;;\r\ny;3\r\n'
    _, records = read(saved(tmp_path, text.encode()))
    assert [(record.line, record.cells[1]) for record in records] == [(2, "1"), (6, "2"), (8, "3")]
    assert records[0].cells[0] == "one\r\ntwo\r\nthree"


def test_an_unclosed_quote_spoils_its_own_line_alone(tmp_path):
    text = 'a;b\n1;x\n2;"never closed\n3;y\n4;"fine; here"\n5;z\n'
    _, records = read(saved(tmp_path, text.encode()))
    told = [(record.line, record.cells[0], record.fault) for record in records]
    assert told == [
        (2, "1", None),
        (3, '2;"never closed', RejectReason.BAD_QUOTES),
        (4, "3", None),
        (5, "4", None),
        (6, "5", None),
    ]


def test_a_quote_open_to_the_end_of_a_long_file_swallows_nothing(tmp_path):
    text = 'a;b\n1;"open\n' + "".join(f"{rank};y\n" for rank in range(2, 60_000))
    _, records = read(saved(tmp_path, text.encode()))
    assert len(records) == 59_999
    assert [record.line for record in records if record.fault] == [2]


def test_rows_of_another_width_are_faults(tmp_path):
    _, records = read(saved(tmp_path, b"a;b\n1\n1;2;3\n1;2;;\n1;2\n"))
    wrong = RejectReason.WRONG_COLUMNS
    assert [record.fault for record in records] == [wrong, wrong, None, None]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_of_every_system(tmp_path, end):
    _, records = read(saved(tmp_path, b"a;b" + end + b"1;2" + end + b"3;4"))
    assert [record.cells for record in records] == [("1", "2"), ("3", "4")]


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b"\r\n\r\n", Flaw.EMPTY),
        (b"%PDF-1.7 ...", Flaw.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n....", Flaw.NOT_A_TABLE),
        (b"PK\x03\x04 broken", Flaw.NOT_A_TABLE),
        (b"\x00\x01\x02\x03" * 50, Flaw.NOT_A_TABLE),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"....", Flaw.OLD_WORKBOOK),
    ],
)
def test_what_is_no_table_is_told_apart(tmp_path, content, flaw):
    with pytest.raises(NotATable) as error:
        opened(saved(tmp_path, content))
    assert error.value.flaw is flaw


def test_files_that_cannot_be_opened(tmp_path):
    for path, how, flaw in (
        (tmp_path / "none.csv", {}, Flaw.ABSENT),
        (tmp_path, {}, Flaw.UNREADABLE),
        (saved(tmp_path, b"a;b"), {"encoding": "klingon"}, Flaw.UNKNOWN_ENCODING),
    ):
        with pytest.raises(NotATable) as error:
            opened(path, **how)
        assert error.value.flaw is flaw


def workbook(folder: Path) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Clients"
    page.append(["Client", "Nom", "Depuis", "Solde", None])
    page.append([12345, "Lefèvre", datetime(2021, 2, 3), 12.5])
    page.append([])
    page.append(["C2", None, "03/02/2021", 7])
    book.create_sheet("Autre").append(["x", "y"])
    path = folder / "book.xlsx"
    book.save(path)
    return path


def test_a_workbook_keeps_types_and_line_numbers(tmp_path):
    table, records = read(workbook(tmp_path))
    assert table.header == ("Client", "Nom", "Depuis", "Solde")
    assert [(record.line, *record.cells) for record in records] == [
        (2, 12345, "Lefèvre", datetime(2021, 2, 3), 12.5),
        (4, "C2", None, "03/02/2021", 7),
    ]


def test_a_workbook_s_sheet_is_chosen_by_name(tmp_path):
    table, _ = read(workbook(tmp_path), sheet="Autre")
    assert table.header == ("x", "y")
    with pytest.raises(NotATable, match="Clients, Autre"):
        opened(workbook(tmp_path), sheet="Absente")


def test_a_workbook_damaged_in_its_middle_is_told(tmp_path):
    path = tmp_path / "long.xlsx"
    book = openpyxl.Workbook()
    for rank in range(3000):
        book.active.append([rank, f"nom {rank}"])
    book.save(path)
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(broken, "w") as cut:
        for name in whole.namelist():
            content = whole.read(name)
            cut.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    table = opened(broken)
    with pytest.raises(NotATable) as error:
        list(table.records())
    table.close()
    assert error.value.flaw is Flaw.DAMAGED
    assert int(error.value.detail) > 1000
