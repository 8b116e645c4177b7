"""What a store needs once it is connected to a shared database."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE customers ADD COLUMN branch_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE outbox ADD COLUMN settled_at INTEGER",
    "ALTER TABLE outbox ADD COLUMN exported_at INTEGER",
    "ALTER TABLE outbox ADD COLUMN beneath TEXT",
    """CREATE TABLE replica (
    kind VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    seq INTEGER NOT NULL,
    read_at INTEGER,
    PRIMARY KEY (kind, id)
)
 WITHOUT ROWID""",
    """CREATE TABLE followed (
    customer_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (customer_id)
)""",
    """CREATE TABLE documents (
    id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE branches (
    id VARCHAR NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE waiting_check_ins (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    read_at INTEGER,
    PRIMARY KEY (id)
)""",
    "CREATE INDEX outbox_of_kind ON outbox (kind, state)",
    "CREATE INDEX thanks_of_customer ON thanks (customer_id)",
    "CREATE INDEX customer_edits_of_customer ON customer_edits (customer_id)",
)

DROPS = (
    "DROP INDEX customer_edits_of_customer",
    "DROP INDEX thanks_of_customer",
    "DROP INDEX outbox_of_kind",
    "DROP TABLE waiting_check_ins",
    "DROP TABLE branches",
    "DROP TABLE documents",
    "DROP TABLE followed",
    "DROP TABLE replica",
    "ALTER TABLE outbox DROP COLUMN beneath",
    "ALTER TABLE outbox DROP COLUMN exported_at",
    "ALTER TABLE outbox DROP COLUMN settled_at",
    "ALTER TABLE customers DROP COLUMN branch_id",
)


def upgrade() -> None:
    """Make room for what the server says."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Take it away again."""
    for statement in DROPS:
        op.get_bind().exec_driver_sql(statement)
