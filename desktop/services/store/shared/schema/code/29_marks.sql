-- What the server sets in a row by itself: its branch, whose it is, who sees it, what came before it.
set local role {{keeper}};

-- A row bound to a customer bears the customer's branch. The lock makes it wait for a move
-- under way, and a move for it: otherwise a row written meanwhile would stay behind.
create or replace function vav.set_branch() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    new.branch_id := null;
    if new.customer_id is not null then
        select c.branch_id into new.branch_id from vav.customers c where c.id = new.customer_id for share;
    end if;
    return new;
end
$$;

-- What a customer answered at the end of a call waits for its contact, which its advisor may still
-- be writing: nobody reads it before, its advisor by another way neither. Surveys have no person.
create or replace function vav.set_waits() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    new.waits := new.person_id is not null and not exists (
        select from vav.contacts c where c.id = new.contact_id and c.person_id = new.person_id);
    return new;
end
$$;

create or replace function vav.open_answers() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    update vav.answers a set waits = false from fresh c
    where a.contact_id = c.id and a.person_id = c.person_id and a.waits;
    return null;
end
$$;

-- A field's version goes up with its value, whoever changes it: an edit or an import.
create or replace function vav.count_version() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    field text;
begin
    foreach field in array array['preferred_name', 'address_as', 'phone', 'phone2', 'email', 'street',
                                 'postcode', 'city'] loop
        if to_jsonb(new) -> field is distinct from to_jsonb(old) -> field then
            new.versions := new.versions
                || jsonb_build_object(field, coalesce((old.versions ->> field)::int, 0) + 1);
        end if;
    end loop;
    return new;
end
$$;

-- After a restore an outcome may be here before its promise, a share before its check-in.
create or replace function vav.catch_up() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    share record;
begin
    if tg_table_name = 'promises' then
        new.state := coalesce(
            (select o.state from vav.promise_outcomes o where o.promise_id = new.id order by o.n desc limit 1),
            new.state);
        return new;
    end if;
    new.team_id := (select p.team_id from vav.people p where p.id = new.person_id);
    select s.audience, s.addressed_to into share from vav.check_in_shares s
    where s.check_in_id = new.id and s.person_id = new.person_id order by s.n desc limit 1;
    if found then
        new.audience := share.audience;
        new.addressed_to := share.addressed_to;
    end if;
    return new;
end
$$;

-- Who waits for whom, without content: while a check-in is shared by name, and no longer.
create or replace function vav.set_waiting() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if tg_op = 'DELETE' or new.audience <> 'lead' then
        delete from vav.waiting_check_ins w where w.id = old.id;
    elsif tg_op = 'INSERT' or (old.audience, old.addressed_to) is distinct from (new.audience, new.addressed_to) then
        insert into vav.waiting_check_ins as w (id, lead_id, person_id, at)
        values (new.id, new.addressed_to, new.person_id, new.at)
        on conflict (id) do update set lead_id = excluded.lead_id, at = excluded.at;
    end if;
    return null;
end
$$;

create or replace function vav.set_author() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    new.author_id := (select c.person_id from vav.check_ins c where c.id = new.check_in_id);
    return new;
end
$$;

create or replace function vav.set_team() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    new.team_id := (select p.team_id from vav.people p where p.id = new.person_id);
    return new;
end
$$;

create or replace function vav.set_follow_up() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    new.author_id := (select i.person_id from vav.incivilities i where i.id = new.incivility_id);
    return new;
end
$$;

-- Of several answers the first to come stands: nobody is told the others, whoever gave them neither.
create or replace function vav.set_stands() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    select q.person_id into new.author_id from vav.gesture_requests q where q.id = new.request_id for update;
    new.stands := not exists (select from vav.gesture_answers a where a.request_id = new.request_id);
    return new;
end
$$;

