"""Both real files go in whole, by the mappings that stand here, and again without doubling.

The figures were counted apart from the application, by a loop over the file with the csv
module and by awk: 33,344 calls, of which 278 phantoms, so 33,066 kept; among these 5,904 hung
up (97 with times of service), 491 answered by nobody known, 13,564 of 4,021 identified
customers, 24 advisors, 1,367,207 seconds waited; 22 pass midnight (16 in service, 2 in the
queue, 4 between stages) and 23 have a negative duration (25 less two phantoms).
7,043 customers: 5,517 with Internet, 6,361 with a telephone, 11 without total charges.
"""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from desktop.admin.command import app

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def store(real_file, tmp_path_factory):
    """A store with both files in it, and what the imports told."""
    path = tmp_path_factory.mktemp("real") / "s.sqlite"
    told = {
        "customers": imported(path, "customers", real_file("telco_customers.csv")),
        "contacts": imported(path, "contacts", real_file("bank_calls_feb_1999.tsv")),
    }
    return path, told


def imported(store, what, source):
    mapping = HERE / ("telco_customers.yaml" if what == "customers" else "bank_calls.yaml")
    rejects = store.parent / f"{what}.rejects.csv"
    words = ["--store", store, "import", what, source, "--mapping", mapping]
    words += ["--rejects", rejects, "--json"]
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def asked(store, words):
    reader = sqlite3.connect(store[0])
    try:
        return reader.execute(words).fetchall()
    finally:
        reader.close()


def test_every_row_is_accounted_for(store):
    customers, contacts = store[1]["customers"], store[1]["contacts"]
    assert (customers["read"], customers["imported"], customers["rejected"]) == (7043, 7043, 0)
    assert (contacts["read"], contacts["imported"], contacts["rejected"]) == (33_344, 33_066, 278)
    assert contacts["reasons"] == {"phantom": 278}
    assert contacts["repaired"] == {
        "service_of_abandoned": 97,
        "negative_duration": 23,
        "past_midnight": 22,
    }
    assert customers["doubts"] == contacts["doubts"] == {}


def test_customers_come_with_their_contracts(store):
    assert asked(store, "SELECT count(*) FROM customers") == [(7043 + 4021,)]
    assert asked(store, "SELECT product, count(*) FROM contracts GROUP BY 1 ORDER BY 1") == [
        ("Internet ADSL", 2421),
        ("Internet fibre", 3096),
        ("Téléphone fixe", 6361),
    ]
    # Each customer's charges stand on exactly one contract.
    assert asked(store, "SELECT count(*), count(DISTINCT customer_id) FROM contracts WHERE monthly_cents > 0") == [(7043, 7043)]  # fmt: skip
    assert asked(store, "SELECT count(*) FROM contracts WHERE status = 'ended' AND monthly_cents > 0") == [(1869,)]  # fmt: skip
    assert asked(store, "SELECT count(*) FROM customers WHERE details LIKE '%Total facturé%'") == [(7043 - 11,)]  # fmt: skip
    (one,) = asked(store, "SELECT civility, details FROM customers WHERE number = '7590-VHVEG'")
    assert one[0] == "mme"
    assert dict(json.loads(one[1]))["Paiement"] == "chèque électronique"


def test_calls_keep_who_when_and_how_long(store):
    assert asked(store, "SELECT count(*), sum(abandoned), sum(waited_s), sum(customer_id IS NOT NULL), count(DISTINCT customer_id) FROM contacts") == [(33_066, 5904, 1_367_207, 13_564, 4021)]  # fmt: skip
    assert asked(store, "SELECT count(*) FROM people") == [(24,)]
    assert asked(store, "SELECT DISTINCT people.role, teams.name FROM people JOIN teams ON teams.id = people.team_id") == [("advisor", "Importés")]  # fmt: skip
    assert asked(store, "SELECT count(*) FROM contacts WHERE person_id IS NULL AND NOT abandoned") == [(491,)]  # fmt: skip
    assert asked(store, "SELECT count(*) FROM contacts WHERE resolution IS NOT NULL OR ended_at < started_at") == [(0,)]  # fmt: skip
    # The longest in the file is 41 min 52 s of service after its wait: nothing lasts a day.
    ((longest,),) = asked(store, "SELECT max(ended_at - started_at) / 1000 FROM contacts")
    assert longest < 3 * 3600


def test_a_call_s_day_is_that_of_its_zone(store):
    """1999-02-01 7:02:47 in Jerusalem is 5:02:47 in UTC; February alone, by the local day."""
    ((first,),) = asked(store, "SELECT min(started_at) FROM contacts")
    ((last,),) = asked(store, "SELECT max(started_at) FROM contacts")
    assert first >= 917_820_000_000  # 1999-02-01 0:00 in Jerusalem
    assert last < 920_239_200_000  # 1999-03-01 0:00 in Jerusalem


def test_nothing_waits_to_be_sent(store):
    assert asked(store, "SELECT count(*) FROM outbox") == [(0,)]


def test_running_again_changes_nothing(store, real_file):
    again = imported(store[0], "contacts", real_file("bank_calls_feb_1999.tsv"))
    assert (again["imported"], again["unchanged"], again["rejected"]) == (0, 33_066, 278)
    again = imported(store[0], "customers", real_file("telco_customers.csv"))
    assert (again["imported"], again["unchanged"]) == (0, 7043)
