"""No customer's data in the log."""

import json
import logging

import pytest

from desktop.app import logs


@pytest.fixture
def line():
    def formatted(text, *args, exc_info=None):
        record = logging.LogRecord("x", logging.INFO, "f", 1, text, args, exc_info)
        return json.loads(logs.JsonLines().format(record))

    return formatted


@pytest.mark.parametrize(
    "datum",
    [
        "06 39 98 42 18",
        "+33639984218",
        "0639984218",
        "06\u202f39\u202f98\u202f42\u202f18",
        "claire.moreau@courriel.example",
        "77-20418-331",
        "(06) 39.98.42.18",
    ],
)
def test_numbers_and_addresses_are_taken_out(line, datum):
    text = line("open %s now", datum)["text"]
    assert datum not in text
    assert text.startswith("open <")
    assert text.endswith("now")


def test_an_exception_gives_its_type_and_frames_but_not_its_words(line):
    try:
        raise ValueError("Claire Moreau")
    except ValueError as error:
        told = line("failed", exc_info=(type(error), error, error.__traceback__))
    assert told["error"] == "ValueError"
    assert "test_logs.py" in told["frames"]
    assert "Moreau" not in json.dumps(told)


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path):
    (tmp_path / "file").write_text("")
    before = list(logging.getLogger().handlers)
    logs.start(tmp_path / "file" / "logs")
    assert logging.getLogger().handlers == before
