"""The `import` command: its words, its exit codes, its last line, and what it leaves on the disk."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from desktop.admin.command import app
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    call,
    customer,
    mapping_file,
    write,
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a table and its mapping, from which commands are run."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "clients.csv", CUSTOMER_HEADER, [customer(1), customer(2, Depuis="hier")])
    mapping_file(tmp_path, CUSTOMERS)
    return tmp_path


def run(*words: object, store: str = "s.sqlite"):
    return CliRunner().invoke(app, ["--store", store, *map(str, words)])


def imported(*words: object, source: object = "clients.csv", what: str = "customers"):
    return run("import", what, source, "--mapping", "mapping.yaml", *words)


def plain(words):
    """Without the no-break spaces of French typography."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def last(result):
    return json.loads(result.stdout.splitlines()[-1])


def test_an_import_says_what_became_of_every_row(place):
    result = imported()
    assert result.exit_code == 0, result.stderr
    lines = plain(result.stdout).splitlines()
    assert lines[0] == "2 lignes lues : 1 importée, 0 inchangée, 1 rejetée."
    assert lines[1] == "  Rejets : 1 × date illisible"
    assert lines[2].endswith("clients.csv.rejects.csv")
    assert (place / "clients.csv.rejects.csv").exists()


def test_with_json_the_last_line_is_one_object(place):
    result = imported("--json")
    told = last(result)
    assert (told["read"], told["imported"], told["unchanged"], told["rejected"]) == (2, 1, 0, 1)
    assert told["reasons"] == {"bad_date": 1}
    assert told["repaired"] == {}
    assert told["complete"] is True
    assert len(result.stdout.splitlines()) == 1
    again = last(imported("--json"))
    assert (again["imported"], again["unchanged"], again["rejected"]) == (0, 1, 1)


def test_a_dry_run_leaves_no_trace(place):
    before = sorted(place.iterdir())
    result = imported("--dry-run", "--json")
    assert last(result)["imported"] == 1
    assert sorted(place.iterdir()) == before
    assert "rien n’a été écrit" in imported("--dry-run").stdout


def test_a_dry_run_writes_rejects_where_it_is_told_to(place):
    imported("--dry-run", "--rejects", "rejets.csv")
    assert "bad_date" in (place / "rejets.csv").read_text(encoding="utf-8-sig")
    assert not (place / "s.sqlite").exists()


def test_rejects_go_here_where_the_source_s_folder_is_closed(place):
    data = place / "data"
    data.mkdir()
    (place / "clients.csv").rename(data / "clients.csv")
    data.chmod(0o555)
    try:
        told = last(imported("--json", source="data/clients.csv"))
    finally:
        data.chmod(0o755)
    assert told["rejects"] == str(place / "clients.csv.rejects.csv")


def test_no_file_of_another_kind_is_overwritten(place):
    (place / "notes.csv").write_text("à moi\n", encoding="utf-8")
    result = imported("--rejects", "notes.csv")
    assert result.exit_code == 2
    assert "je n’y touche pas" in result.stderr
    assert (place / "notes.csv").read_text(encoding="utf-8") == "à moi\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("city: Ville", "citi: Ville", "mapping.yaml, ligne 13, champ fields.citi : champ inconnu"),
        ("city: Ville", "city: Bourg", "Colonnes absentes du fichier : Bourg. Colonnes présentes"),
        ("key: [Client]", "key: [", "ce n’est pas du YAML"),
        ("{F: Box Fibre", "{Yes: Box Fibre", "mettez des guillemets"),
    ],
)
def test_a_bad_mapping_is_told_and_changes_nothing(place, old, new, words):
    mapping_file(place, CUSTOMERS.replace(old, new))
    result = imported("--json")
    assert result.exit_code == 2
    assert words in plain(result.stderr)
    assert words in plain(last(result)["error"])
    assert not (place / "s.sqlite").exists()


def test_a_mapping_for_contacts_is_refused_for_customers(place):
    mapping_file(place, CONTACTS)
    result = imported()
    assert result.exit_code == 2
    assert "champ into" in result.stderr