-- What was granted is made once: another gesture of the same request only after the first was taken back.
-- The lock puts two machines of its author one after the other.
create or replace function vav.require_unmade() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform from vav.gesture_requests q where q.id = new.request_id for update;
    -- All of them are of the request's contact, by which they are found.
    if exists (select from vav.gestures g
               where g.contact_id = new.contact_id and g.request_id = new.request_id and g.takes_back = ''
                 and g.id <> new.id and not exists (
                   select from vav.gestures b where b.contact_id = g.contact_id and b.takes_back = g.id)) then
        raise exception using errcode = '23505', message = 'it was made already';
    end if;
    return new;
end
$$;

-- The highest ceiling of a contact that a policy of latitude ever had here, in cents: what was within the policy
-- when it was given is not refused for one that was lowered since. Empty for good once a policy says it in another
-- way than ours, on a line of its own: then nothing is held to it.
create or replace function vav.keep_ceiling() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    insert into vav.meta as m (name, value)
    values ('latitude.ceiling', coalesce(
        (regexp_match(new.text, '^contact_cents:[ \t]*([0-9]{1,9})[ \t\r]*(?:#.*)?$', 'n'))[1], ''))
    on conflict (name) do update set value = case when '' in (m.value, excluded.value) then ''
        else greatest(m.value::bigint, excluded.value::bigint)::text end;
    return null;
end
$$;

-- The newest word of a person on a step, or on a suggestion, says whether everybody may read it. Newest
-- by its time, as its author's screens have it; but whatever came later and says no is heard as well.
-- Arguments: the column that says so, and the one or two that say what it is about.
create or replace function vav.set_shown() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    yes constant boolean := (to_jsonb(new) ->> tg_argv[0])::boolean;
    same text;
    newer boolean;
begin
    -- One after the other, so that each knows the one before.
    perform from vav.people p where p.id = new.person_id for no key update;
    select string_agg(format('o.%1$I = ($1).%1$I', c), ' and ')
    into same from unnest(tg_argv[1:]) c where c is not null;
    execute format('select exists (select from vav.%I o where o.person_id = ($1).person_id and %s'
                   ' and (o.at, o.id) > (($1).at, ($1).id))', tg_table_name, same) into newer using new;
    new.shown := coalesce(yes, false) and not newer;
    execute format('update vav.%I o set shown = false where o.shown and o.person_id = ($1).person_id and %s'
                   ' and (not $2 or (o.at, o.id) < (($1).at, ($1).id))', tg_table_name, same)
        using new, coalesce(yes, false);
    return new;
end
$$;

-- A story is shown while the newest word of who leads its author is that it is published, and never
-- again once its author took it back. What was said of it is seen as it is.
create or replace function vav.set_outcome() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    story vav.stories;
begin
    select * into story from vav.stories s where s.id = new.story_id for update;
    new.author_id := story.person_id;
    new.withdrawn := coalesce(story.withdrawn or new.state = 'withdrawn' and new.person_id = story.person_id, false);
    new.shown := story.id is not null and not new.withdrawn and 'published' = (
        select o.state from (select o.at, o.id, o.state from vav.story_outcomes o
                             where o.story_id = new.story_id and o.state <> 'withdrawn'
                             union all select new.at, new.id, new.state where new.state <> 'withdrawn') o
        order by o.at desc, o.id desc limit 1);
    new.shown := coalesce(new.shown, false);
    update vav.stories s set shown = new.shown, withdrawn = new.withdrawn
    where s.id = new.story_id and (s.shown, s.withdrawn) is distinct from (new.shown, new.withdrawn);
    update vav.story_outcomes o set shown = new.shown, withdrawn = new.withdrawn
    where o.story_id = new.story_id and (o.shown, o.withdrawn) is distinct from (new.shown, new.withdrawn);
    return new;
end
$$;

grant execute on function vav.set_branch(), vav.set_waits(), vav.open_answers(), vav.count_version(), vav.catch_up(),
    vav.set_waiting(), vav.set_author(), vav.set_team(), vav.set_follow_up(), vav.set_stands(), vav.require_unmade(),
    vav.keep_ceiling(), vav.set_shown(), vav.set_outcome() to {{owner}};
reset role;
