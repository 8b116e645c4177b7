"""Where rejects go, and what is never overwritten."""

import csv
import os
import stat

import pytest

from desktop.domain.importing import Rejected, RejectReason
from desktop.services.importing.rejects import NotOurs, Rejects, place_for


def test_rejects_stand_beside_their_source_where_that_can_be_written(tmp_path):
    data, here = tmp_path / "data", tmp_path / "here"
    data.mkdir()
    here.mkdir()
    assert place_for(data / "a.csv", here) == data / "a.csv.rejects.csv"
    data.chmod(0o555)
    assert place_for(data / "a.csv", here) == here / "a.csv.rejects.csv"
    data.chmod(0o755)


def test_rows_come_back_as_they_were(tmp_path):
    path = tmp_path / "r.csv"
    rejects = Rejects(path, ("a", "b"), "\t")
    rejects.add([(7, Rejected(RejectReason.BAD_DATE, "b", "x\ty"), ('say "hi"\nthere', "x\ty"))])
    rejects.close()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    assert rows[1] == ["7", "bad_date", "b", "x\ty", 'say "hi"\nthere', "x\ty"]


def test_nothing_refused_leaves_no_file_and_empties_an_old_one(tmp_path):
    path = tmp_path / "r.csv"
    Rejects(path, ("a",), ";").close()
    assert not path.exists()
    first = Rejects(path, ("a",), ";")
    first.add([(2, Rejected(RejectReason.NO_KEY), ("",))])
    first.close()
    Rejects(path, ("a",), ";").close()
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1


def test_rows_of_customers_are_for_their_owner_alone(tmp_path):
    place = tmp_path / "clients.csv.rejects.csv"
    before = os.umask(0o022)
    try:
        rejects = Rejects(place, ("nom",), ";")
        rejects.add([(2, Rejected(RejectReason.NO_KEY), ("",))])
        rejects.close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_file_of_another_kind_is_not_touched(tmp_path):
    path = tmp_path / "clients.csv"
    path.write_text("Client;Nom\n", encoding="utf-8")
    with pytest.raises(NotOurs):
        Rejects(path, ("a",), ";")
    assert path.read_text(encoding="utf-8") == "Client;Nom\n"