@pytest.mark.parametrize(
    ("content", "words", "code"),
    [
        (b"", "le fichier est vide", 1),
        (b"%PDF-1.7", "ce n’est pas un tableau", 1),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "enregistrez le classeur en .xlsx", 1),
        (None, "le fichier n’existe pas", 2),
    ],
)
def test_what_is_no_table_is_told(place, content, words, code):
    source = place / "autre.csv"
    if content is not None:
        source.write_bytes(content)
    result = imported(source="autre.csv")
    assert result.exit_code == code
    assert words in result.stderr


def test_a_guessed_encoding_is_mentioned_and_a_wrong_one_told(place):
    row = customer(1, Mensuel="39,99 €")
    write(place / "clients.csv", CUSTOMER_HEADER, [row], encoding="cp1252")
    result = imported()
    assert result.exit_code == 0
    assert "Encodage supposé : cp1252" in plain(result.stderr)
    wrong = imported("--encoding", "utf-8", "--json")
    assert wrong.exit_code == 1
    assert "--encoding" in last(wrong)["error"]


def test_a_separator_can_be_given(place):
    write(place / "clients.csv", CUSTOMER_HEADER, [customer(1)], separator="|")
    assert last(imported("--separator", "|", "--json"))["imported"] == 1
    assert imported("--separator", ";").exit_code == 2


def test_when_nothing_goes_in_the_exit_code_says_so(place):
    write(place / "clients.csv", CUSTOMER_HEADER, [customer(1, Depuis="hier")])
    result = imported()
    assert result.exit_code == 1
    assert "Toutes les lignes ont été rejetées" in result.stderr


@pytest.mark.parametrize("content", [b"not a store", b""])
def test_a_file_that_is_no_store_is_left_alone(place, content):
    (place / "s.sqlite").write_bytes(content)
    result = imported("--json")
    if content:
        assert result.exit_code == 1
        assert "pas une base de Vis-à-Vis" in last(result)["error"]
        assert (place / "s.sqlite").read_bytes() == content
    else:
        assert result.exit_code == 0


def test_a_folder_that_does_not_exist(place):
    result = run(
        "import", "customers", "clients.csv", "--mapping", "mapping.yaml", store="no/s.sqlite"
    )
    assert result.exit_code == 1
    assert "ne peut pas être ouverte" in result.stderr


def test_a_full_disk_is_told_and_the_same_command_resumes(place):
    """A ceiling on pages is what SQLite makes of a full disk; nothing half-written stays."""
    write(place / "clients.csv", CUSTOMER_HEADER, [customer(rank) for rank in range(3000)])
    from desktop.services.store import opening

    engine_for = opening.engine_for

    def small(path, *given):
        engine = engine_for(path, *given)
        from sqlalchemy import event

        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 400"))
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "engine_for", small)
        full = imported("--json")
    assert full.exit_code == 1
    assert "le disque est plein" in last(full)["error"]
    part = last(full)["imported"]
    assert 0 < part < 3000
    told = last(imported("--json"))
    assert told["read"] == told["imported"] + told["unchanged"] == 3000
    assert told["unchanged"] >= part


def test_a_first_mapping_is_guessed_and_never_overwritten(place):
    (place / "mapping.yaml").unlink()
    assert imported("--guess").exit_code == 0
    assert "family_name" in (place / "mapping.yaml").read_text(encoding="utf-8")
    assert imported("--dry-run").exit_code == 0
    refused = imported("--guess")
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert imported("--guess", "--force").exit_code == 0


def test_contacts_go_in_by_the_command(place):
    write(place / "appels.csv", CONTACT_HEADER, [call(1), call(2, Issue="FANTOME")])
    mapping_file(place, CONTACTS)
    told = last(imported("--json", source="appels.csv", what="contacts"))
    assert (told["imported"], told["reasons"]) == (1, {"phantom": 1})
    with sqlite3.connect(place / "s.sqlite") as store:
        assert store.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    store.close()


def test_usage_errors_are_2(place):
    assert run("import", "cats", "clients.csv", "--mapping", "mapping.yaml").exit_code == 2
    assert run("import", "customers", "clients.csv").exit_code == 2
    assert CliRunner().invoke(app, ["check"]).exit_code == 2
