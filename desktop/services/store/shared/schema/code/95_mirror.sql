-- The mirror of the caller's team: the customers' half counted now, the team's as it was published.
set local role {{keeper}};

-- A share's two figures, the favourable and all: who is too few is counted, and the favourable not told.
create or replace function vav.counted(good numeric, n bigint) returns jsonb
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$ select jsonb_build_array(case when n >= 5 then good end, n) $$;

-- What a JSON list of [begins, ends] holds, in milliseconds; null where there is no list.
create or replace function vav.spans(list jsonb) returns int8multirange
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select case when jsonb_typeof(list) = 'array' then coalesce((
        select range_agg(int8range((o ->> 0)::bigint, (o ->> 1)::bigint)) from jsonb_array_elements(list) o),
        '{}') end
$$;

-- Whether a wait took longer than its limit, in opening hours (null: all time) and without the times when
-- one waited for the customer (null: none).
create or replace function vav.too_long(received bigint, waited_s int, limit_s int, open int8multirange,
                                        stood int8multirange) returns boolean
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select limit_s * 1000::bigint < coalesce((
        select sum(upper(r) - lower(r))
        from unnest(coalesce(open, '{(,)}') * int8multirange(int8range(received, received + waited_s * 1000::bigint))
                    - coalesce(stood, '{}')) r), 0)
$$;

-- When one waited for the customer of each contact of which somebody said so: from each beginning that was
-- not taken back to the next answer, or for ever.
create or replace function vav.stood(contacts text[]) returns table (contact_id text, spans int8multirange)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select m.contact_id, range_agg(int8range(m.at, m.answered)) filter (where m.begins)
    from (
        select a.contact_id, a.at, a.begins, min(a.at) filter (where not a.begins) over (
            partition by a.contact_id order by a.at, a.id
            rows between 1 following and unbounded following) as answered
        from vav.awaitings a
        where a.contact_id = any(contacts) and a.takes_back = ''
          and not exists (select from vav.awaitings b where b.contact_id = a.contact_id and b.takes_back = a.id)
    ) m group by m.contact_id
$$;

-- Each week's answers, contacts and returns, of contacts with these people; a week is its place in `starts`.
create or replace function vav.mirrored(people text[], starts bigint[], ends bigint, reason text, channel text,
                                        days int) returns jsonb
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with mine as materialized (
        select width_bucket(c.started_at, starts) as n, c.id, c.customer_id, c.person_id, c.reason, c.started_at,
               c.resolution, c.abandoned
        from unnest(people) as who(id) join vav.contacts c on c.person_id = who.id
        where c.started_at >= starts[1] and c.started_at < ends
          and (mirrored.reason = '' or c.reason = mirrored.reason or starts_with(c.reason, mirrored.reason || '.'))
          and (mirrored.channel = '' or c.channel = mirrored.channel)
    ), newest as materialized (
        select max((select max(c.started_at) from vav.contacts c where c.person_id = who.id)) as at
        from unnest(people) as who(id)
    ), own as (
        select m.n, count(*) as contacts, count(m.resolution) as told,
               count(*) filter (where m.resolution = 'resolved') as resolved,
               count(*) filter (where exists (select from vav.incivilities i
                   where i.contact_id = m.id and i.person_id = m.person_id)) as uncivil,
               count(*) filter (where m.customer_id is not null
                   and newest.at - m.started_at >= days * 86400000::bigint) as judged,
               count(*) filter (where m.customer_id is not null
                   and newest.at - m.started_at >= days * 86400000::bigint and not exists (
                       select from vav.contacts r where r.customer_id = m.customer_id
                       and r.started_at > m.started_at and r.started_at <= m.started_at + days * 86400000::bigint
                       and r.reason = m.reason and not r.abandoned)) as kept
        from mine m cross join newest where not m.abandoned group by m.n
    ), given as (
        select m.n, count(a.effort) as efforts, count(*) filter (where a.effort <= 3) as easy,
               count(a.satisfaction) as satisfactions, count(*) filter (where a.satisfaction >= 4) as satisfied,
               count(a.nps) as scores, count(*) filter (where a.nps >= 9) as promoters,
               count(*) filter (where a.nps <= 6) as detractors
        from mine m join vav.answers a on a.contact_id = m.id where not a.waits group by m.n
    )
    select coalesce(jsonb_object_agg(w.n, jsonb_build_object(
        'effort', vav.counted(g.easy, coalesce(g.efforts, 0)),
        'satisfaction', vav.counted(g.satisfied, coalesce(g.satisfactions, 0)),
        'nps', vav.counted((g.promoters - g.detractors + g.scores) / 2.0, coalesce(g.scores, 0)),
        'fcr_declared', vav.counted(o.resolved, coalesce(o.told, 0)),
        'fcr_computed', vav.counted(o.kept, coalesce(o.judged, 0)),
        'incivility', vav.counted(o.contacts - o.uncivil, coalesce(o.contacts, 0)))), '{}')
    from generate_series(1, cardinality(starts)) w(n)
    left join own o on o.n = w.n left join given g on g.n = w.n
    where o.n is not null or g.n is not null
