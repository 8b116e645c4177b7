-- A team's totals: closed weeks, five people whom the lead cannot read by name, published once.
set local role {{keeper}};

-- A Monday's week is closed 48 hours after its end, in Paris.
create or replace function vav.week_starts(monday date) returns bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select (extract(epoch from monday::timestamp at time zone 'Europe/Paris') * 1000)::bigint $$;

-- One line a person of the team who gave something in the period (instants, the end excluded):
-- the mean of theirs, and whether nobody could read them by name. Leads know their own value.
create or replace function vav.values_of(team text, starts bigint, ends bigint)
    returns table (person_id text, mood numeric, energy numeric, load numeric, hidden boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select c.person_id, avg(c.mood), avg(c.energy), avg(c.load),
           not bool_or(c.audience = 'lead'
               or exists (select from vav.check_in_readings r where r.check_in_id = c.id))
    from vav.check_ins c
    where c.team_id = team and c.at >= starts and c.at < ends and c.audience <> 'nobody'
      -- One person at a time: an anti join would read everybody for each period.
      and coalesce((select l.role = 'advisor' from vav.people l where l.id = c.person_id), true)
    group by c.person_id
$$;

-- How many people two sets do not share.
create or replace function vav.differ(one text[], other text[]) returns int
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select count(*)::int from (select unnest(one) as who) a
    full join (select unnest(other) as who) b on b.who = a.who where a.who is null or b.who is null
$$;

-- Whether two figures could be subtracted: 1 to 4 people apart, or 1 to 4 of whom nothing is known
-- by name, since what is known is subtracted too. `former` is a figure as `totals.scales` keeps it.
create or replace function vav.subtractable(gave text[], hidden text[], former jsonb) returns boolean
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select count(*) between 1 and 4
           or count(*) filter (where who = any (hidden) or former -> 'hidden' ? who) between 1 and 4
    from (select coalesce(a.who, b.who) as who from unnest(gave) as a(who)
          full join jsonb_array_elements_text(former -> 'gave') as b(who) on b.who = a.who
          where a.who is null or b.who is null) apart
$$;

-- One scale's figure for a period: null where fewer than five people who cannot be read gave one,
-- or where it could be subtracted from any figure of this scale published before.
create or replace function vav.figure(team text, scale text, starts bigint, ends bigint, out figure numeric,
                                      out gave text[], out unread text[])
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    execute format('select round(avg(v.%1$I) * 2) / 2, coalesce(array_agg(v.person_id order by v.person_id), ''{}''),'
                   ' coalesce(array_agg(v.person_id order by v.person_id) filter (where v.hidden), ''{}'')'
                   ' from vav.values_of($1, $2, $3) v where v.%1$I is not null', scale)
        into figure, gave, unread using team, starts, ends;
    if cardinality(unread) < 5 or exists (
        select from vav.totals t where t.team_id = team and t.scales ? scale
          and vav.subtractable(gave, unread, t.scales -> scale)) then
        figure := null;
    end if;
end
$$;

-- Of a scale that was published: the mean over the same people of each one's share of favourable
-- values (mood and energy 4 and 5, load 1 to 3), to ten points. It rests on nothing else than the
-- figure does, so that the figure's gate is its gate.
create or replace function vav.share(team text, scale text, gave text[], starts bigint, ends bigint) returns numeric
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    share numeric;
begin
    execute format('select round(avg(p.share), 1) from (select avg((c.%1$I %2$s)::int) as share'
                   ' from vav.check_ins c where c.person_id = any ($2) and c.team_id = $1'
                   ' and c.at >= $3 and c.at < $4 and c.audience <> ''nobody'' and c.%1$I is not null'
                   ' group by c.person_id) p',
                   scale, case scale when 'load' then '<= 3' else '>= 4' end)
        into share using team, gave, starts, ends;
    return share;
end
$$;

-- One line an advisor of the team who had a contact in the period: how many days had one, on how many
-- of these they checked in (never told: for nobody) and took a pause, how many contacts, how many
-- with a step off. `hidden` as in `values_of`.
create or replace function vav.days_of(team text, first_day date, next_monday date)
    returns table (person_id text, days int, checked_in int, paused int, contacts int, stepped_off int,
                   hidden boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    with met as (
        select c.person_id, count(*) as contacts,
               (to_timestamp(c.started_at / 1000.0) at time zone 'Europe/Paris')::date as day,
               count(*) filter (where exists (
                   select from vav.step_offs s where s.contact_id = c.id and s.person_id = c.person_id)) as stepped_off
        from vav.people p join vav.contacts c on c.person_id = p.id
        where p.team_id = team and p.role = 'advisor' and not c.abandoned
          and c.started_at >= vav.week_starts(days_of.first_day) and c.started_at < vav.week_starts(next_monday)
        group by 1, 3
    )
    select m.person_id, count(*)::int,
           count(*) filter (where exists (select from vav.check_ins i
               where i.person_id = m.person_id and i.team_id = team and i.audience <> 'nobody'
                 and i.at >= vav.week_starts(m.day) and i.at < vav.week_starts(m.day + 1)))::int,
           count(*) filter (where exists (select from vav.pauses i
               where i.person_id = m.person_id and i.team_id = team
                 and i.at >= vav.week_starts(m.day) and i.at < vav.week_starts(m.day + 1)))::int,
           sum(m.contacts)::int, sum(m.stepped_off)::int,
           not exists (select from vav.check_ins i
               where i.person_id = m.person_id and i.team_id = team
                 and i.at >= vav.week_starts(days_of.first_day) and i.at < vav.week_starts(next_monday)
                 and (i.audience = 'lead' or exists (
                     select from vav.check_in_readings r where r.check_in_id = i.id)))
    from met m group by m.person_id
$$;

-- A period's rates, by the gate of the scales: check-ins and pauses of people-days with a contact, to
-- five points, steps off of contacts, to one. Check-ins are read by name, pauses never; a step off
-- was not given in confidence. `behind`: whose they are, for later periods' rule.
create or replace function vav.rates_of(team text, first_day date, next_monday date, out rates jsonb, out behind jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    who text[];
    unread text[];
    told record;
    one record;
begin
    rates := '{}';
    behind := '{}';
    select coalesce(array_agg(d.person_id order by d.person_id), '{}') as gave,
           coalesce(array_agg(d.person_id order by d.person_id) filter (where d.hidden), '{}') as hidden,
           round(sum(d.checked_in)::numeric / sum(d.days) * 20) / 20 as check_ins,
           round(sum(d.paused)::numeric / sum(d.days) * 20) / 20 as pauses,
           round(sum(d.stepped_off)::numeric / sum(d.contacts), 2) as step_offs
    into told from vav.days_of(team, rates_of.first_day, next_monday) d;
    who := told.gave;
    for one in select r.* from (values ('check_ins', told.check_ins), ('step_offs', told.step_offs),
                                       ('pauses', told.pauses)) as r(name, rate) loop
        unread := case one.name when 'check_ins' then told.hidden else who end;
        if cardinality(unread) >= 5 and not exists (
            select from vav.totals t where t.team_id = team and t.rate_people ? one.name
              and vav.subtractable(who, unread, t.rate_people -> one.name)) then
            rates := rates || jsonb_build_object(one.name, one.rate);
            behind := behind || jsonb_build_object(one.name, jsonb_build_object('gave', who, 'hidden', unread));
        end if;
    end loop;
end
$$;

-- Publishes one period, or puts down that it was not. False: to be merged with the next week.
create or replace function vav.publish_period(team text, first_day date, next_monday date) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    starts constant bigint := vav.week_starts(publish_period.first_day);
    ends constant bigint := vav.week_starts(next_monday);
    who text[];
    hidden_people int := 0;
    scale text;
    one record;
    figures jsonb := '{}';
    shares jsonb := '{}';
    gave jsonb := '{}';
begin
    select coalesce(array_agg(v.person_id order by v.person_id), '{}')
    into who from vav.values_of(team, starts, ends) v;
    if exists (select from vav.totals t where t.team_id = team and t.scales <> '{}'
               and vav.differ(who, t.members) between 1 and 4) then
        return false;
    end if;
    foreach scale in array array['mood', 'energy', 'load'] loop
        select f.figure, f.gave, f.unread into one from vav.figure(team, scale, starts, ends) f;
        if one.figure is not null then
            figures := figures || jsonb_build_object(scale, one.figure);
            shares := shares || jsonb_build_object(scale, vav.share(team, scale, one.gave, starts, ends));
            gave := gave || jsonb_build_object(scale, jsonb_build_object('gave', one.gave, 'hidden', one.unread));
            hidden_people := least(nullif(hidden_people, 0), cardinality(one.unread));
        end if;
    end loop;
    insert into vav.totals (team_id, first_day, last_day, members, scales, hidden, mood, energy, load, at,
                            shares, rates, rate_people, published_by)
    select team, publish_period.first_day, next_monday - 1, who, gave, hidden_people, (figures ->> 'mood')::numeric,
           (figures ->> 'energy')::numeric, (figures ->> 'load')::numeric, vav.now_ms(), shares, r.rates, r.behind, pg_current_xact_id()
    from vav.rates_of(team, publish_period.first_day, next_monday) r;
    return true;
end
$$;

-- Publishes what is closed and was not yet; what was published stays, whatever is withdrawn later.
create or replace function vav.publish(team text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s'
    as $$
declare
    paris constant timestamp := clock_timestamp() at time zone 'Europe/Paris';
    -- The Monday after the last week that is closed.
    open_from constant date := date_trunc('week', paris - interval '48 hours')::date;
    first_day date;
    next_monday date;
begin
    select max(t.last_day) + 1 into first_day from vav.totals t where t.team_id = team;
    if first_day + 7 > open_from then
        return;
    end if;
    -- One at a time; an advisory lock could be held by anybody who signs in. So can this one, by an open
    -- transaction of whoever publishes: then the others are told what was published before.
    begin
        perform from vav.teams t where t.id = team for no key update;
    exception when lock_not_available then
        return;
    end;
    select max(t.last_day) + 1 into first_day from vav.totals t where t.team_id = team;
    if first_day is null then
        -- A clock that stood in the past would make centuries of weeks, or an instant of no calendar.
        select date_trunc('week', to_timestamp(greatest(min(c.at), vav.week_starts(open_from - 7 * 104)) / 1000.0)
                          at time zone 'Europe/Paris')::date
        into first_day from vav.check_ins c where c.team_id = team and c.at < vav.week_starts(open_from)
        having count(*) > 0;
        if first_day is null then
            return;
        end if;
    end if;
    first_day := greatest(first_day, open_from - 7 * 104);
    next_monday := first_day + 7;
    while next_monday <= open_from loop
        if vav.publish_period(team, first_day, next_monday) then
            first_day := next_monday;
        end if;
        next_monday := next_monday + 7;
    end loop;
end
$$;

-- Whether this very transaction published something, which it could still take back: told before, figures
-- could be had once with somebody's value and once without. The caller commits, and asks again.
create or replace function vav.not_kept_yet(team text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (select from vav.totals t
        where t.team_id = team and t.published_by = pg_current_xact_id_if_assigned());
end
$$;

-- Which published figures somebody may be shown. Who gave a value knows it and could subtract it, so
-- that for them a figure rests on five others who cannot be read, and any two that they see differ,
-- without them, by none or by five. An answer for a period rests on earlier ones only, so that what
-- was told stays told. Who never was a member of the team, as most leads, is shown all of it.
create or replace function vav.told_to(me text, team text) returns table (first_day date, measure text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    one text;
    period record;
    known jsonb;
    others jsonb;
begin
    foreach one in array array['mood', 'energy', 'load', 'check_ins', 'step_offs', 'pauses'] loop
        known := '[]';
        for period in select t.first_day, coalesce(t.scales -> one, t.rate_people -> one) as behind
                      from vav.totals t where t.team_id = team order by t.first_day loop
            continue when period.behind is null;
            others := jsonb_build_object('gave', (period.behind -> 'gave') - me, 'hidden', (period.behind -> 'hidden') - me);
            continue when jsonb_array_length(others -> 'hidden') < 5;
            -- Not @>: to jsonb a list contains those that it is longer than.
            if not exists (select from jsonb_array_elements(known) k where k = others) then
                continue when exists (select from jsonb_array_elements(known) k where vav.subtractable(
                    array(select jsonb_array_elements_text(others -> 'gave')),
                    array(select jsonb_array_elements_text(others -> 'hidden')), k));
                known := known || jsonb_build_array(others);
            end if;
            first_day := period.first_day;
            measure := one;
            return next;
        end loop;
    end loop;
end
$$;

-- Those of an object's members that were named; null where there is no object.
create or replace function vav.picked(figures jsonb, names text[]) returns jsonb
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$
    select case when figures is not null then coalesce((
        select jsonb_object_agg(f.key, f.value) from jsonb_each(figures) f where f.key = any (names)), '{}') end
$$;

create or replace function api.team_totals(weeks int default 26) returns jsonb
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    team text;
begin
    select p.team_id into team from vav.people p where p.id = me and p.role = 'lead';
    if team is null then
        raise exception using errcode = 'PT403', message = 'totals are for the lead of a team';
    end if;
    perform vav.publish(team);
    if vav.not_kept_yet(team) then
        return jsonb_build_object('now', vav.now_ms(), 'team_id', team, 'again', true);
    end if;
    -- `decided`: the last day that was published, or put down as not to be; closed weeks after it wait.
    return jsonb_build_object('now', vav.now_ms(), 'team_id', team,
        'decided', (select max(t.last_day) from vav.totals t where t.team_id = team), 'periods', coalesce((
        with told as (
            select d.first_day, array_agg(d.measure) as measures from vav.told_to(me, team) d group by 1
        )
        select jsonb_agg(jsonb_build_object('from', t.first_day, 'to', t.last_day,
            'people', cardinality(t.members),
            'mood', case when 'mood' = any (d.measures) then t.mood end,
            'energy', case when 'energy' = any (d.measures) then t.energy end,
            'load', case when 'load' = any (d.measures) then t.load end,
            'shares', vav.picked(t.shares, d.measures), 'rates', vav.picked(t.rates, d.measures))
            order by t.first_day)
        from told d join vav.totals t on t.team_id = team and t.first_day = d.first_day
        where d.measures && array['mood', 'energy', 'load']
          and t.last_day >= current_date - 7 * least(greatest(coalesce(weeks, 26), 1), 104)), '[]'));
end
$$;
reset role;
