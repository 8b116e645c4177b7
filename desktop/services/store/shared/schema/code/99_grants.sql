-- Executing what stands in `api` is all that people may do here.
do $do$
declare
    one record;
begin
    for one in select p.oid::regprocedure as name, r.rolname, n.nspname from pg_catalog.pg_proc p
               join pg_catalog.pg_roles r on r.oid = p.proowner
               join pg_catalog.pg_namespace n on n.oid = p.pronamespace
               where n.nspname in ('vav', 'api') loop
        execute pg_catalog.format('set local role %I', one.rolname);
        execute pg_catalog.format('revoke all on function %s from public', one.name);
        if one.nspname = 'api' then
            execute pg_catalog.format('grant execute on function %s to %I, %I, %I', one.name,
                                      {{'advisor'}}, {{'team_lead'}}, {{'administrator'}});
        end if;
    end loop;
end
$do$;
reset role;
