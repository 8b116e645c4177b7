"""What a plain session may try, and what it must meet: the table of the access matrix.

`{me}`, `{other}`, `{p}`, `{d}`, `{pid}` stand for the caller's role, somebody else's, the prefix of
the groups, the database, and the process of a superuser's session.
"""

DENIED = "42501"
ALLOWED = None

FORBIDDEN: dict[str, tuple[str, ...]] = {
    "objects of one's own": (
        "create table public.t (a int)", "create table api.t (a int)", "create table vav.t (a int)",
        "create temp table t (a int)", "create temp view v as select 1 as a",
        "create temp sequence s", "select 1 as a into temp t",
        "create view public.v as select 1 as a", "create view api.v as select 1 as a",
        "create function public.f() returns int language sql as 'select 1'",
        "create function api.f() returns int language sql as 'select 1'",
        "create function pg_temp.f() returns int language sql as 'select 1'",
        ("create or replace function api.hello(client jsonb default null) returns jsonb"
        " language sql as 'select null::jsonb'"),
        "create or replace function vav.person() returns text language sql as 'select null::text'",
        "create schema own", "create schema authorization {me}",
        "create operator public.=== (leftarg = text, rightarg = text, function = texteq)",
        "create aggregate public.a (int) (sfunc = int4pl, stype = int)",
        "create type public.t as (a int)", "create domain public.t as int",
        "create cast (text as int) with inout",
        "create collation public.c from \"C\"", "create sequence public.s",
        "create text search configuration public.c (copy = simple)",
    ),
    "objects of the cluster": (
        "create role {me}_2", "create user {me}_2 superuser", "create database {me}_2",
        "create tablespace t location '/tmp'", "create extension dblink schema api",
        "create extension postgres_fdw schema api", "create extension hstore schema api",
        "create foreign data wrapper w",
        "create event trigger e on ddl_command_start execute function vav.only_grows()",
        "create publication a for all tables", "alter system set fsync = off",
        "alter database {d} set search_path = public", "drop database {d}",
        "alter database {d} rename to x",
    ),
    "somebody else's role": (
        "set role {other}", "set role {p}_owner", "set role {p}_keeper", "set role postgres",
        "set role {p}_authenticator", "set local role {p}_owner",
        "select set_config('role', '{p}_owner', false)",
        "select set_config('role', '{other}', true), api.hello()",
        "set session authorization {other}", "set session authorization postgres",
        "select set_config('session_authorization', '{other}', false)",
        "grant {me} to {other}", "grant {p}_owner to {me}", "grant {p}_team_lead to {me}",
        "grant pg_read_all_data to {me}", "grant {p}_advisor to {p}_anon",
    ),
    "roles changed": (
        "alter role {me} superuser", "alter role {me} createrole", "alter role {me} bypassrls",
        "alter role {me} replication", "alter role {me} connection limit 100",
        "alter role {me} valid until 'infinity'", "alter role {me} rename to {me}_2",
        "alter role {me} noinherit", "alter role {other} password 'x'",
        "alter role {other} set search_path = public", "alter role {p}_owner login",
        "alter role {p}_authenticator password 'x'", "alter role {p}_advisor set work_mem = '1GB'",
        "alter role all set work_mem = '1GB'", "drop role {other}", "drop owned by {p}_owner",
        "reassign owned by {p}_owner to {me}",
        "alter default privileges for role {p}_owner grant execute on functions to public",
    ),
    "what is there changed": (
        "grant select on all tables in schema vav to public", "grant usage on schema vav to {me}",
        "alter function api.hello(jsonb) owner to {me}", "alter function api.hello(jsonb) reset all",
        "alter function api.pull(jsonb, int) security invoker", "drop function api.hello(jsonb)",
        "alter schema api owner to {me}", "drop schema vav cascade", "drop schema api cascade",
        "alter extension pg_trgm set schema public", "drop extension pg_trgm cascade",
        "comment on schema vav is ''",
    ),
    "settings that bend rules": (
        "set session_replication_role = replica", "set log_statement = 'all'",
        "set allow_system_table_mods = on", "load 'auto_explain'",
        "set dynamic_library_path = '/tmp'", "set session_preload_libraries = 'x'",
        "set zero_damaged_pages = on", "set lo_compat_privileges = on",
    ),
    "files and programs": (
        "copy (select 1) to program 'id'", "copy (select 1) to '/tmp/vav'",
        "select pg_read_file('postgresql.conf')", "select pg_read_binary_file('PG_VERSION')",
        "select pg_ls_dir('.')", "select pg_stat_file('.')", "select pg_ls_logdir()",
        "select pg_ls_waldir()", "select lo_import('/etc/passwd')", "select lo_create(0)",
        "select lo_creat(-1)", "select lo_from_bytea(0, 'x')", "select lo_export(1, '/tmp/vav')",
        "select pg_current_logfile()", "select * from pg_hba_file_rules", "select * from pg_config",
    ),
    "the server": (
        "select pg_terminate_backend({pid})", "select pg_cancel_backend({pid})",
        "select pg_reload_conf()", "select pg_rotate_logfile()", "select pg_switch_wal()",
        "select pg_promote()", "select pg_create_restore_point('x')",
        "select pg_create_physical_replication_slot('x')", "checkpoint",
        "select pg_create_logical_replication_slot('x', 'test_decoding')",
        "select pg_stat_reset()", "select pg_log_backend_memory_contexts({pid})",
    ),
    "secrets of the catalogue": (
        "select * from pg_authid", "select * from pg_shadow", "select * from pg_statistic",
        "select * from pg_largeobject", "select * from pg_user_mapping",
        "update pg_class set relacl = null", "delete from pg_policy",
        "insert into pg_auth_members select * from pg_auth_members",
        "select * from pg_statistic_ext_data", "select subconninfo from pg_subscription",
    ),
    "by a detour": (
        "select query_to_xml('select * from vav.customers', true, false, '')",
        "select table_to_xml('vav.customers', true, false, '')",
        "select cursor_to_xml('none', 1, true, false, '')",
        "select ts_stat('select to_tsvector(words) from vav.check_ins')",
        "do $$ begin perform count(*) from vav.check_ins; end $$",
        "do $$ begin execute 'select 1 from vav.customers'; end $$",
        "prepare x as select * from vav.customers",
        "declare x cursor for select * from vav.customers",
        "explain select * from vav.check_ins", "explain analyze select * from vav.check_ins",
        "explain (analyze, verbose) select vav.person()",
        "set local row_security = off; select * from vav.check_ins",
        "set local search_path = vav, pg_temp; select * from vav.check_ins",
        "with x as (select * from vav.people) select * from x",
        "select 1 where exists (select from vav.check_ins where words like '%')",
        "select ext.similarity('a', 'b')", "select ext.unaccent('é')",
        "select nextval('vav.feed_seq')", "select * from vav.feed_seq",
        "merge into vav.customers c using (values (1)) v on true when matched then delete",
        ("create trigger t before insert on vav.customers for each row"
        " execute function vav.only_grows()"),
        "create rule r as on select to vav.customers do instead select 1",
        "create policy open on vav.check_ins using (true)",
        "create statistics s on id, name from vav.people", "create index on vav.people (name)",
    ),
}  # fmt: skip
"""Refused to everybody with 42501, or an error of `OTHER` that comes first."""

