-- Who calls, and what concerns them. All of it belongs to the keeper, who may read `people`.
-- In plpgsql, which keeps its plans: PostgreSQL 15 plans a function in SQL at each call.
set local role {{keeper}};

create or replace function vav.now_ms() returns bigint
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    as $$ select floor(extract(epoch from clock_timestamp()) * 1000)::bigint $$;

-- Right through both doors: behind PostgREST `session_user` is the authenticator and the role is
-- the person's. Claims are a setting that any SQL client can write: never read. `session_user` bears
-- the collation of names: without ours said, no index over `db_role` would serve.
create or replace function vav.person() returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    found_id text;
begin
    select p.id into found_id from vav.people p
    where p.enabled
      and p.db_role = coalesce(nullif(current_setting('role'), 'none'), session_user::text) collate "default";
    if found_id is null then
        raise exception using errcode = 'PT401', message = 'not an enabled person';
    end if;
    return found_id;
end
$$;

create or replace function vav.branch() returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return (select t.branch_id from vav.people p join vav.teams t on t.id = p.team_id where p.id = vav.person());
end
$$;

-- Customers that the caller opened in the last 30 days.
create or replace function vav.followed() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return array(select o.customer_id from vav.opened o
        where o.person_id = vav.person()
          and o.at > extract(epoch from statement_timestamp()) * 1000 - 30 * 86400000::bigint);
end
$$;

-- The people of the caller's team, when the caller leads it.
create or replace function vav.led() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return array(select p.id from vav.people me join vav.people p on p.team_id = me.team_id
        where me.id = vav.person() and me.role = 'lead' and p.id <> me.id);
end
$$;

-- Whether the caller leads the team of somebody: their own too, where they are of the team they lead.
create or replace function vav.leads(wanted text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (select from vav.people me join vav.people p on p.team_id = me.team_id
        where me.id = vav.person() and me.role = 'lead' and p.id = wanted);
end
$$;

create or replace function vav.is_lead() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return exists (select from vav.people p where p.id = vav.person() and p.role = 'lead');
end
$$;

-- Whether it is the caller, or somebody whom they lead.
create or replace function vav.of_mine(wanted text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    return coalesce(wanted = vav.person() or vav.leads(wanted), false);
end
$$;

create or replace function vav.topics() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    -- Nothing bears the topic of no branch, and a null is no topic.
    return array_remove(array['all', 'p:' || vav.person(), 'b:' || vav.branch()], null);
end
$$;

-- A database that was restored is another one, and so is the same one read from another branch:
-- in both cases what a machine holds is pulled again from the beginning.
create or replace function vav.epoch() returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
    select m.value || coalesce('.' || vav.branch(), '') from vav.meta m where m.name = 'epoch'
$$;

-- What people's roles begin with here: the database's own name, also in a clone.
create or replace function vav.prefix() returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select regexp_replace(lower(current_database()), '[^a-z0-9_]', '_', 'g') $$;

grant execute on function vav.now_ms(), vav.person(), vav.branch(), vav.followed(), vav.led(), vav.leads(text),
    vav.is_lead(), vav.of_mine(text), vav.topics(), vav.epoch(), vav.prefix() to {{owner}};
reset role;
