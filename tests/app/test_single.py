"""One window a store: a second start hands its number over, strangers are not heard."""

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.app.single import LIMIT, SingleWindow, name_for, understood
from tests.house.source import ROOT

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.app.single import SingleWindow
application = QCoreApplication([])
single = SingleWindow(Path(sys.argv[1]))
print("took" if single.take() else single.hand_over(sys.argv[2]))
"""


@pytest.fixture
def first(qapp, tmp_path):
    single = SingleWindow(tmp_path / "store.sqlite")
    assert single.take()
    yield single
    single.release()


def second_start(store, phone, qapp):
    child = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(store), phone],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    while child.poll() is None:
        QCoreApplication.processEvents()
    with child.stdout as said:
        return said.read().strip()


def test_a_second_start_hands_its_number_over(first, tmp_path, qapp):
    heard = []
    first.asked.connect(heard.append)
    assert second_start(tmp_path / "store.sqlite", "+33639984218", qapp) == "True"
    assert heard == ["+33639984218"]


def test_another_store_has_a_window_of_its_own(first, tmp_path, qapp):
    assert second_start(tmp_path / "other.sqlite", "", qapp) == "took"


def test_the_store_is_free_again_after_the_window(first, tmp_path, qapp):
    first.release()
    assert second_start(tmp_path / "store.sqlite", "", qapp) == "took"


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"GET / HTTP/1.1",
        b"[]",
        b'{"open": 7}',
        b'{"open": "1", "more": 1}',
        b"\xff\xfe",
        json.dumps({"open": "1" * LIMIT}).encode(),
    ],
)
def test_what_is_not_ours_is_not_heard(message):
    assert understood(message) is None


def test_the_name_tells_neither_user_nor_path(tmp_path):
    assert str(tmp_path) not in name_for(tmp_path)
    assert name_for(tmp_path).replace("-", "").isalnum()
