-- Guides that leads write, what is learned of them, latitude, care and stories.
set local role {{owner}};

create table if not exists vav.script_versions (
    id text primary key,
    script_id text not null,
    version integer not null check (version > 0),
    person_id text not null,
    at bigint not null,
    text text not null,
    based_on text not null default '',
    settles text not null default '[]',
    note text not null default '',
    retired boolean not null default false
);

-- `shown`: everybody may read it, since its author's newest word on it says so.
create table if not exists vav.own_words (
    id text primary key,
    person_id text not null,
    at bigint not null,
    script_id text not null,
    step_id text not null,
    words text not null default '',
    shared boolean not null default false,
    shown boolean not null default false
);
create index if not exists own_words_of_step on vav.own_words (person_id, script_id, step_id);

create table if not exists vav.credits (
    id text primary key,
    person_id text not null,
    at bigint not null,
    suggestion_id text not null,
    agreed boolean not null,
    shown boolean not null default false
);
create index if not exists credits_of_suggestion on vav.credits (person_id, suggestion_id);

create table if not exists vav.chain_merges (
    id text primary key,
    person_id text not null,
    at bigint not null,
    script_id text not null,
    chain_id text not null,
    into_id text not null default ''
);

create table if not exists vav.gestures (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    kind text not null,
    cents integer not null check (cents >= 0),
    words text not null default '',
    request_id text not null default '',
    takes_back text not null default '',
    branch_id text
);
create index if not exists gestures_of_customer on vav.gestures (customer_id);
create index if not exists gestures_of_branch on vav.gestures (branch_id);

-- That somebody waits for the customer of a contact, or that the customer answered.
create table if not exists vav.awaitings (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    begins boolean not null,
    takes_back text not null default '',
    branch_id text
);
create index if not exists awaitings_of_customer on vav.awaitings (customer_id);
create index if not exists awaitings_of_branch on vav.awaitings (branch_id);

-- No branch: a request is its author's and the lead's whom it names, and nobody else's.
create table if not exists vav.gesture_requests (
    id text primary key,
    contact_id text not null,
    customer_id text,
    person_id text not null,
    at bigint not null,
    lead_id text not null,
    kind text not null,
    cents integer not null check (cents >= 0),
    words text not null default ''
);
create index if not exists gesture_requests_of_customer on vav.gesture_requests (customer_id);

-- `author_id` is whose request it answers; `stands`: it is the first to come.
create table if not exists vav.gesture_answers (
    id text primary key,
    request_id text not null,
    lead_id text not null,
    at bigint not null,
    granted boolean not null,
    words text not null default '',
    author_id text,
    stands boolean not null default false
);
create index if not exists gesture_answers_of_request on vav.gesture_answers (request_id);

-- `team_id` is the author's when they took it, as for check-ins.
create table if not exists vav.pauses (
    id text primary key,
    person_id text not null,
    at bigint not null,
    minutes integer not null check (minutes >= 0),
    team_id text
);
create index if not exists pauses_of_team on vav.pauses (team_id, at);

alter table vav.incivilities add column if not exists warned boolean not null default false;
alter table vav.incivilities add column if not exists ended boolean not null default false;

-- `author_id` is who lived through it, or whose check-in it is.
create table if not exists vav.follow_ups (
    id text primary key,
    incivility_id text not null,
    lead_id text not null,
    at bigint not null,
    kind text not null,
    words text not null default '',
    author_id text
);
create index if not exists follow_ups_of_incivility on vav.follow_ups (incivility_id);

create table if not exists vav.talks (
    id text primary key,
    check_in_id text not null,
    lead_id text not null,
    at bigint not null,
    state text not null check (state in ('planned', 'held', 'dropped')),
    planned_for text,
    author_id text
);
create index if not exists talks_of_check_in on vav.talks (check_in_id);

create table if not exists vav.talk_notes (
    id text primary key,
    check_in_id text not null,
    lead_id text not null,
    at bigint not null,
    words text not null default ''
);
create index if not exists talk_notes_of_check_in on vav.talk_notes (check_in_id);

-- `shown`: it is published; `withdrawn`: its author took it back, for good and from everybody.
create table if not exists vav.stories (
    id text primary key,
    person_id text not null,
    at bigint not null,
    words text not null,
    signed boolean not null,
    thanks_id text not null default '',
    shown boolean not null default false,
    withdrawn boolean not null default false
);
create index if not exists stories_of_thanks on vav.stories (thanks_id) where thanks_id <> '';

-- What is said of a story is seen by those who see the story: it bears the same marks.
create table if not exists vav.story_outcomes (
    id text primary key,
    story_id text not null,
    person_id text not null,
    at bigint not null,
    state text not null check (state in ('published', 'declined', 'withdrawn')),
    author_id text,
    shown boolean not null default false,
    withdrawn boolean not null default false
);
create index if not exists outcomes_of_story on vav.story_outcomes (story_id);

do $do$
declare
    one text;
    field text;
begin
    -- Whose is what: each by its author, and by who else it concerns.
    foreach one in array array['gestures', 'awaitings', 'gesture_requests', 'pauses', 'stories', 'story_outcomes',
                               'script_versions', 'chain_merges'] loop
        execute format('create index if not exists %I on vav.%I (person_id)', one || '_of_person', one);
    end loop;
    foreach one in array array['gesture_requests', 'gesture_answers', 'follow_ups', 'talks', 'talk_notes'] loop
        execute format('create index if not exists %I on vav.%I (lead_id)', one || '_of_lead', one);
    end loop;
    foreach one in array array['gesture_answers', 'follow_ups', 'talks', 'story_outcomes'] loop
        execute format('create index if not exists %I on vav.%I (author_id)', one || '_to_author', one);
    end loop;
    foreach one in array array['gestures', 'gesture_requests', 'awaitings'] loop
        execute format('create index if not exists %I on vav.%I (contact_id)', one || '_of_contact', one);
    end loop;
    foreach one in array array['own_words', 'credits', 'stories', 'story_outcomes'] loop
        execute format('create index if not exists %I on vav.%I (id) where shown', one || '_shown', one);
    end loop;
end
$do$;

alter table vav.documents drop constraint if exists documents_type_check;
alter table vav.documents add constraint documents_type_check
    check (type in ('reasons', 'script', 'latitude', 'standards'));
reset role;
