-- Tables of the first version: those of the local store by the same names, and the server's own.
-- Instants are milliseconds since 1970 in UTC, dates ISO text, ids text.
set local role {{keeper}};

-- unaccent is only STABLE because its dictionary may change; ours does not, and an index needs this.
create or replace function vav.plain(words text) returns text
    language sql immutable strict parallel safe security definer set search_path = pg_catalog, pg_temp
    as $$ select translate(lower(ext.unaccent('ext.unaccent'::regdictionary, words)), '-''’_', '    ') $$;
grant execute on function vav.plain(text) to {{owner}};

set local role {{owner}};

create sequence if not exists vav.feed_seq;

create table if not exists vav.meta (name text primary key, value text not null);

create table if not exists vav.branches (id text primary key, name text not null default '');

create table if not exists vav.teams (
    id text primary key,
    name text not null default '',
    branch_id text references vav.branches
);

create table if not exists vav.people (
    id text primary key,
    name text not null default '',
    sign_in text not null unique check (sign_in ~ '^[a-z][a-z0-9_]*$'),
    role text not null check (role in ('advisor', 'lead', 'admin')),
    db_role text unique,
    team_id text references vav.teams,
    enabled boolean not null default true,
    must_change boolean not null default false
);
create index if not exists people_of_team on vav.people (team_id, role);

create table if not exists vav.documents (
    id text primary key,
    type text not null check (type in ('reasons', 'script')),
    name text not null default '',
    version integer not null default 1,
    text text not null
);

create table if not exists vav.customers (
    id text primary key,
    number text not null default '',
    civility text not null default '',
    given_name text not null default '',
    family_name text not null default '',
    preferred_name text not null default '',
    address_as text not null default '',
    phone text not null default '',
    phone2 text not null default '',
    email text not null default '',
    street text not null default '',
    postcode text not null default '',
    city text not null default '',
    since text,
    details text not null default '[]',
    branch_id text references vav.branches,
    versions jsonb not null default '{}',
    search text generated always as (' ' || vav.plain(given_name || ' ' || family_name || ' '
        || preferred_name || ' ' || postcode || ' ' || city) || ' ') stored
);
create index if not exists customers_search on vav.customers using gin (search ext.gin_trgm_ops);
create index if not exists customers_family on vav.customers
    (vav.plain(family_name) text_pattern_ops, vav.plain(given_name) text_pattern_ops);
create index if not exists customers_given on vav.customers (vav.plain(given_name) text_pattern_ops);
create index if not exists customers_phone on vav.customers (phone text_pattern_ops) where phone <> '';
create index if not exists customers_phone2 on vav.customers (phone2 text_pattern_ops) where phone2 <> '';
create index if not exists customers_number on vav.customers (lower(number) text_pattern_ops) where number <> '';
create index if not exists customers_email on vav.customers (lower(email) text_pattern_ops) where email <> '';
create index if not exists customers_postcode on vav.customers (postcode text_pattern_ops) where postcode <> '';

-- Words that somebody's name holds: what a mistyped one is likened to. Gone with the last who bears it.
create table if not exists vav.name_words (word text primary key);
create index if not exists name_words_alike on vav.name_words using gin (word ext.gin_trgm_ops);

create table if not exists vav.contracts (
    id text primary key,
    customer_id text not null references vav.customers,
    number text not null,
    product text not null default '',
    kind text not null default '',
    status text not null default 'active',
    monthly_cents integer,
    starts text,
    committed_until text,
    remark text not null default '',
    branch_id text
);
create index if not exists contracts_number on vav.contracts (lower(number) text_pattern_ops);

create table if not exists vav.cases (
    id text primary key,
    customer_id text not null references vav.customers,
    number text not null,
    title text not null default '',
    reason text not null default '',
    opened_at bigint not null,
    due_at bigint,
    closed_at bigint,
    reminders integer not null default 0,
    branch_id text
);

