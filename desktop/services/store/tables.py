"""The local store's tables: facts, reference data, drafts, and the outbox.

Columns bear the names of the domain's fields (`rows.py` carries one to the other).
Instants are milliseconds since 1970 in UTC, dates ISO text, ids text, enums their value.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
)

SCHEMA_VERSION = 4
"""Goes up with each migration; written to `PRAGMA user_version`."""

APPLICATION_ID = 0x5641_5641
"""`PRAGMA application_id` of a store of ours."""

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String, primary_key=True)


def _doc() -> Column[int]:
    """The row's number in the search indexes; named, so that VACUUM leaves it as it is."""
    return Column("doc", Integer, primary_key=True)


def _instant(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

teams = Table("teams", metadata, _id(), _text("name"), _text("branch"))

people = Table(
    "people",
    metadata,
    _id(),
    _text("name"),
    Column("role", String, nullable=False),
    Column("team_id", String, ForeignKey("teams.id")),
    Column("enabled", Boolean, nullable=False, server_default="1"),
    _text("sign_in"),
)
Index("people_of_team", people.c.team_id)

preferences = Table(
    "preferences",
    metadata,
    Column("person_id", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

customers = Table(
    "customers",
    metadata,
    _doc(),
    Column("id", String, nullable=False, unique=True),
    _text("number"),
    _text("civility"),
    _text("given_name"),
    _text("family_name"),
    _text("preferred_name"),
    _text("address_as"),
    _text("phone"),
    _text("phone2"),
    _text("email"),
    _text("street"),
    _text("postcode"),
    _text("city"),
    Column("since", String),
    Column("details", Text, nullable=False, server_default="[]"),
    _text("branch_id"),
)
Index("customers_phone", customers.c.phone, sqlite_where=customers.c.phone != "")
Index("customers_phone2", customers.c.phone2, sqlite_where=customers.c.phone2 != "")
Index("customers_number", customers.c.number, sqlite_where=customers.c.number != "")
Index("customers_email", func.lower(customers.c.email), sqlite_where=customers.c.email != "")

contracts = Table(
    "contracts",
    metadata,
    _doc(),
    Column("id", String, nullable=False, unique=True),
    Column("customer_id", String, ForeignKey("customers.id"), nullable=False, index=True),
    Column("number", String, nullable=False, index=True),
    _text("product"),
    _text("kind"),
    Column("status", String, nullable=False, server_default="active"),
    Column("monthly_cents", Integer),
    Column("starts", String),
    Column("committed_until", String),
    _text("remark"),
)

cases = Table(
    "cases",
    metadata,
    _id(),
    Column("customer_id", String, ForeignKey("customers.id"), nullable=False),
    Column("number", String, nullable=False, index=True),
    _text("title"),
    _text("reason"),
    _instant("opened_at"),
    _instant("due_at", optional=True),
    _instant("closed_at", optional=True),
    Column("reminders", Integer, nullable=False, server_default="0"),
)
Index("cases_of_customer", cases.c.customer_id, cases.c.closed_at, cases.c.due_at)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    Column("customer_id", String),
    Column("person_id", String),
    Column("channel", String, nullable=False),
    _text("reason"),
    _instant("started_at"),
    _instant("ended_at"),
    Column("waited_s", Integer),
    Column("abandoned", Boolean, nullable=False, server_default="0"),
    Column("resolution", String),
    Column("effort_seen", Integer),
    Column("estimate", Integer),
    Column("avoidable", Boolean),
    Column("avoidable_cause", String),
    _text("note"),
    _text("script_id"),
    Column("script_version", Integer),
)
Index("contacts_of_customer", contacts.c.customer_id, contacts.c.started_at, contacts.c.id)
Index("contacts_of_person", contacts.c.person_id, contacts.c.started_at, contacts.c.id)
Index(
    "contacts_of_script",
    contacts.c.script_id,
    contacts.c.started_at,
    sqlite_where=contacts.c.script_id != "",
)

step_offs = Table(
    "step_offs",
    metadata,
    _id(),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    _instant("at"),
    _text("script_id"),
    _text("step_id"),
    Column("reason", String, nullable=False),
    _text("words"),
    Column("earlier_id", String),
    Column("helped", String),
)
Index("step_offs_of_step", step_offs.c.script_id, step_offs.c.step_id)
Index("step_offs_of_script", step_offs.c.script_id, step_offs.c.at)
Index("step_offs_of_customer", step_offs.c.customer_id, step_offs.c.at, step_offs.c.id)

promises = Table(
    "promises",
    metadata,
    _id(),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("kind", String, nullable=False),
    _instant("due_at"),
    _text("words"),
    Column("state", String, nullable=False, server_default="open"),
)
Index("promises_of_customer", promises.c.customer_id, promises.c.at, promises.c.id)
Index("promises_awaited", promises.c.customer_id, promises.c.state, promises.c.due_at)
Index("promises_due", promises.c.person_id, promises.c.state, promises.c.due_at)

promise_outcomes = Table(
    "promise_outcomes",
    metadata,
    _id(),
    Column("promise_id", String, nullable=False, index=True),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("state", String, nullable=False),
)

incivilities = Table(
    "incivilities",
    metadata,
    _id(),
    Column("contact_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("type", String, nullable=False),
    Column("gravity", Integer, nullable=False),
    _text("words"),
    *(Column(name, Boolean, nullable=False, server_default="0") for name in ("warned", "ended")),
)
Index("incivilities_of_customer", incivilities.c.customer_id, incivilities.c.at, incivilities.c.id)
Index("incivilities_of_person", incivilities.c.person_id, incivilities.c.at, incivilities.c.id)

answers = Table(
    "answers",
    metadata,
    _id(),
    Column("customer_id", String),
    Column("contact_id", String, index=True),
    Column("person_id", String),
    _instant("at"),
    Column("satisfaction", Integer),
    Column("effort", Integer),
    Column("nps", Integer),
    _text("words"),
)
Index("answers_of_customer", answers.c.customer_id, answers.c.at)
Index(
    "answers_alone",
    answers.c.customer_id,
    answers.c.at,
    answers.c.id,
    sqlite_where=answers.c.contact_id.is_(None),
)

thanks = Table(
    "thanks",
    metadata,
    _id(),
    Column("customer_id", String),
    Column("contact_id", String),
    Column("person_id", String, nullable=False),
    _instant("at"),
    _text("words"),
)
Index("thanks_of_person", thanks.c.person_id, thanks.c.at)
Index("thanks_of_customer", thanks.c.customer_id)

pinned_notes = Table(
    "pinned_notes",
    metadata,
    _id(),
    Column("customer_id", String, nullable=False),
    Column("person_id", String, nullable=False),
    _instant("at"),
    _text("words"),
)
Index("pinned_notes_of_customer", pinned_notes.c.customer_id, pinned_notes.c.at, pinned_notes.c.id)

customer_edits = Table(
    "customer_edits",
    metadata,
    _id(),
    Column("customer_id", String, nullable=False),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("field", String, nullable=False),
    _text("value"),
    _text("former"),
    Column("based_on", Integer, nullable=False),
)
Index("customer_edits_of_customer", customer_edits.c.customer_id)

customer_field_versions = Table(
    "customer_field_versions",
    metadata,
    Column("customer_id", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("version", Integer, nullable=False),
)
"""How often a field changed; none: never. What an edit says it was based on."""

check_ins = Table(
    "check_ins",
    metadata,
    _id(),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("moment", String, nullable=False),
    Column("mood", Integer),
    Column("energy", Integer),
    Column("load", Integer),
    _text("words"),
    Column("audience", String, nullable=False),
    Column("addressed_to", String),
)
Index("check_ins_of_person", check_ins.c.person_id, check_ins.c.at)
Index("check_ins_addressed", check_ins.c.addressed_to, check_ins.c.at)

check_in_replies = Table(
    "check_in_replies",
    metadata,
    _id(),
    Column("check_in_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    _instant("at"),
    _text("words"),
)

check_in_readings = Table(
    "check_in_readings",
    metadata,
    _id(),
    Column("check_in_id", String, nullable=False, index=True),
    Column("lead_id", String, nullable=False),
    _instant("at"),
)

check_in_shares = Table(
    "check_in_shares",
    metadata,
    _id(),
    Column("check_in_id", String, nullable=False, index=True),
    Column("person_id", String, nullable=False),
    _instant("at"),
    Column("audience", String, nullable=False),
    Column("addressed_to", String),
)

drafts = Table(
    "drafts",
    metadata,
    Column("contact_id", String, primary_key=True),
    Column("person_id", String, nullable=False, index=True),
    Column("customer_id", String),
    Column("body", Text, nullable=False),
    _instant("updated_at"),
)
"""Contacts under way on this machine; never sent."""

outbox = Table(
    "outbox",
    metadata,
    Column("line", Integer, primary_key=True, autoincrement=True),
    Column("op_id", String, nullable=False, unique=True),
    Column("device", String, nullable=False),
    Column("dseq", Integer, unique=True),
    Column("fact_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    _instant("at"),
    Column("clock_offset", Integer, nullable=False, server_default="0"),
    _instant("not_before", optional=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    _instant("first_try", optional=True),
    _instant("next_try", optional=True),
    Column("state", String, nullable=False, server_default="waiting"),
    Column("answer", Text),
    _instant("settled_at", optional=True),
    _instant("exported_at", optional=True),
    Column("beneath", Text),
    sqlite_autoincrement=True,
)
"""What waits for the shared database. `line` is the order on this machine; `dseq`, which
has no gaps, is given when a line first leaves, so that an undo before then leaves none.
`beneath` is what the server holds (JSON) where the waiting fact is shown in its place."""
Index("outbox_waiting", outbox.c.state, outbox.c.line)
Index("outbox_of_kind", outbox.c.kind, outbox.c.state)

imported = Table(
    "imported",
    metadata,
    _id(),
    Column("source", String, nullable=False),
    Column("digest", String, nullable=False),
    sqlite_with_rowid=False,
)
"""What an import put in: the row's id and a fingerprint of what it held, to run again safely."""
