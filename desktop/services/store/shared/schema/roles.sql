-- Roles of this database in the cluster: none is a superuser, none passes row-level security.
do $do$
declare
    wanted text;
begin
    foreach wanted in array array[{{'owner'}}, {{'keeper'}}, {{'advisor'}}, {{'team_lead'}},
                                  {{'administrator'}}, {{'anon'}}] loop
        if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
            execute pg_catalog.format(
                'create role %I nologin nosuperuser nocreatedb nocreaterole noreplication', wanted);
        end if;
    end loop;
    if not exists (select from pg_catalog.pg_roles where rolname = {{'authenticator'}}) then
        -- Without a password nobody signs in as it; `\password` or a peer map opens it.
        create role {{authenticator}} login noinherit nosuperuser nocreatedb nocreaterole;
    end if;
    if not (select rolsuper from pg_catalog.pg_roles where rolname = session_user) then
        execute pg_catalog.format('grant %I, %I to %I', {{'owner'}}, {{'keeper'}}, session_user);
    end if;
    if not pg_catalog.pg_has_role({{'authenticator'}}, {{'anon'}}, 'member') then
        grant {{anon}} to {{authenticator}};
    end if;
    begin
        -- Only to tell how old the horizon is; without it `hello` sees one's own sessions alone.
        if not pg_catalog.pg_has_role({{'keeper'}}, 'pg_read_all_stats', 'member') then
            grant pg_read_all_stats to {{keeper}};
        end if;
    exception when insufficient_privilege then
        null;
    end;
end
$do$;
