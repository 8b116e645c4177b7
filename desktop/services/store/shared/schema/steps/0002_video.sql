-- Video calls and their photos, and customers' answers that are taken in at the end of a call.
set local role {{owner}};

create table if not exists vav.video_calls (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    offered_at bigint,
    opened_at bigint,
    consented_at bigint,
    face_at bigint,
    ended_at bigint not null,
    end_reason text not null,
    delivery text,
    provider text not null default '',
    via text not null default 'unknown',
    losses integer not null default 0,
    shares text not null default '[]',
    thirds text not null default '[]',
    photos integer not null default 0,
    place text not null default '',
    branch_id text
);

-- What is kept is what was received: a picture of another size or fingerprint is no photo.
create table if not exists vav.video_photos (
    id text primary key,
    call_id text not null,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    consented_at bigint not null,
    source text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    size integer not null check (size = octet_length(decode(data, 'base64'))),
    sha256 text not null check (sha256 = encode(sha256(decode(data, 'base64')), 'hex')),
    data text not null check (data <> ''),
    branch_id text
);
alter table vav.video_photos alter column data set storage external;
create index if not exists photos_of_call on vav.video_photos (call_id);

-- `waits`: what a customer answered about a contact that is not here is told to nobody before.
alter table vav.answers alter column customer_id drop not null;
alter table vav.answers add column if not exists person_id text;
alter table vav.answers add column if not exists waits boolean not null default false;
create index if not exists answers_of_contact on vav.answers (contact_id);
create index if not exists answers_of_person on vav.answers (person_id) where person_id is not null;

do $do$
declare
    one text;
    field text;
begin
    foreach one in array array['video_calls', 'video_photos'] loop
        foreach field in array array['contact', 'customer', 'branch', 'person'] loop
            execute format('create index if not exists %I on vav.%I (%I)', one || '_of_' || field, one, field || '_id');
        end loop;
    end loop;
end
$do$;
reset role;
