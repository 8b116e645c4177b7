-- Every change of a row that concerns somebody moves its lines in the feed to the end.
set local role {{keeper}};

-- Arguments: kind; the column that names the customer ('' for none); the columns that name the
-- people concerned, by commas; 'all' for everybody, 'leads' for the leads of the author's team.
-- An update that leaves all that is told as it was moves nothing.
create or replace function vav.to_feed() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    topics text := '';
    person text;
    lines text;
    changed text := case tg_op when 'DELETE' then 'former' else 'fresh' end;
    untold constant text[] := '{db_role,must_change,search,data}';
begin
    if tg_op = 'UPDATE' then
        changed := format('(select n.* from fresh n left join former o on o.id = n.id where to_jsonb(n) - %1$L::text[]'
                          ' is distinct from to_jsonb(o) - %1$L::text[])', untold);
    end if;
    if tg_argv[1] <> '' then
        topics := format(' union select ''b:'' || coalesce(r.branch_id, ''''), r.%1$I where r.%1$I is not null',
                         tg_argv[1]);
    end if;
    foreach person in array string_to_array(tg_argv[2], ',') loop
        topics := topics || format(' union select ''p:'' || r.%1$I, null where r.%1$I is not null', person);
    end loop;
    if tg_argv[3] = 'all' then
        topics := topics || ' union select ''all'', null';
    elsif tg_argv[3] = 'leads' then
        topics := topics || ' union select ''p:'' || l.id, null from vav.people me join vav.people l'
            ' on l.team_id = me.team_id where me.id = r.person_id and l.role = ''lead'' and l.enabled';
    end if;
    topics := substr(topics, 8);
    lines := case tg_op
        when 'INSERT' then format(
            'select r.id, r.seq, t.topic, t.customer_id, false as gone from numbered r,'
            ' lateral (%s) t(topic, customer_id)', topics)
        when 'DELETE' then format(
            'select r.id, r.seq, t.topic, t.customer_id, true as gone from numbered r,'
            ' lateral (%s) t(topic, customer_id)', topics)
        else format(
            'select r.id, r.seq, t.topic, t.customer_id, false as gone from numbered r,'
            ' lateral (%1$s) t(topic, customer_id)'
            ' union all select n.id, n.seq, t.topic, t.customer_id, true from former r'
            ' join numbered n on n.id = r.id, lateral (%1$s) t(topic, customer_id)', topics)
    end;
    -- In the order of the ids, so that two writers never wait for each other's lines.
    execute format(
        'with numbered as materialized'
        ' (select *, nextval(''vav.feed_seq'') as seq from (select * from %s c order by id) s)'
        ' insert into vav.feed (kind, id, topic, xid, seq, customer_id, gone)'
        ' select %L, id, topic, pg_current_xact_id(), seq, max(customer_id), bool_and(gone)'
        ' from (%s) l group by id, seq, topic order by id, topic'
        ' on conflict (kind, id, topic) do update set xid = excluded.xid, seq = excluded.seq,'
        ' customer_id = excluded.customer_id, gone = excluded.gone',
        changed, tg_argv[0], lines);
    return null;
end
$$;

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

-- What is bound to a customer goes along to another branch, and what came before its customer joins it.
create or replace function vav.take_along() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    bound text;
begin
    if tg_op = 'UPDATE' then  -- an insert knows no `former`
        if not exists (select from fresh n join former o on o.id = n.id
                       where n.branch_id is distinct from o.branch_id) then
            return null;
        end if;
    end if;
    foreach bound in array array['contracts', 'cases', 'contacts', 'step_offs', 'promises', 'incivilities',
                                 'answers', 'pinned_notes', 'video_calls', 'video_photos'] loop
        execute format(
            'update vav.%I b set branch_id = c.branch_id from fresh c'
            ' where b.customer_id = c.id and b.branch_id is distinct from c.branch_id', bound);
    end loop;
    return null;
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

-- Who comes to lead a team is told what its people reported before, and whoever leads a team what
-- somebody who joins it did: they may read it, and their counts have it.
create or replace function vav.tell_lead() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    insert into vav.feed (kind, id, topic, xid, seq, customer_id, gone)
    select 'incivility', r.id, r.topic, pg_current_xact_id(), nextval('vav.feed_seq'), null, false
    from (select i.id, 'p:' || l.id as topic
        from vav.people l join vav.people a on a.team_id = l.team_id and a.id <> l.id
        join vav.incivilities i on i.person_id = a.id
        where l.team_id = new.team_id and l.role = 'lead' and l.enabled and new.id in (l.id, a.id)
        order by 1, 2) r
    on conflict (kind, id, topic) do update set xid = excluded.xid, seq = excluded.seq, gone = false;
    return null;
end
$$;

create or replace function vav.words_of(given text, family text, preferred text) returns setof text
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select distinct w from regexp_split_to_table(vav.plain(given || ' ' || family || ' ' || preferred), '\s+') w
    where length(w) between 3 and 40
$$;

-- In the order of the words, so that two writers do not wait for each other.
create or replace function vav.learn_words() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if tg_op <> 'DELETE' then
        insert into vav.name_words (word)
        select distinct w from fresh n, vav.words_of(n.given_name, n.family_name, n.preferred_name) w order by w
        on conflict do nothing;
    end if;
    if tg_op <> 'INSERT' then
        delete from vav.name_words k using (
            select distinct w from former o, vav.words_of(o.given_name, o.family_name, o.preferred_name) w) l
        where k.word = l.w
          and not exists (select from vav.customers c where c.search like '% ' || l.w || ' %');
    end if;
    return null;
end
$$;

create or replace function vav.only_grows() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    raise exception using errcode = '42501', message = 'the audit trail only grows';
end
$$;

grant execute on function vav.to_feed(), vav.set_branch(), vav.take_along(), vav.count_version(),
    vav.catch_up(), vav.set_waiting(), vav.set_author(), vav.only_grows(), vav.learn_words(),
    vav.tell_lead(), vav.set_waits(), vav.open_answers() to {{owner}};
reset role;