OTHER: dict[str, str] = {
    "alter role {me} rename to {me}_2": "0A000",
    "set search_path = vav; select * from check_ins": "42P01",
    "select * from check_ins": "42P01",
    "select person()": "42883",
    "select cursor_to_xml('none', 1, true, false, '')": "34000",
}
"""Refused with another SQLSTATE."""

ALONE = ("create database", "drop database", "create tablespace", "alter system")
"""How statements begin that stand in no transaction."""

WITHOUT_EFFECT = (
    "grant execute on function api.hello to public",
    "grant execute on function api.push to {other} with grant option",
    "revoke execute on function api.push from {p}_advisor",
    "grant usage on schema api to public", "grant create on schema api to {me}", "revoke usage on schema api from {p}_advisor",
)  # fmt: skip
"""Done with a warning that nothing was granted or taken: the lint sees the catalogue as it was."""

A_TABLE = (
    "select * from {t}", "select count(*) from {t}", "table {t}", "insert into {t} default values",
    "update {t} set {c} = {c}", "delete from {t}", "truncate {t}", "lock table {t} in share mode",
    "copy {t} to stdout", "copy {t} from stdin", "copy {t} to '/tmp/vav'",
    "alter table {t} disable row level security", "alter table {t} no force row level security",
    "alter table {t} owner to {me}", "drop table {t}", "analyze {t}", "select {c} from {t} limit 0",
    "select * from {t} for update", "comment on table {t} is ''", "grant select on {t} to {me}",
    "create view public.v as select * from {t}", "explain analyze select * from {t}",
    "select * from {t} tablesample system (1)", "alter table {t} add column x int",
)  # fmt: skip
"""Tried on every table of `vav`."""

HARMLESS: dict[str, list[tuple] | None] = {
    "select current_user = session_user": [(True,)],
    "set local row_security = off": None,
    "set local search_path = vav, ext, pg_temp": None,
    "listen vav": None,
    "notify vav, 'x'": None,
    "alter role {me} password 'another-horse-battery'": None,
    "select count(*) from pg_largeobject_metadata": [(0,)],
    "select count(*) from pg_stats where schemaname = 'vav'": [(0,)],
    "select count(*) from pg_stat_activity where usename <> current_user"
    " and query <> '<insufficient privilege>'": [(0,)],
    "select count(*) from pg_proc where prosrc ilike '%secret%' or prosrc ilike '%password ''%'": [
        (0,)
    ],
    "select count(*) from information_schema.tables where table_schema in ('vav', 'api')": [(0,)],
    "select count(*) from pg_policies where tablename = 'x'": [(0,)],
}
"""Allowed to everybody who signs in, and what it shows."""
