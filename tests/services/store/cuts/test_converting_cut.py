"""A power cut while a plain store is converted: at every moment one whole file is there."""

import os
import shutil
import subprocess
import sys
from random import Random

from desktop.domain.customers import PinnedNote
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.store.local import LocalStore
from tests.house.source import ROOT
from tests.services.store.cuts.converting import KEY
from tests.services.store.cuts.disk import Disk, records
from tests.services.store.cuts.test_power_cut import notes

NOTES = set(range(30))
CUTS = 150


async def lost(tmp_path, clock, recorder, how: str) -> list[int]:
    """The moments of a cut after which neither file had all of it."""
    folder, journal, found = tmp_path / "written", tmp_path / "journal", tmp_path / "found"
    (folder / "vault").mkdir(parents=True)
    store = await LocalStore.open(folder / "plain.sqlite", clock)
    for number in NOTES:
        async with store.unit() as unit:
            at = clock.now()
            note = PinnedNote(
                customer_id=CustomerId("c1"),
                person_id=PersonId("p1"),
                at=at,
                words=f"note {number}",
            )
            unit.record(note)
    await store.close()
    disk = Disk(sure={"plain.sqlite": bytearray((folder / "plain.sqlite").read_bytes())})
    told = {"LD_PRELOAD": str(recorder), "CUT_FOLDER": str(folder), "CUT_LOG": str(journal)}
    module = "tests.services.store.cuts.converting"
    subprocess.run(
        [sys.executable, "-m", module, str(folder), how],
        env=os.environ | told,
        cwd=ROOT,
        check=True,
        timeout=90,
    )
    assert not (folder / "plain.sqlite").exists()
    done = list(records(journal))
    chance = Random(1)
    # The last steps, from the copy's new name on, are cut at every moment.
    placed = next(at for at, record in enumerate(done) if record.kind == "R")
    moments = {*chance.sample(range(placed), min(CUTS, placed)), *range(placed, len(done))}
    bad = []
    for moment, record in enumerate(done):
        disk.do(record)
        if moment in moments:
            shutil.rmtree(found, ignore_errors=True)
            found.mkdir()
            disk.after_a_cut(found, chance)
            if not any(whole(found)):
                bad.append(moment)
    return bad


def whole(folder) -> list[bool]:
    """Whether the plain file, and the encrypted one, has everything."""
    files = ((folder / "plain.sqlite", None), (folder / "vault" / "store.sqlite", KEY))
    return [path.exists() and notes(path, key) == NOTES for path, key in files]


async def test_one_whole_file_is_there_after_the_power_went(tmp_path, clock, recorder):
    assert await lost(tmp_path, clock, recorder, "careful") == []


async def test_it_is_seen_where_the_copy_is_not_synced(tmp_path, clock, recorder):
    assert await lost(tmp_path, clock, recorder, "careless")
