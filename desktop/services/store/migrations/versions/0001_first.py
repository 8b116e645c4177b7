"""The first schema."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE meta (
    name VARCHAR NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)""",
    """CREATE TABLE teams (
    id VARCHAR NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    branch TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE preferences (
    person_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (person_id, name)
)""",
    """CREATE TABLE customers (
    doc INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    civility TEXT DEFAULT '' NOT NULL,
    given_name TEXT DEFAULT '' NOT NULL,
    family_name TEXT DEFAULT '' NOT NULL,
    preferred_name TEXT DEFAULT '' NOT NULL,
    address_as TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    phone2 TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    street TEXT DEFAULT '' NOT NULL,
    postcode TEXT DEFAULT '' NOT NULL,
    city TEXT DEFAULT '' NOT NULL,
    since VARCHAR,
    details TEXT DEFAULT '[]' NOT NULL,
    PRIMARY KEY (doc),
    UNIQUE (id)
)""",
    """CREATE TABLE contacts (
    id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR,
    channel VARCHAR NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    waited_s INTEGER,
    abandoned BOOLEAN DEFAULT '0' NOT NULL,
    resolution VARCHAR,
    effort_seen INTEGER,
    estimate INTEGER,
    avoidable BOOLEAN,
    avoidable_cause VARCHAR,
    note TEXT DEFAULT '' NOT NULL,
    script_id TEXT DEFAULT '' NOT NULL,
    script_version INTEGER,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE step_offs (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    script_id TEXT DEFAULT '' NOT NULL,
    step_id TEXT DEFAULT '' NOT NULL,
    reason VARCHAR NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    earlier_id VARCHAR,
    helped VARCHAR,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE promises (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    due_at INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    state VARCHAR DEFAULT 'open' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE promise_outcomes (
    id VARCHAR NOT NULL,
    promise_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE incivilities (
    id VARCHAR NOT NULL,
    contact_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    gravity INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE answers (
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    contact_id VARCHAR,
    at INTEGER NOT NULL,
    satisfaction INTEGER,
    effort INTEGER,
    nps INTEGER,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE thanks (
    id VARCHAR NOT NULL,
    customer_id VARCHAR,
    contact_id VARCHAR,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE pinned_notes (
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE customer_edits (
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    former TEXT DEFAULT '' NOT NULL,
    based_on INTEGER NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE customer_field_versions (
    customer_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (customer_id, field)
)""",
    """CREATE TABLE check_ins (
    id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    moment VARCHAR NOT NULL,
    mood INTEGER,
    energy INTEGER,
    load INTEGER,
    words TEXT DEFAULT '' NOT NULL,
    audience VARCHAR NOT NULL,
    addressed_to VARCHAR,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE check_in_replies (
    id VARCHAR NOT NULL,
    check_in_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    words TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE check_in_readings (
    id VARCHAR NOT NULL,
    check_in_id VARCHAR NOT NULL,
    lead_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE check_in_shares (
    id VARCHAR NOT NULL,
    check_in_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    at INTEGER NOT NULL,
    audience VARCHAR NOT NULL,
    addressed_to VARCHAR,
    PRIMARY KEY (id)
)""",
    """CREATE TABLE drafts (
    contact_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    customer_id VARCHAR,
    body TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (contact_id)
)""",
    """CREATE TABLE outbox (
    line INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    op_id VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    dseq INTEGER,
    fact_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    clock_offset INTEGER DEFAULT '0' NOT NULL,
    not_before INTEGER,
    attempts INTEGER DEFAULT '0' NOT NULL,
    first_try INTEGER,
    next_try INTEGER,
    state VARCHAR DEFAULT 'waiting' NOT NULL,
    answer TEXT,
    UNIQUE (op_id),
    UNIQUE (dseq)
)""",
    """CREATE TABLE imported (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID""",
    """CREATE TABLE people (
    id VARCHAR NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    role VARCHAR NOT NULL,
    team_id VARCHAR,
    enabled BOOLEAN DEFAULT '1' NOT NULL,
    sign_in TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(team_id) REFERENCES teams (id)
)""",
    """CREATE TABLE contracts (
    doc INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    product TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    status VARCHAR DEFAULT 'active' NOT NULL,
    monthly_cents INTEGER,
    starts VARCHAR,
    committed_until VARCHAR,
    remark TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (doc),
    UNIQUE (id),
    FOREIGN KEY(customer_id) REFERENCES customers (id)
)""",
    """CREATE TABLE cases (
    id VARCHAR NOT NULL,
    customer_id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    opened_at INTEGER NOT NULL,
    due_at INTEGER,
    closed_at INTEGER,
    reminders INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(customer_id) REFERENCES customers (id)
)""",
    """CREATE TABLE search_vocabulary (place INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)""",
    """CREATE VIRTUAL TABLE search_words USING fts5(
        name, mail, place, content='', columnsize=0, detail=column, prefix='1 2 3 4',
        tokenize="unicode61 remove_diacritics 2")""",
    """CREATE VIRTUAL TABLE search_numbers USING fts5(
        phone, phone2, number, content='', columnsize=0, detail=none, tokenize='trigram')""",
    """CREATE VIRTUAL TABLE search_contract_numbers USING fts5(
        number, content='', columnsize=0, detail=none, tokenize='trigram')""",
    """CREATE INDEX customers_email ON customers (lower(email)) WHERE email != ''""",
    """CREATE INDEX customers_phone ON customers (phone) WHERE phone != ''""",
    """CREATE INDEX customers_phone2 ON customers (phone2) WHERE phone2 != ''""",
    """CREATE INDEX customers_number ON customers (number) WHERE number != ''""",
    """CREATE INDEX contacts_of_person ON contacts (person_id, started_at, id)""",
    """CREATE INDEX contacts_of_customer ON contacts (customer_id, started_at, id)""",
    """CREATE INDEX ix_step_offs_contact_id ON step_offs (contact_id)""",
    """CREATE INDEX step_offs_of_customer ON step_offs (customer_id, at, id)""",
    """CREATE INDEX step_offs_of_step ON step_offs (script_id, step_id)""",
    """CREATE INDEX promises_due ON promises (person_id, state, due_at)""",
    """CREATE INDEX promises_of_customer ON promises (customer_id, at, id)""",
    """CREATE INDEX promises_awaited ON promises (customer_id, state, due_at)""",
    """CREATE INDEX ix_promises_contact_id ON promises (contact_id)""",
    """CREATE INDEX ix_promise_outcomes_promise_id ON promise_outcomes (promise_id)""",
    """CREATE INDEX ix_incivilities_contact_id ON incivilities (contact_id)""",
    """CREATE INDEX incivilities_of_customer ON incivilities (customer_id, at, id)""",
    """CREATE INDEX answers_of_customer ON answers (customer_id, at)""",
    """CREATE INDEX ix_answers_contact_id ON answers (contact_id)""",
    """CREATE INDEX answers_alone ON answers (customer_id, at, id) WHERE contact_id IS NULL""",
    """CREATE INDEX thanks_of_person ON thanks (person_id, at)""",
    """CREATE INDEX pinned_notes_of_customer ON pinned_notes (customer_id, at, id)""",
    """CREATE INDEX check_ins_addressed ON check_ins (addressed_to, at)""",
    """CREATE INDEX check_ins_of_person ON check_ins (person_id, at)""",
    """CREATE INDEX ix_check_in_replies_check_in_id ON check_in_replies (check_in_id)""",
    """CREATE INDEX ix_check_in_readings_check_in_id ON check_in_readings (check_in_id)""",
    """CREATE INDEX ix_check_in_shares_check_in_id ON check_in_shares (check_in_id)""",
    """CREATE INDEX ix_drafts_person_id ON drafts (person_id)""",
    """CREATE INDEX outbox_waiting ON outbox (state, line)""",
    """CREATE INDEX ix_outbox_fact_id ON outbox (fact_id)""",
    """CREATE INDEX ix_contracts_number ON contracts (number)""",
    """CREATE INDEX ix_contracts_customer_id ON contracts (customer_id)""",
    """CREATE INDEX ix_cases_number ON cases (number)""",
    """CREATE INDEX cases_of_customer ON cases (customer_id, closed_at, due_at)""",
    """CREATE TRIGGER search_customer_in AFTER INSERT ON customers BEGIN
            INSERT INTO search_words (rowid, name, mail, place) VALUES (new.doc, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.given_name || ' ' || new.family_name || ' ' || new.preferred_name || CASE WHEN replace(replace(replace(replace(new.given_name, ' ', ''), '-', ''), '''', ''), '’', '') = new.given_name THEN '' ELSE ' ' || replace(replace(replace(replace(new.given_name, ' ', ''), '-', ''), '''', ''), '’', '') END || CASE WHEN replace(replace(replace(replace(new.family_name, ' ', ''), '-', ''), '''', ''), '’', '') = new.family_name THEN '' ELSE ' ' || replace(replace(replace(replace(new.family_name, ' ', ''), '-', ''), '''', ''), '’', '') END, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), substr(new.email, 1, max(0, instr(new.email, '@') - 1)), replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.postcode || char(32) || new.city, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l')); INSERT INTO search_numbers (rowid, phone, phone2, number) VALUES (new.doc, CASE WHEN new.phone LIKE '+33%' THEN '0' || substr(new.phone, 4) ELSE substr(new.phone, 2) END, CASE WHEN new.phone2 LIKE '+33%' THEN '0' || substr(new.phone2, 4) ELSE substr(new.phone2, 2) END, replace(replace(replace(replace(new.number, ' ', ''), '-', ''), '.', ''), '/', '')); INSERT INTO search_vocabulary (words) SELECT new.given_name WHERE new.given_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.given_name);INSERT INTO search_vocabulary (words) SELECT new.family_name WHERE new.family_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.family_name);INSERT INTO search_vocabulary (words) SELECT new.preferred_name WHERE new.preferred_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.preferred_name);INSERT INTO search_vocabulary (words) SELECT new.city WHERE new.city <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.city); END""",
    """CREATE TRIGGER search_customer_out AFTER DELETE ON customers BEGIN
            INSERT INTO search_words (search_words, rowid, name, mail, place) VALUES ('delete', old.doc, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(old.given_name || ' ' || old.family_name || ' ' || old.preferred_name || CASE WHEN replace(replace(replace(replace(old.given_name, ' ', ''), '-', ''), '''', ''), '’', '') = old.given_name THEN '' ELSE ' ' || replace(replace(replace(replace(old.given_name, ' ', ''), '-', ''), '''', ''), '’', '') END || CASE WHEN replace(replace(replace(replace(old.family_name, ' ', ''), '-', ''), '''', ''), '’', '') = old.family_name THEN '' ELSE ' ' || replace(replace(replace(replace(old.family_name, ' ', ''), '-', ''), '''', ''), '’', '') END, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), substr(old.email, 1, max(0, instr(old.email, '@') - 1)), replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(old.postcode || char(32) || old.city, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l')); INSERT INTO search_numbers (search_numbers, rowid, phone, phone2, number) VALUES ('delete', old.doc, CASE WHEN old.phone LIKE '+33%' THEN '0' || substr(old.phone, 4) ELSE substr(old.phone, 2) END, CASE WHEN old.phone2 LIKE '+33%' THEN '0' || substr(old.phone2, 4) ELSE substr(old.phone2, 2) END, replace(replace(replace(replace(old.number, ' ', ''), '-', ''), '.', ''), '/', '')); END""",
    """CREATE TRIGGER search_customer_words AFTER UPDATE OF given_name, family_name, preferred_name, email, postcode, city
            ON customers WHEN old.given_name IS NOT new.given_name OR old.family_name IS NOT new.family_name OR old.preferred_name IS NOT new.preferred_name OR old.email IS NOT new.email OR old.postcode IS NOT new.postcode OR old.city IS NOT new.city BEGIN
            INSERT INTO search_words (search_words, rowid, name, mail, place) VALUES ('delete', old.doc, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(old.given_name || ' ' || old.family_name || ' ' || old.preferred_name || CASE WHEN replace(replace(replace(replace(old.given_name, ' ', ''), '-', ''), '''', ''), '’', '') = old.given_name THEN '' ELSE ' ' || replace(replace(replace(replace(old.given_name, ' ', ''), '-', ''), '''', ''), '’', '') END || CASE WHEN replace(replace(replace(replace(old.family_name, ' ', ''), '-', ''), '''', ''), '’', '') = old.family_name THEN '' ELSE ' ' || replace(replace(replace(replace(old.family_name, ' ', ''), '-', ''), '''', ''), '’', '') END, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), substr(old.email, 1, max(0, instr(old.email, '@') - 1)), replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(old.postcode || char(32) || old.city, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l')); INSERT INTO search_words (rowid, name, mail, place) VALUES (new.doc, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.given_name || ' ' || new.family_name || ' ' || new.preferred_name || CASE WHEN replace(replace(replace(replace(new.given_name, ' ', ''), '-', ''), '''', ''), '’', '') = new.given_name THEN '' ELSE ' ' || replace(replace(replace(replace(new.given_name, ' ', ''), '-', ''), '''', ''), '’', '') END || CASE WHEN replace(replace(replace(replace(new.family_name, ' ', ''), '-', ''), '''', ''), '’', '') = new.family_name THEN '' ELSE ' ' || replace(replace(replace(replace(new.family_name, ' ', ''), '-', ''), '''', ''), '’', '') END, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l'), substr(new.email, 1, max(0, instr(new.email, '@') - 1)), replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.postcode || char(32) || new.city, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'Ø', 'o'), 'đ', 'd'), 'Đ', 'd'), 'ł', 'l'), 'Ł', 'l')); INSERT INTO search_vocabulary (words) SELECT new.given_name WHERE new.given_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.given_name);INSERT INTO search_vocabulary (words) SELECT new.family_name WHERE new.family_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.family_name);INSERT INTO search_vocabulary (words) SELECT new.preferred_name WHERE new.preferred_name <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.preferred_name);INSERT INTO search_vocabulary (words) SELECT new.city WHERE new.city <> '' AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.city); END""",
    """CREATE TRIGGER search_customer_numbers AFTER UPDATE OF phone, phone2, number
            ON customers WHEN old.phone IS NOT new.phone OR old.phone2 IS NOT new.phone2 OR old.number IS NOT new.number BEGIN INSERT INTO search_numbers (search_numbers, rowid, phone, phone2, number) VALUES ('delete', old.doc, CASE WHEN old.phone LIKE '+33%' THEN '0' || substr(old.phone, 4) ELSE substr(old.phone, 2) END, CASE WHEN old.phone2 LIKE '+33%' THEN '0' || substr(old.phone2, 4) ELSE substr(old.phone2, 2) END, replace(replace(replace(replace(old.number, ' ', ''), '-', ''), '.', ''), '/', '')); INSERT INTO search_numbers (rowid, phone, phone2, number) VALUES (new.doc, CASE WHEN new.phone LIKE '+33%' THEN '0' || substr(new.phone, 4) ELSE substr(new.phone, 2) END, CASE WHEN new.phone2 LIKE '+33%' THEN '0' || substr(new.phone2, 4) ELSE substr(new.phone2, 2) END, replace(replace(replace(replace(new.number, ' ', ''), '-', ''), '.', ''), '/', '')); END""",
    """CREATE TRIGGER search_contract_in AFTER INSERT ON contracts BEGIN INSERT INTO search_contract_numbers (rowid, number) VALUES (new.doc, replace(replace(replace(replace(new.number, ' ', ''), '-', ''), '.', ''), '/', '')); END""",
    """CREATE TRIGGER search_contract_out AFTER DELETE ON contracts BEGIN INSERT INTO search_contract_numbers (search_contract_numbers, rowid, number) VALUES ('delete', old.doc, replace(replace(replace(replace(old.number, ' ', ''), '-', ''), '.', ''), '/', '')); END""",
    """CREATE TRIGGER search_contract_change AFTER UPDATE OF number ON contracts
            WHEN old.number IS NOT new.number BEGIN INSERT INTO search_contract_numbers (search_contract_numbers, rowid, number) VALUES ('delete', old.doc, replace(replace(replace(replace(old.number, ' ', ''), '-', ''), '.', ''), '/', '')); INSERT INTO search_contract_numbers (rowid, number) VALUES (new.doc, replace(replace(replace(replace(new.number, ' ', ''), '-', ''), '.', ''), '/', '')); END""",
)