-- Facts have no foreign keys: after a restore a colleague's may come before the one it speaks of.
create table if not exists vav.contacts (
    id text primary key,
    customer_id text,
    person_id text,
    channel text not null,
    reason text not null default '',
    started_at bigint not null,
    ended_at bigint not null,
    waited_s integer,
    abandoned boolean not null default false,
    resolution text,
    effort_seen integer check (effort_seen between 1 and 7),
    estimate integer check (estimate between 1 and 5),
    avoidable boolean,
    avoidable_cause text,
    note text not null default '',
    script_id text not null default '',
    script_version integer,
    branch_id text
);
create index if not exists contacts_of_customer on vav.contacts (customer_id, started_at, id);
create index if not exists contacts_of_person on vav.contacts (person_id, started_at);

create table if not exists vav.step_offs (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    script_id text not null default '',
    step_id text not null default '',
    reason text not null,
    words text not null default '',
    earlier_id text,
    helped text,
    branch_id text
);

create table if not exists vav.promises (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    kind text not null,
    due_at bigint not null,
    words text not null default '',
    state text not null default 'open',
    branch_id text
);

create table if not exists vav.promise_outcomes (
    id text primary key,
    promise_id text not null,
    person_id text not null,
    at bigint not null,
    state text not null check (state in ('open', 'kept', 'cancelled')),
    n bigint generated always as identity
);
create index if not exists outcomes_of_promise on vav.promise_outcomes (promise_id, n);

create table if not exists vav.incivilities (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    type text not null,
    gravity integer not null check (gravity between 1 and 3),
    words text not null default '',
    branch_id text
);

create table if not exists vav.answers (
    id text primary key,
    customer_id text not null,
    contact_id text,
    at bigint not null,
    satisfaction integer check (satisfaction between 1 and 5),
    effort integer check (effort between 1 and 7),
    nps integer check (nps between 0 and 10),
    words text not null default '',
    branch_id text
);

create table if not exists vav.thanks (
    id text primary key,
    customer_id text,
    contact_id text,
    person_id text not null,
    at bigint not null,
    words text not null default ''
);

create table if not exists vav.pinned_notes (
    id text primary key,
    customer_id text not null,
    person_id text not null,
    at bigint not null,
    words text not null default '',
    branch_id text
);

-- What the customer's file and the counts of a branch are read by.
do $do$
declare
    bound text;
begin
    foreach bound in array array['contracts', 'cases', 'step_offs', 'promises', 'incivilities', 'answers',
                                 'pinned_notes'] loop
        execute format('create index if not exists %I on vav.%I (customer_id)', bound || '_of_customer', bound);
    end loop;
    foreach bound in array array['customers', 'contracts', 'cases', 'contacts', 'step_offs', 'promises',
                                 'incivilities', 'answers', 'pinned_notes'] loop
        execute format('create index if not exists %I on vav.%I (branch_id)', bound || '_of_branch', bound);
    end loop;
    foreach bound in array array['step_offs', 'promises', 'incivilities', 'thanks', 'pinned_notes'] loop
        execute format('create index if not exists %I on vav.%I (person_id)', bound || '_of_person', bound);
    end loop;
end
$do$;

create table if not exists vav.customer_edits (
    id text primary key,
    customer_id text not null,
    person_id text not null,
    at bigint not null,
    field text not null,
    value text not null default '',
    former text not null default '',
    based_on integer not null,
    version integer not null
);
create index if not exists edits_of_field on vav.customer_edits (customer_id, field, version);

create table if not exists vav.check_ins (
    id text primary key,
    person_id text not null,
    at bigint not null,
    moment text not null,
    mood integer check (mood between 1 and 5),
    energy integer check (energy between 1 and 5),
    load integer check (load between 1 and 5),
    words text not null default '',
    audience text not null check (audience in ('lead', 'team_total', 'nobody')),
    addressed_to text,
    team_id text,
    check (audience <> 'lead' or addressed_to is not null)
);
create index if not exists check_ins_of_person on vav.check_ins (person_id, at);
create index if not exists check_ins_of_team on vav.check_ins (team_id, at);

