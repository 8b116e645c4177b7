-- Every change of a row that concerns somebody moves its lines in the feed to the end.
set local role {{keeper}};

-- Arguments: kind; the column that names the customer ('' for none); the columns that name the
-- people concerned, by commas; 'all' for everybody, 'shown' for everybody while the row is shown;
-- the column that names whose team's leads are concerned ('' for none).
-- An update that leaves all that is told as it was moves nothing.
create or replace function vav.to_feed() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    topics text := '';
    person text;
    lines text;
    changed text := case tg_op when 'DELETE' then 'former' else 'fresh' end;
    untold constant text[] := '{db_role,must_change,search,data,kept_by}';
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
    elsif tg_argv[3] = 'shown' then
        topics := topics || ' union select ''all'', null where r.shown';
    end if;
    if tg_argv[4] <> '' then
        topics := topics || format(' union select ''p:'' || l.id, null from vav.people me join vav.people l'
            ' on l.team_id = me.team_id where me.id = r.%I and l.role = ''lead'' and l.enabled', tg_argv[4]);
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
                                 'answers', 'pinned_notes', 'video_calls', 'video_photos', 'gestures',
                                 'awaitings'] loop
        execute format(
            'update vav.%I b set branch_id = c.branch_id from fresh c'
            ' where b.customer_id = c.id and b.branch_id is distinct from c.branch_id', bound);
    end loop;
    return null;
end
$$;

-- Who comes to lead a team is told what its people reported and told before, and whoever leads a team
-- what somebody who joins it did: they may read it, and their counts have it. Who no longer leads
-- somebody is told of it as well: their pull says that what was theirs to read is gone.
create or replace function vav.tell_lead() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    insert into vav.feed (kind, id, topic, xid, seq, customer_id, gone)
    select r.kind, r.id, r.topic, pg_current_xact_id(), nextval('vav.feed_seq'), null, false
    from (select distinct t.kind, t.id, 'p:' || w.lead as topic
        from (
            select l.id as lead, a.id as led from vav.people l
            join vav.people a on a.team_id = l.team_id and a.id <> l.id
            where l.team_id = new.team_id and l.role = 'lead' and l.enabled and new.id in (l.id, a.id)
            -- Before: of an insert there is none.
            union select old.id, a.id from vav.people a
            where a.team_id = old.team_id and a.id <> old.id and old.role = 'lead' and old.enabled
            union select l.id, old.id from vav.people l
            where l.team_id = old.team_id and l.id <> old.id and l.role = 'lead' and l.enabled) w
        cross join lateral (
            select 'incivility' as kind, i.id from vav.incivilities i where i.person_id = w.led
            union all select 'story', s.id from vav.stories s where s.person_id = w.led
            union all select 'story_outcome', o.id from vav.story_outcomes o where o.author_id = w.led) t
        order by 1, 2, 3) r
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

grant execute on function vav.to_feed(), vav.take_along(), vav.only_grows(), vav.learn_words(), vav.tell_lead()
    to {{owner}};
reset role;