$$;

-- Each week and channel's standard. Who hung up within the limit is taken out of both sides; whom nobody
-- answered is of the branch.
create or replace function vav.standards_kept(people text[], branch text, starts bigint[], ends bigint, reason text,
                                              channel text, standards jsonb) returns jsonb
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with asked as materialized (
        select s ->> 'channel' as channel, (s ->> 'limit_s')::int as limit_s, vav.spans(s -> 'open') as open
        from jsonb_array_elements(standards) s
    ), waited as materialized (
        select c.id, c.channel, c.reason, c.started_at, c.waited_s, c.abandoned
        from unnest(people) as who(id) join vav.contacts c on c.person_id = who.id
        where c.started_at >= starts[1] and c.started_at < ends and c.waited_s is not null
        union all
        select c.id, c.channel, c.reason, c.started_at, c.waited_s, c.abandoned from vav.contacts c
        where c.person_id is null and c.abandoned and c.branch_id = branch and c.waited_s is not null
          and c.started_at >= starts[1] and c.started_at < ends
    ), stood as materialized (
        select s.* from vav.stood(array(select w.id from waited w join asked a on a.channel = w.channel
            where w.waited_s > a.limit_s and exists (select from vav.awaitings m where m.contact_id = w.id))) s
    ), judged as (
        select width_bucket(w.started_at, starts) as n, w.channel, w.abandoned,
               case when w.waited_s <= a.limit_s then false when a.open is null and s.spans is null then true
                   else vav.too_long(w.started_at, w.waited_s, a.limit_s, a.open, s.spans) end as late
        from waited w join asked a on a.channel = w.channel left join stood s on s.contact_id = w.id
        where (standards_kept.reason = '' or w.reason = standards_kept.reason
               or starts_with(w.reason, standards_kept.reason || '.'))
          and (standards_kept.channel = '' or w.channel = standards_kept.channel)
    ), counts as (
        select j.n, j.channel, vav.counted(count(*) filter (where not j.late and not j.abandoned),
                                           count(*) filter (where j.late or not j.abandoned)) as told
        from judged j group by j.n, j.channel
    )
    select coalesce(jsonb_object_agg(c.channel, c.weeks), '{}')
    from (select k.channel, jsonb_object_agg(k.n, k.told) as weeks from counts k group by k.channel) c
$$;