create table if not exists vav.waiting_check_ins (
    id text primary key,
    lead_id text not null,
    person_id text not null,
    at bigint not null
);
create index if not exists waiting_of_lead on vav.waiting_check_ins (lead_id);

create table if not exists vav.check_in_replies (
    id text primary key,
    check_in_id text not null,
    lead_id text not null,
    at bigint not null,
    words text not null default '',
    author_id text
);
create index if not exists replies_of_check_in on vav.check_in_replies (check_in_id);
create index if not exists replies_to_author on vav.check_in_replies (author_id);
create index if not exists replies_of_lead on vav.check_in_replies (lead_id);

create table if not exists vav.check_in_readings (
    id text primary key,
    check_in_id text not null,
    lead_id text not null,
    at bigint not null,
    author_id text
);
create index if not exists readings_of_check_in on vav.check_in_readings (check_in_id);
create index if not exists readings_to_author on vav.check_in_readings (author_id, at);

create table if not exists vav.check_in_shares (
    id text primary key,
    check_in_id text not null,
    person_id text not null,
    at bigint not null,
    audience text not null check (audience in ('lead', 'team_total', 'nobody')),
    addressed_to text,
    n bigint generated always as identity,
    check (audience <> 'lead' or addressed_to is not null)
);
create index if not exists shares_of_check_in on vav.check_in_shares (check_in_id, n);

create table if not exists vav.imported (id text primary key, source text not null, digest text not null);

-- What was taken, once each: a repeat gets the first answer again.
create table if not exists vav.ops (
    op_id text primary key,
    device text not null,
    dseq bigint,
    person_id text not null,
    kind text not null,
    fact_id text not null,
    customer_id text,
    hash bytea not null,
    answer jsonb not null,
    at bigint not null
);
create index if not exists ops_of_customer on vav.ops (customer_id);
create index if not exists ops_of_person on vav.ops (person_id);

-- `chained` and `links` are the head of the device's chain in the audit trail.
create table if not exists vav.devices (
    device text primary key,
    person_id text not null,
    last_dseq bigint,
    first_seen bigint not null,
    last_seen bigint not null,
    chained bytea not null default '',
    links bigint not null default 0
);

create table if not exists vav.audit (
    chain text not null,
    n bigint not null,
    at bigint not null,
    person_id text not null,
    action text not null,
    kind text not null,
    id text not null,
    hash bytea not null,
    chained bytea not null,
    primary key (chain, n)
);
create index if not exists audit_of_id on vav.audit (id);
create index if not exists audit_of_person on vav.audit (person_id, at);

create table if not exists vav.tombstones (
    kind text not null,
    id text not null,
    at bigint not null,
    primary key (kind, id)
);

create table if not exists vav.opened (
    person_id text not null,
    customer_id text not null,
    at bigint not null,
    primary key (person_id, customer_id)
);
create index if not exists opened_customer on vav.opened (customer_id);

-- Periods as they were published, never computed again. `members` and `scales` (who gave each
-- figure, and who of them could not be read by name) are for later periods' rule; `hidden` is the
-- fewest of those, over the figures. Without scales: a period that was not published.
create table if not exists vav.totals (
    team_id text not null,
    first_day date not null,
    last_day date not null,
    members text[] not null,
    scales jsonb not null,
    hidden integer not null,
    mood numeric(2, 1),
    energy numeric(2, 1),
    load numeric(2, 1),
    at bigint not null,
    primary key (team_id, first_day)
);

-- One line a row and topic, which moves to the end whenever the row changes.
create table if not exists vav.feed (
    kind text not null,
    id text not null,
    topic text not null,
    xid xid8 not null,
    seq bigint not null,
    customer_id text,
    gone boolean not null default false,
    primary key (kind, id, topic)
);
create index if not exists feed_of_topic on vav.feed (topic, xid, seq);
create index if not exists feed_of_customer on vav.feed (customer_id, xid, seq) where customer_id is not null;
reset role;
