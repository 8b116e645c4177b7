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
      and not exists (select from vav.people l where l.id = c.person_id and l.role <> 'advisor')
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
            gave := gave || jsonb_build_object(scale, jsonb_build_object('gave', one.gave, 'hidden', one.unread));
            hidden_people := least(nullif(hidden_people, 0), cardinality(one.unread));
        end if;
    end loop;
    insert into vav.totals (team_id, first_day, last_day, members, scales, hidden, mood, energy, load, at)
    values (team, publish_period.first_day, next_monday - 1, who, gave, hidden_people, (figures ->> 'mood')::numeric,
            (figures ->> 'energy')::numeric, (figures ->> 'load')::numeric, vav.now_ms());
    return true;
end
$$;

-- Publishes what is closed and was not yet; what was published stays, whatever is withdrawn later.
create or replace function vav.publish(team text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    paris constant timestamp := clock_timestamp() at time zone 'Europe/Paris';
    -- The Monday after the last week that is closed.
    open_from constant date := date_trunc('week', paris - interval '48 hours')::date;
    first_day date;
    next_monday date;
begin
    -- One at a time; an advisory lock could be held by anybody who signs in.
    perform from vav.teams t where t.id = team for no key update;
    select max(t.last_day) + 1 into first_day from vav.totals t where t.team_id = team;
    if first_day is null then
        select date_trunc('week', to_timestamp(min(c.at) / 1000.0) at time zone 'Europe/Paris')::date
        into first_day from vav.check_ins c where c.team_id = team;
    end if;
    -- A clock that stood in the past would make centuries of weeks.
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
    return jsonb_build_object('now', vav.now_ms(), 'team_id', team, 'periods', coalesce((
        select jsonb_agg(jsonb_build_object('from', t.first_day, 'to', t.last_day,
            'people', cardinality(t.members), 'mood', t.mood, 'energy', t.energy, 'load', t.load)
            order by t.first_day)
        from vav.totals t
        where t.team_id = team and t.scales <> '{}'
          -- Who became lead of their own team knows one of the values.
          and t.hidden - (me = any (t.members))::int >= 5
          and t.last_day >= current_date - 7 * least(greatest(coalesce(weeks, 26), 1), 104)), '[]'));
end
$$;
reset role;
