"""The run's own PostgreSQL: what the tests of the shared database stand on."""

import psycopg
import pytest

from tests.postgres import Server
from tests.shared_database import PASSWORD, SharedDatabase


def test_it_is_of_a_version_that_is_served(postgres: Server, postgres_version: str):
    assert int(postgres_version.split(".", maxsplit=1)[0]) >= 15
    with postgres.connect() as connection:
        collation = "select datcollate, encoding from pg_database where datname = 'template1'"
        assert connection.execute(collation).fetchone() == ("C.UTF-8", 6)


def test_a_role_needs_its_password(empty_database: SharedDatabase):
    role = f"{empty_database.name}_lea"
    empty_database.run(f"create role {role} login password '{PASSWORD}'")
    empty_database.run(f"grant connect on database {empty_database.name} to {role}")
    with psycopg.connect(empty_database.dsn(role)) as connection:
        assert connection.execute("select session_user").fetchone() == (role,)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(empty_database.dsn(role, "another"))
    empty_database.run(f"revoke connect on database {empty_database.name} from {role}")