DROPS = (
    "DROP TRIGGER search_customer_in",
    "DROP TRIGGER search_customer_out",
    "DROP TRIGGER search_customer_words",
    "DROP TRIGGER search_customer_numbers",
    "DROP TRIGGER search_contract_in",
    "DROP TRIGGER search_contract_out",
    "DROP TRIGGER search_contract_change",
    "DROP TABLE search_contract_numbers",
    "DROP TABLE search_numbers",
    "DROP TABLE search_words",
    "DROP TABLE search_vocabulary",
    "DROP TABLE cases",
    "DROP TABLE contracts",
    "DROP TABLE people",
    "DROP TABLE imported",
    "DROP TABLE outbox",
    "DROP TABLE drafts",
    "DROP TABLE check_in_shares",
    "DROP TABLE check_in_readings",
    "DROP TABLE check_in_replies",
    "DROP TABLE check_ins",
    "DROP TABLE customer_field_versions",
    "DROP TABLE customer_edits",
    "DROP TABLE pinned_notes",
    "DROP TABLE thanks",
    "DROP TABLE answers",
    "DROP TABLE incivilities",
    "DROP TABLE promise_outcomes",
    "DROP TABLE promises",
    "DROP TABLE step_offs",
    "DROP TABLE contacts",
    "DROP TABLE customers",
    "DROP TABLE preferences",
    "DROP TABLE teams",
    "DROP TABLE meta",
)


def upgrade() -> None:
    """Make everything."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Take everything away."""
    for statement in DROPS:
        op.get_bind().exec_driver_sql(statement)
