"""The form of exports: a digit, a place, a file; what goes wrong says so and leaves nothing."""

import errno
from datetime import UTC, date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.exports import Sheet
from desktop.ui.exporting import viewmodel as room
from desktop.ui.exporting.overlay import ExportOverlay
from desktop.ui.exporting.viewmodel import ExportViewModel, Form, Trouble
from desktop.ui.kit import tasks, theme
from desktop.ui.kit.printing import Exported, Picture, Section
from tests.conftest import NOON

SHEET = Sheet(title="T", columns=("Le", "Part"), rows=((date(2026, 11, 23), 0.5),))
CHART = Picture(title="C", size=QSize(40, 20), paint=lambda painter, rect: None)
LIST = Exported(title="Ma liste : « a »", sections=(Section(sheets=(SHEET,)),))
DRAWN = Exported(
    title="Miroir", sections=(Section(picture=CHART, sheets=(SHEET,)), Section(picture=CHART))
)


class FakeExports:
    """Keeps what is written; can be told to fail."""

    def __init__(self) -> None:
        self.files: dict[str, object] = {}
        self.failing: OSError | None = None

    def now(self):
        return NOON.astimezone(UTC)

    async def write_csv(self, path, sheets, *, comma):
        if self.failing:
            raise self.failing
        self.files[path.name] = (sheets, comma)

    async def write(self, path, content):
        if self.failing:
            raise self.failing
        self.files[path.name] = content


@pytest.fixture
def exports():
    return FakeExports()


@pytest.fixture
def model(exports, qapp):
    made = ExportViewModel(exports)
    yield made
    made.deleteLater()


@pytest.fixture
def form(model, qapp, qtbot):
    theme.apply(qapp, "light")
    window = QWidget()
    window.resize(1024, 680)
    qtbot.addWidget(window)
    window.show()
    return ExportOverlay(window, model)


async def settled() -> None:
    for task in tasks.running():
        await task


def test_only_what_can_be_made_is_offered(model, form):
    model.offer(LIST)
    assert model.state.forms == (Form.CSV, Form.PDF)
    form.open()
    assert [one for one, button in form.buttons.items() if button.isVisible()] == [
        Form.CSV,
        Form.PDF,
    ]
    model.offer(DRAWN)
    assert model.state.forms == tuple(Form)
    form.dismiss()


def test_a_digit_asks_for_the_place_under_a_name_that_holds_anywhere(model, form):
    model.offer(LIST)
    form.open()
    QTest.keyClick(form, Qt.Key.Key_1)
    assert form.dialog is not None
    (name,) = form.dialog.selectedFiles()
    assert Path(name).name == "Ma liste a 2026-11-23.csv"
    form.dialog.reject()
    form.dialog = None
    QTest.keyClick(form, Qt.Key.Key_3)  # no picture here: no window
    assert form.dialog is None
    form.dismiss()


async def test_each_form_is_written(model, exports):
    written: list = []
    model.written.connect(written.extend)
    for form in Form:
        model.offer(DRAWN)
        model.write(form, Path(f"x.{form.value}"))
        assert model.state.writing
        await settled()
    assert exports.files["x.csv"] == ((SHEET,), True)
    assert exports.files["x.pdf"].startswith(b"%PDF")
    assert exports.files["x-1.png"].startswith(b"\x89PNG")
    assert b"<svg" in exports.files["x-2.svg"]
    assert [path.name for path in written] == [
        "x.csv", "x.pdf", "x-1.png", "x-2.png", "x-1.svg", "x-2.svg",
    ]  # fmt: skip


async def test_decimals_with_a_point_when_asked(model, exports, form):
    kept: list = []
    model.comma_changed.connect(kept.append)
    model.offer(LIST)
    form.open()
    form.comma.click()
    assert kept == [False]
    model.write(Form.CSV, Path("x.csv"))
    await settled()
    assert exports.files["x.csv"][1] is False


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "full"), Trouble.FULL),
        (PermissionError(errno.EACCES, "denied"), Trouble.DENIED),
        (FileNotFoundError(errno.ENOENT, "gone"), Trouble.GONE),
        (OSError(errno.EIO, "broken"), Trouble.OTHER),
    ],
)
async def test_what_goes_wrong_is_said_and_can_be_tried_elsewhere(model, exports, form, error, why):
    model.offer(LIST)
    form.open()
    exports.failing = error
    model.write(Form.PDF, Path("x.pdf"))
    await settled()
    assert (model.state.trouble, model.state.writing) == (why, False)
    assert form.trouble.isVisible()
    assert form.isVisible()
    exports.failing = None
    model.write(Form.PDF, Path("y.pdf"))
    await settled()
    assert model.state.trouble is None
    assert not form.isVisible()


def test_pictures_are_numbered_only_when_there_are_several():
    assert room.numbered(Path("/a/b.png"), 2) == [Path("/a/b-1.png"), Path("/a/b-2.png")]
