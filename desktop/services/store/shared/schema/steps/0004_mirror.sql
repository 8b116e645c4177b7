-- The mirror: what each published period of a team's totals keeps besides, and what is found by contact;
-- what a reading and a credit rest on.
set local role {{owner}};

-- `shares`: of each scale, the mean over people of each one's share of favourable values, to ten
-- points. `rates`: of days with a contact, of contacts. `rate_people`: whose they are, as `scales`.
-- Null: the period was published before these were.
alter table vav.totals add column if not exists shares jsonb;
alter table vav.totals add column if not exists rates jsonb;
alter table vav.totals add column if not exists rate_people jsonb;
-- The transaction that published it: whoever could take it back is not told it. Null: long ago.
alter table vav.totals add column if not exists published_by xid8;
-- The transaction that put a reading down, until what was read is told. Null: it was.
alter table vav.check_in_readings add column if not exists kept_by xid8;

-- The chain of step-offs that a suggestion came from when its author was asked.
alter table vav.credits add column if not exists chain_id text not null default '';

create index if not exists step_offs_of_contact on vav.step_offs (contact_id);
create index if not exists incivilities_of_contact on vav.incivilities (contact_id);
create index if not exists pauses_of_person_at on vav.pauses (person_id, at);
-- Who hung up before anybody answered.
create index if not exists contacts_of_nobody on vav.contacts (branch_id, started_at)
    where person_id is null and abandoned;
reset role;
