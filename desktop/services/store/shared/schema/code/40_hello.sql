-- What both sides agree on before anything else.
set local role {{keeper}};

create or replace function vav.lowest_protocol() returns int
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$ select 1 $$;
create or replace function vav.highest_protocol() returns int
    language sql immutable security definer set search_path = pg_catalog, pg_temp
    as $$ select 1 $$;

create or replace function vav.check_protocol(said jsonb) returns void
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    if jsonb_typeof(said -> 'protocol') = 'number'
       and (said ->> 'protocol')::numeric < vav.lowest_protocol() then
        raise exception using errcode = 'PT426', message = 'the application is too old for this database';
    end if;
end
$$;

-- Age of the oldest transaction that holds the horizon back, in whole seconds; a prepared one
-- outlives its session.
create or replace function vav.horizon_age_s() returns int
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
    select coalesce(max(extract(epoch from clock_timestamp() - t.since))::int, 0) from (
        select a.xact_start as since from pg_stat_activity a
        where a.backend_xid is not null and a.pid <> pg_backend_pid()
        union all select p.prepared from pg_prepared_xacts p) t
$$;
grant execute on function vav.lowest_protocol(), vav.highest_protocol(), vav.check_protocol(jsonb),
    vav.horizon_age_s() to {{owner}};
reset role;

set local role {{owner}};
create or replace function api.hello(client jsonb default null) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    me constant text := vav.person();
    answer jsonb;
begin
    perform vav.check_protocol(client);
    select jsonb_build_object(
        'protocol', jsonb_build_array(vav.lowest_protocol(), vav.highest_protocol()),
        'schema', (select m.value::int from vav.meta m where m.name = 'schema'),
        'epoch', vav.epoch(),
        'now', floor(extract(epoch from clock_timestamp()) * 1000)::bigint,
        'prefix', vav.prefix(),
        'person', jsonb_build_object('id', p.id, 'name', p.name, 'sign_in', p.sign_in, 'role', p.role,
            'team_id', p.team_id, 'branch_id', vav.branch(), 'must_change', p.must_change),
        'lead_id', (select l.id from vav.people l where l.team_id = p.team_id and l.role = 'lead'
            and l.enabled and l.id <> p.id order by l.id limit 1),
        'horizon_age_s', vav.horizon_age_s())
    into answer
    from vav.people p where p.id = me;
    return answer;
end
$$;
reset role;
