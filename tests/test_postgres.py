"""The run's own PostgreSQL: what the tests of the shared database stand on."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.house.source import ROOT
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


JOIN = "from tests.postgres import of_this_run; print(of_this_run().folder)"
STARTED_AND_KILLED = """
import os, signal
from tests.postgres import of_this_run
print(of_this_run().folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def python(text: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "TEST_PG_FOLDER"}
    return subprocess.run(
        [sys.executable, "-c", text], cwd=ROOT, env=kept | environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip


def test_another_process_of_the_run_joins(postgres: Server):
    if postgres.folder is None:
        pytest.skip("TEST_PG_DSN names a server that nobody here started")
    joined = python(JOIN, TEST_PG_FOLDER=str(postgres.folder))
    assert joined.stdout.strip() == str(postgres.folder), joined.stderr
    with postgres.connect() as connection:  # and takes nothing along when it ends
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_run_that_is_killed_leaves_nothing(postgres: Server):
    if postgres.folder is None:
        pytest.skip("TEST_PG_DSN names a server that nobody here started")
    killed = python(STARTED_AND_KILLED)
    assert killed.returncode == -9, killed.stderr
    folder = Path(killed.stdout.strip())
    assert folder != postgres.folder
    left = (folder, folder.with_suffix(".lock"))
    for _ in range(1000):
        if not any(one.exists() for one in left):
            break
        time.sleep(0.02)
    assert [one for one in left if one.exists()] == []
