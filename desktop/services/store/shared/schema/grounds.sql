-- Schemas and extensions.
create schema if not exists vav authorization {{owner}};
create schema if not exists api authorization {{owner}};
create schema if not exists ext;
create extension if not exists pg_trgm schema ext;
create extension if not exists unaccent schema ext;

revoke all on schema public, vav, api, ext from public;
grant usage on schema ext to {{owner}}, {{keeper}};
grant usage, create on schema vav, api to {{keeper}};
grant usage on schema api to {{advisor}}, {{team_lead}}, {{administrator}};

alter default privileges for role {{owner}} revoke execute on functions from public;
alter default privileges for role {{keeper}} revoke execute on functions from public;

do $do$
begin
    -- A large object is a table of one's own, out of sight of every policy. Only a superuser may.
    revoke execute on function pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid),
        pg_catalog.lo_from_bytea(oid, bytea) from public;
exception when insufficient_privilege then
    raise notice 'large objects stay open to whoever signs in: a superuser may revoke lo_creat, lo_create, lo_from_bytea';
end
$do$;
