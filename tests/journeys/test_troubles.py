"""A store that cannot be used: said clearly, left as it is, tried again once the cause is gone."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import pytest
import sqlcipher3.dbapi2

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.ui.shell.trouble_view import TroubleView
from tests.journeys.hands import arrive, open_customer

NOBODY = 65534


def _damage(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as written:
        for at in range(4096, size, 4096):
            written.seek(at)
            written.write(b"\xff" * 2048)


def _come_from_the_future(file: Path) -> None:
    connection = sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _be_somebody_elses(file: Path) -> None:
    file.unlink()
    connection = sqlcipher3.dbapi2.connect(str(file), isolation_level=None)
    connection.execute("CREATE TABLE recipes (title)")
    connection.close()


def _be_a_text(file: Path) -> None:
    file.write_text("Chère madame,\n" * 500, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_damage, "abîmé"),
        (_come_from_the_future, "plus récente"),
        (_be_somebody_elses, "n’est pas de Vis-à-Vis"),
        (_be_a_text, "n’est pas de Vis-à-Vis"),
    ],
)
def test_a_file_that_cannot_be_used_stays_as_it_is_until_it_is_mended(
    play, store_file: Path, demonstration: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(store_file)
    before = store_file.read_bytes()

    async def story(hands: Driver, session: Session) -> None:
        view = await _trouble(hands)
        assert said in view.words()
        await hands.press("Return")
        again = await _trouble(hands, view)
        assert said in again.words()
        assert store_file.read_bytes() == before
        shutil.copy(demonstration, store_file)
        await hands.press("Return")
        desk = await arrive(hands, session)
        await open_customer(hands, desk, "Claire Moreau")

    play(story)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(
    play, settings, store_file: Path
) -> None:
    async def begin(hands: Driver, session: Session) -> None:
        await arrive(hands, session)

    play(begin)
    folder = Path(mkdtemp(prefix="vis-a-vis-"))
    file = folder / "store.sqlite"
    shutil.copy(store_file, file)
    before = file.read_bytes()

    async def story(hands: Driver, session: Session) -> None:
        with _read_only(folder, file):
            view = await _trouble(hands)
            assert "lecture seule" in view.words() or "ne peut pas être ouvert" in view.words()
            assert file.read_bytes() == before
        await hands.press("Return")
        await arrive(hands, session)

    try:
        with _read_only(folder, file):
            pass
        play(story, replace(settings, store=file))
    finally:
        shutil.rmtree(folder)


async def _trouble(hands: Driver, but: TroubleView | None = None) -> TroubleView:
    """The screen that says what is wrong, once it is another one than `but`."""

    def shown() -> list[TroubleView]:
        views = hands.window.findChildren(TroubleView)
        return [view for view in views if view.isVisible() and view is not but]

    await hands.until(shown, "l’écran qui dit l’ennui")
    return shown()[0]


@contextmanager
def _read_only(folder: Path, file: Path) -> Iterator[None]:
    """Nothing in the folder can be written; an administrator is somebody else meanwhile."""
    file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    folder.chmod(0o555)
    mighty = os.name == "posix" and os.geteuid() == 0
    if mighty:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if mighty:
            os.seteuid(0)
        folder.chmod(0o755)
        file.chmod(0o644)
