"""Takes an older store to this version, step by step.

A store says its version by `PRAGMA user_version`; revision `0001` of the scripts is version 1.
"""

from pathlib import Path

from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def scripts() -> tuple[Script, ...]:
    """The migrations, the first one first; the n-th takes a store to version n."""
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "os")
    found = tuple(reversed(list(ScriptDirectory.from_config(config).walk_revisions())))
    if [script.revision for script in found] != [f"{n:04d}" for n in range(1, len(found) + 1)]:
        raise ValueError("migrations are numbered 0001, 0002, …, without a gap")
    return found


def upgrade(connection: Connection, version: int, to: int | None = None) -> None:
    """Run the migrations after `version`, up to `to` (the last), and write the version down.

    Runs inside the caller's transaction: all of it is kept, or nothing.
    """
    steps = scripts()[version:to]
    with Operations.context(MigrationContext.configure(connection)):
        for script in steps:
            script.module.upgrade()
    connection.exec_driver_sql(f"PRAGMA user_version = {version + len(steps)}")


def downgrade(connection: Connection, version: int, to: int) -> None:
    """Run the migrations back from `version` to `to`, inside the caller's transaction."""
    with Operations.context(MigrationContext.configure(connection)):
        for script in reversed(scripts()[to:version]):
            script.module.downgrade()
    connection.exec_driver_sql(f"PRAGMA user_version = {to}")
