"""What Python holds during a run does not grow with the file (the whole process: tests/admin)."""

import tracemalloc

from desktop.services.importing import runner
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.mapping import load
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run
from tests.services.importing.making import CONTACT_HEADER, CONTACTS, call, mapping_file, write


async def peak_of(folder, count) -> float:
    """MiB at the most; every customer is another, every tenth row is refused."""
    rows = (
        call(rank, Client=f"C{rank}", Jour="x" if rank % 10 == 9 else "02/03/2026")
        for rank in range(count)
    )
    source = write(folder / f"{count}.csv", CONTACT_HEADER, rows)
    mapping, _ = load(mapping_file(folder, CONTACTS), "contacts")
    assert mapping is not None
    table = open_table(source, encoding=None, separator=None, sheet=None)
    rejects = Rejects(folder / f"{count}.rejects", table.header, table.separator)
    recipe = compile_mapping(mapping, table.header)
    tracemalloc.start()
    try:
        tally = await Run(None, table, recipe, rejects, Options()).go()
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
        rejects.close()
        table.close()
    assert (tally.read, tally.rejected) == (count, count // 10)
    return peak


async def test_six_times_the_rows_take_no_more_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "CHUNK", 50)
    await peak_of(tmp_path, 200)  # what is imported and cached once
    few, many = await peak_of(tmp_path, 1_000), await peak_of(tmp_path, 6_000)
    # Rows kept would take some 1 MiB a thousand.
    assert many < few + 1, (few, many)