-- How far estimates lay from answers, -4 to 4. A week counts when its own pairs are of five people, so
-- that no choice of weeks less another is of fewer; all together are at least ten, or nothing is told.
create or replace function vav.gap(people text[], starts bigint[], ends bigint) returns jsonb
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with pairs as materialized (
        select width_bucket(c.started_at, starts) as n, c.person_id, c.estimate, a.satisfaction
        from unnest(people) as who(id) join vav.contacts c on c.person_id = who.id
        join vav.answers a on a.contact_id = c.id
        where c.started_at >= starts[1] and c.started_at < ends and not a.waits
          and c.estimate is not null and a.satisfaction is not null
    ), enough as materialized (
        select q.n from pairs q group by q.n having count(distinct q.person_id) >= 5
    ), told as materialized (
        select p.* from enough e join pairs p on p.n = e.n
    ), bars as materialized (
        select t.estimate - t.satisfaction as n, count(*) as pairs from told t group by 1
    )
    select case when count(*) >= 10 then jsonb_build_object('pairs', count(*),
        'points', round(100.0 * (count(*) filter (where t.estimate >= 4)
                                 - count(*) filter (where t.satisfaction >= 4)) / count(*)),
        'counts', (select jsonb_agg(coalesce(b.pairs, 0) order by d.n)
                   from generate_series(-4, 4) d(n) left join bars b on b.n = d.n)) end
    from told t
$$;

-- The team's published shares and rates that somebody may be shown, for periods that reach into the weeks.
create or replace function vav.team_half(me text, team text, first_day date, last_day date) returns jsonb
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select coalesce(jsonb_agg(jsonb_build_object('from', t.first_day, 'to', t.last_day, 'shares',
        coalesce(vav.picked(t.shares, d.measures), '{}') || coalesce(vav.picked(t.rates, d.measures), '{}'))
        order by t.first_day), '[]')
    from (select o.first_day, array_agg(o.measure) as measures from vav.told_to(me, team) o group by 1) d
    join vav.totals t on t.team_id = team and t.first_day = d.first_day
    where t.last_day >= team_half.first_day and t.first_day <= team_half.last_day
$$;

-- For anybody who belongs to a team; at most the 104 newest of the weeks. `standards`: a list of
-- {channel, limit_s, open}, the opening hours as [begins, ends] in milliseconds or null where all time counts.
create or replace function api.mirror(first date, last date, reason text default '', channel text default '',
                                      standards jsonb default '[]', days int default 7) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    until constant date := date_trunc('week', last)::date;
    since constant date := greatest(date_trunc('week', first)::date, until - 7 * 103);
    within constant int := least(greatest(coalesce(days, 7), 0), 366);
    team text;
    people text[];
    starts bigint[];
    ends bigint;
begin
    select p.team_id into team from vav.people p where p.id = me;
    if team is null then
        raise exception using errcode = 'PT403', message = 'a mirror is for who belongs to a team';
    end if;
    if first is null or last is null or last not between date '1970-01-05' and date '2999-12-31' or until < since
       or jsonb_typeof(standards) is distinct from 'array' or jsonb_array_length(standards) > 20 then
        raise exception using errcode = 'PT400', message = 'not weeks, or not standards';
    end if;
    perform vav.publish(team);
    if vav.not_kept_yet(team) then
        return jsonb_build_object('now', vav.now_ms(), 'team_id', team, 'again', true);
    end if;
    people := array(select p.id from vav.people p where p.team_id = team);
    starts := array(select vav.week_starts(since + 7 * n) from generate_series(0, (until - since) / 7) n order by n);
    ends := vav.week_starts(until + 7);
    return jsonb_build_object('now', vav.now_ms(), 'team_id', team, 'first', since, 'last', until,
        'customers', vav.mirrored(people, starts, ends, coalesce(mirror.reason, ''), coalesce(mirror.channel, ''), within),
        'standards', vav.standards_kept(people, vav.branch(), starts, ends, coalesce(mirror.reason, ''),
                                        coalesce(mirror.channel, ''), mirror.standards),
        'gap', vav.gap(people, starts, ends),
        'team', vav.team_half(me, team, since, until));
end
$$;
reset role;
