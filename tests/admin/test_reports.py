"""`report fcr|standards|gap`: the same figures of a store and of a shared database, by days."""

import json

import pytest
from typer.testing import CliRunner

from desktop.admin.command import app
from tests.services.importing.making import CONTACT_HEADER, CONTACTS, call, mapping_file, write

FIELDS = "  note: Note\n  estimate: Estimation\n  resolution: Dit\n"
MAPPING = CONTACTS.replace("times:", FIELDS + "times:")
HEADER = (*CONTACT_HEADER, "Note", "Estimation", "Dit")
ANSWERS = """
into: answers
source: enquete
contacts_of: boutique
key: [Id]
fields: {token: Appel, at: {column: Le, format: iso}, satisfaction: Note}
"""


def day(rank: int, number: int, *, waited: str = "9:00:20", end="resolved", estimate="", **more):
    """A call of that day in March; `waited` is when the wait that began at nine ended."""
    waits = {"Jour": f"{number:02d}/03/2026", "Fin d'attente": waited, "Début": waited, **more}
    return (*call(rank, **waits, Fin="9:30:00", Durée=""), "", estimate, end)


CALLS = [
    day(1, 2, estimate="5"),  # back within the week about the same: not resolved
    day(2, 5, estimate="4"),  # resolved
    day(3, 3, Motif="P", estimate="2", waited="9:03:01"),  # about something else: resolved, late
    day(4, 3, Client="0"),  # nobody identified
    day(5, 4, Issue="RACCROCHE", waited="9:01:00", end=""),  # hung up early
    day(6, 4, Issue="RACCROCHE", waited="9:05:00", end=""),  # hung up late
    day(7, 20, Client="C2"),  # the newest: not yet judged
]


@pytest.fixture(params=["store", "database"])
def run(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = ["--store", "s.sqlite"]
    if request.param == "database":
        place = ["--database", request.getfixturevalue("shared").dsn()]

    def invoke(*words: str):
        return CliRunner().invoke(app, [*place, *words])

    write(tmp_path / "appels.csv", HEADER, CALLS)
    mapping_file(tmp_path, MAPPING)
    told = invoke("import", "contacts", "appels.csv", "--mapping", "mapping.yaml")
    assert told.exit_code == 0, (told.stdout, told.stderr)
    answers = [
        ("a", "1", "2026-03-03", "2"),
        ("b", "1", "2026-03-04", "3"),
        ("c", "2", "2026-03-06", "4"),
    ]
    write(tmp_path / "r.csv", ("Id", "Appel", "Le", "Note"), answers)
    mapping_file(tmp_path, ANSWERS)
    assert invoke("import", "answers", "r.csv", "--mapping", "mapping.yaml").exit_code == 0
    return invoke


def told(result) -> dict:
    assert result.exit_code == 0, (result.stdout, result.stderr)
    return json.loads(result.stdout.splitlines()[-1])


def test_first_contact_resolution_beside_the_declared_one(run):
    found = told(run("report", "fcr", "--json"))
    assert found == {
        "ok": True, "rate": pytest.approx(2 / 3), "resolved": 2, "judged": 3, "not_yet_judged": 1,
        "excluded": 3, "declared": {"rate": 1.0, "resolved": 5, "told": 5},
    }  # fmt: skip
    assert told(run("report", "fcr", "--days", "2", "--json"))["resolved"] == 3


def test_days_are_whole_and_the_last_one_counts(run):
    until = told(run("report", "fcr", "--to", "2026-03-05", "--days", "1", "--json"))
    assert (until["judged"], until["resolved"], until["not_yet_judged"]) == (2, 2, 1)
    since = told(run("report", "fcr", "--from", "2026-03-03", "--json"))
    assert (since["judged"], since["resolved"], since["excluded"]) == (2, 2, 3)


def test_the_phones_standard_with_who_hung_up(run):
    found = told(run("report", "standards", "--json"))["channels"]
    assert found["call_in"] == {
        "rate": pytest.approx(4 / 6), "met": 4, "missed": 2, "left_early": 1, "abandoned": 2,
        "limit_s": 180, "clock": "elapsed",
    }  # fmt: skip
    assert found["email"]["rate"] is None


def test_the_gap_counts_the_latest_answer_of_a_contact_once(run):
    found = told(run("report", "gap", "--json"))
    assert (found["points"], found["pairs"]) == (50, 2)
    assert {name: n for name, n in found["differences"].items() if n} == {"+0": 1, "+2": 1}
    assert found["references"] == {"banks": 37, "average": 14}


def test_a_person_reads_lines(run):
    lines = run("report", "fcr").stdout.replace("\u00a0", " ").replace("\u202f", " ")
    assert "calculée : 66,7 % (2 sur 3 jugés)" in lines
    assert "3 min : 66,7 % tenu" in run("report", "standards").stdout.replace(
        "\u00a0", " "
    ).replace("\u202f", " ")
    assert "+50 points" in run("report", "gap").stdout


def test_what_cannot_be_reported_says_why(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    absent = CliRunner().invoke(app, ["--store", "rien.sqlite", "report", "fcr", "--json"])
    assert absent.exit_code == 1
    assert not (tmp_path / "rien.sqlite").exists()
    assert json.loads(absent.stdout)["ok"] is False
    words = ["--store", "x", "report", "gap", "--from", "2026-03-05", "--to", "2026-03-01"]
    turned = CliRunner().invoke(app, words)
    assert turned.exit_code == 2
