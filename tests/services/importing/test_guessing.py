"""A guessed mapping is valid, places every column, and imports."""

import pytest

from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.guessing import guess
from desktop.services.importing.mapping import ContactMapping, CustomerMapping, load
from desktop.services.importing.opening import open_table
from tests.services.importing.making import mapping_file, write


def guessed(folder, source, into):
    table = open_table(source, encoding=None, separator=None, sheet=None)
    try:
        words = guess(table, into, "Clients été 2026")
    finally:
        table.close()
    mapping, problems = load(mapping_file(folder, words), into)
    assert problems == ()
    assert mapping is not None
    compile_mapping(mapping, table.header)
    return mapping


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("2021-02-03", "iso"),
        ("31/12/2021", "%d/%m/%Y"),
        ("12/31/2021", "%m/%d/%Y"),
        ("31/12/2021 14:05", "%d/%m/%Y %H:%M"),
        ("44561", "excel"),
    ],
)
def test_customers_columns_are_recognised(tmp_path, written, form):
    header = ("N° client", "Prénom", "NOM", "Tél.", "E-mail", "Code postal", "Client depuis", "No")
    row = ("1", "Chloé", "Lefèvre", "0639980001", "c@poste.example", "44000", written, "x")
    source = write(tmp_path / "c.csv", header, [row])
    mapping = guessed(tmp_path, source, "customers")
    assert isinstance(mapping, CustomerMapping)
    told = mapping.model_dump(exclude_defaults=True)
    assert (mapping.source, mapping.key) == ("clients-ete-2026", ["N° client"])
    assert told["fields"] == {
        "number": {"column": "N° client"},
        "given_name": {"column": "Prénom"},
        "family_name": {"column": "NOM"},
        "phone": {"column": "Tél."},
        "email": {"column": "E-mail"},
        "postcode": {"column": "Code postal"},
        "since": {"column": "Client depuis", "format": form},
    }
    assert told["details"] == {"No": {"column": "No"}}


def test_contacts_columns_are_recognised(tmp_path):
    header = ("Ticket", "ID client", "Agent", "Motif", "Début", "Fin", "Autre")
    row = ("1", "C1", "Ana", "F", "02/03/2026 09:00:00", "02/03/2026 09:05:00", "")
    source = write(tmp_path / "c.tsv", header, [row], separator="\t", encoding="cp1252")
    mapping = guessed(tmp_path, source, "contacts")
    assert isinstance(mapping, ContactMapping)
    told = mapping.model_dump(exclude_defaults=True)
    assert (mapping.key, mapping.separator, mapping.encoding) == (["Ticket"], "tab", "cp1252")
    assert told["fields"]["advisor"] == {"column": "Agent"}
    assert told["times"]["stages"]["service"] == {
        "start": {"column": "Début", "format": "%d/%m/%Y %H:%M:%S"},
        "end": {"column": "Fin", "format": "%d/%m/%Y %H:%M:%S"},
    }
