"""Mappings are strict: what is wrong is told with its line and field."""

import pytest

from desktop.services.importing.compiling import (
    MissingColumns,
    RepeatedColumns,
    compile_mapping,
)
from desktop.services.importing.mapping import load
from desktop.services.yaml_files import ProblemCode
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    mapping_file,
)


def loaded(folder, words, into="customers"):
    return load(mapping_file(folder, words), into)


def test_good_mappings_are_read(tmp_path):
    customers, problems = loaded(tmp_path, CUSTOMERS)
    assert customers is not None
    assert problems == ()
    assert compile_mapping(customers, CUSTOMER_HEADER).key == (0,)
    contacts, problems = loaded(tmp_path, CONTACTS, "contacts")
    assert contacts is not None
    assert problems == ()
    recipe = compile_mapping(contacts, CONTACT_HEADER)
    assert [stage.name for stage in recipe.stages] == ["wait", "service"]


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "code"),
    [
        ("given_name: Prénom", "givenname: Prénom", 8, "fields.givenname", "unknown_field"),
        ("source: boutique", "source: La Boutique", 3, "source", "bad_id"),
        ("key: [Client]", "key: []", 4, "key", "empty"),
        ("key: [Client]\n", "", 1, "key", "missing"),
        ("into: customers", "into: contacts", 2, "into", "wrong_value"),
        ("city: Ville", "city: {prefix: x}", 13, "fields.city", "wrong_value"),
        ("city: Ville", "city: {column: V, constant: x}", 13, "fields.city", "wrong_value"),
        ("city: Ville", "city: 12", 13, "fields.city", "wrong_type"),
        ("%d/%m/%Y", "%d/%Q/%Y", 14, "fields.since.format", "wrong_value"),
        ("%d/%m/%Y", "jj/mm/aaaa", 14, "fields.since.format", "wrong_value"),
        ("city: Ville", "city: Ville\n  city: V", 14, "fields.city", "repeated_field"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, old, new, line, field, code):
    assert old in CUSTOMERS
    mapping, problems = loaded(tmp_path, CUSTOMERS.replace(old, new))
    assert mapping is None
    told = [(problem.line, problem.field, problem.code) for problem in problems]
    assert (line, field, ProblemCode(code)) in told


def test_times_need_a_zone_that_exists_and_a_moment(tmp_path):
    words = CONTACTS.replace("Europe/Paris", "Europe/Lutece")
    _, problems = loaded(tmp_path, words, "contacts")
    assert [(problem.field, problem.values) for problem in problems] == [
        ("times.zone", ("Europe/Lutece",))
    ]
    words = CONTACTS.replace("{start: Attente, end: Fin d'attente}", "{seconds: Attente}")
    _, problems = loaded(tmp_path, words, "contacts")
    assert [problem.field for problem in problems] == ["times.stages.wait"]


def test_columns_that_the_table_lacks_are_named_all_at_once(tmp_path):
    mapping, _ = loaded(tmp_path, CUSTOMERS)
    header = [name for name in CUSTOMER_HEADER if name not in {"Client", "Mensuel"}]
    with pytest.raises(MissingColumns) as error:
        compile_mapping(mapping, header)
    assert error.value.missing == ("Client", "Mensuel")
    assert error.value.present == tuple(header)


def test_a_column_that_stands_twice_is_no_guess(tmp_path):
    mapping, _ = loaded(tmp_path, CUSTOMERS)
    with pytest.raises(RepeatedColumns) as error:
        compile_mapping(mapping, [*CUSTOMER_HEADER, "Ville", "Autre", "Autre"])
    assert error.value.repeated == ("Ville",)
