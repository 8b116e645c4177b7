"""What the catalogue must say of a shared database; each rule answers what breaks it."""

import re

import psycopg

GROUPS = ("advisor", "team_lead", "administrator")
OWNERS = ("owner", "keeper")
NO_LOGIN = (*OWNERS, *GROUPS, "anon")
READS = frozenset({"hello", "pull", "search", "my_readings"})
WRITES = frozenset(
    {
        *("push", "customer", "video_photo", "read_checkin", "team_totals", "mirror"),
        "password_changed",
    }
)
UNGUARDED = frozenset({"alembic_version"})
"""Granted to nobody, and without a policy."""
SEARCH_PATH = "search_path=pg_catalog, pg_temp"


def broken(connection: psycopg.Connection, prefix: str) -> list[str]:
    """Every rule that does not hold, in words."""
    rules = (
        tables,
        policies,
        functions,
        api,
        grants,
        schemas,
        database,
        roles,
        members,
        trail,
        views,
        rest,
    )
    return [f"{rule.__name__}: {line}" for rule in rules for line in rule(connection, prefix)]


def _ask(connection: psycopg.Connection, query: str, **values) -> list[tuple]:
    return connection.execute(query, values).fetchall()


def _ours(prefix: str) -> list[str]:
    """The roles of a database that are nobody's own."""
    return [f"{prefix}_{each}" for each in (*NO_LOGIN, "authenticator")]


def tables(connection: psycopg.Connection, prefix: str) -> list[str]:
    """Row-level security enabled and forced, with a policy, on every table and partition."""
    found = _ask(
        connection,
        """
        select n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity,
               pg_get_userbyid(c.relowner),
               (select count(*) from pg_policy p where p.polrelid = c.oid)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f') and n.nspname !~ '^(pg_|information_schema)'
        """,
    )
    lines = []
    for schema, name, enabled, forced, owner, count in found:
        if schema != "vav":
            lines.append(f"{schema}.{name} is a table outside of vav")
        if owner not in {f"{prefix}_{each}" for each in OWNERS}:
            lines.append(f"{name} belongs to {owner}")
        if name not in UNGUARDED and not (enabled and forced and count):
            lines.append(f"{name}: enabled {enabled}, forced {forced}, policies {count}")
    return lines or ([] if found else ["no table at all"])


def policies(connection: psycopg.Connection, prefix: str) -> list[str]:
    """For the two owners only; a function in one is asked once a statement: `(select f())`."""
    found = _ask(
        connection,
        """
        select tablename, policyname, permissive, roles::text[], coalesce(qual, ''),
               coalesce(with_check, ''), cmd from pg_policies
        """,
    )
    allowed = {f"{prefix}_{each}" for each in OWNERS}
    lines = []
    for table, name, permissive, granted, qual, check, command in found:
        if permissive != "PERMISSIVE" or not set(granted) <= allowed:
            lines.append(f"{name} on {table} is for {granted}")
        for text in (qual, check):
            lines += [
                f"{name} on {table} calls {called} for each row"
                for called in re.findall(r"(?<!SELECT )\b((?:vav|api|ext)\.\w+\()", text)
            ]
        reads = f"{prefix}_owner" in granted and command in {"SELECT", "ALL"}
        if reads and qual == "true" and table in PERSONAL:
            lines.append(f"{name} on {table} shows the owner's functions every row")
    return lines


PERSONAL = frozenset(
    {
        *("check_ins", "contacts", "customers", "thanks", "incivilities", "step_offs", "own_words"),
        *("credits", "gestures", "gesture_requests", "gesture_answers", "pauses", "follow_ups"),
        "awaitings",
        *("talks", "talk_notes", "stories", "story_outcomes"),
    }
)
"""Tables of which the functions that act for a person must see that person's part only."""


def functions(connection: psycopg.Connection, prefix: str) -> list[str]:
    """Definer's rights of an owner, a pinned search_path, nothing for PUBLIC."""
    found = _ask(
        connection,
        """
        select n.nspname || '.' || p.proname, p.prosecdef, pg_get_userbyid(p.proowner),
               coalesce(p.proconfig::text[], '{}'), p.prosrc, l.lanname, p.proacl is null
               or exists (select from aclexplode(p.proacl) a where a.grantee = 0)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        where n.nspname in ('vav', 'api', 'public')
           or n.nspname !~ '^(pg_|information_schema|ext$)'
        """,
    )
    lines = []
    for name, definer, owner, config, source, language, public in found:
        if not definer:
            lines.append(f"{name} has the caller's rights")
        if owner not in {f"{prefix}_{each}" for each in OWNERS}:
            lines.append(f"{name} belongs to {owner}")
        if SEARCH_PATH not in config:
            lines.append(f"{name} has the settings {config}")
        if public:
            lines.append(f"{name} may be called by PUBLIC")
        if language not in {"sql", "plpgsql"}:
            lines.append(f"{name} is written in {language}")
        if re.search(r"request\.jwt|password\s*=\s*'", source or ""):
            lines.append(f"{name} reads claims, or holds a secret")
    return lines or ([] if found else ["no function at all"])


def api(connection: psycopg.Connection, prefix: str) -> list[str]:
    """The protocol's functions and no other; what reads only is STABLE: it runs on a replica."""
    found = dict(
        _ask(
            connection,
            "select proname, provolatile from pg_proc where pronamespace = 'api'::regnamespace",
        )
    )
    lines = [f"{name} is not of the protocol" for name in set(found) - READS - WRITES]
    lines += [f"{name} is missing" for name in (READS | WRITES) - set(found)]
    lines += [f"{name} is not STABLE" for name in READS if found.get(name, "s") != "s"]
    lines += [f"{name} is not VOLATILE" for name in WRITES if found.get(name, "v") != "v"]
    return lines


def grants(connection: psycopg.Connection, prefix: str) -> list[str]:
    """Nobody but the owners has any right on a relation, a column or a function of the inside."""
    outside = [f"{prefix}_{each}" for each in (*GROUPS, "anon", "authenticator")]
    relations = _ask(
        connection,
        """
        select c.oid::regclass::text, coalesce(r.rolname, 'PUBLIC'), a.privilege_type
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (
            select * from aclexplode(c.relacl)
            union all
            select x.* from pg_attribute t, aclexplode(t.attacl) x where t.attrelid = c.oid) a
        left join pg_roles r on r.oid = a.grantee
        where n.nspname !~ '^(pg_|information_schema)' and a.grantee <> c.relowner
          and (r.rolname is null or r.rolname not in (%(owner)s, %(keeper)s))
        """,
        owner=f"{prefix}_owner",
        keeper=f"{prefix}_keeper",
    )
    called = _ask(
        connection,
        """
        select p.oid::regprocedure::text, w.role from pg_proc p, unnest(%(roles)s::text[]) w(role)
        where p.pronamespace = 'vav'::regnamespace and has_function_privilege(w.role, p.oid, 'execute')
           or p.pronamespace = 'api'::regnamespace and has_function_privilege(w.role, p.oid, 'execute')
              and (w.role like '%%anon' or w.role like '%%authenticator')
        """,
        roles=outside,
    )
    lines = [f"{who} may {what} {name}" for name, who, what in relations]
    return lines + [f"{who} may call {name}" for name, who in called]


def schemas(connection: psycopg.Connection, prefix: str) -> list[str]:
    """The groups may use `api` and create nowhere; PUBLIC neither."""
    roles_ = [f"{prefix}_{each}" for each in (*GROUPS, "anon", "authenticator")]
    found = _ask(
        connection,
        """
        select n.nspname, w.role, has_schema_privilege(w.role, n.oid, 'usage'),
               has_schema_privilege(w.role, n.oid, 'create')
        from pg_namespace n, unnest(%(roles)s::text[]) w(role)
        where n.nspname !~ '^(pg_|information_schema)'
        """,
        roles=roles_,
    )
    lines = []
    for schema, role, usage, create in found:
        if create:
            lines.append(f"{role} may create in {schema}")
        if usage and not (schema == "api" and role.endswith(GROUPS)):
            lines.append(f"{role} may use {schema}")
    return lines


def database(connection: psycopg.Connection, prefix: str) -> list[str]:
    """No temporary tables, no schemas of one's own, nothing for PUBLIC."""
    found = _ask(
        connection,
        """
        select w.role, p.privilege from unnest(%(roles)s::text[]) w(role),
            (values ('create'), ('temporary')) p(privilege)
        where has_database_privilege(w.role, current_database(), p.privilege)
        union all
        select 'PUBLIC', a.privilege_type from pg_database d,
            aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        where d.datname = current_database() and a.grantee = 0
        """,
        roles=[f"{prefix}_{each}" for each in (*GROUPS, "anon", "authenticator")],
    )
    return [f"{who} has {what} on the database" for who, what in found]


def roles(connection: psycopg.Connection, prefix: str) -> list[str]:
    """No role passes row-level security; only people and the authenticator sign in."""
    found = _ask(
        connection,
        """
        select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication,
               rolcanlogin, rolinherit, rolconnlimit,
               rolname in (select db_role from vav.people)
        from pg_roles where rolname = any(%(ours)s)
           or rolname in (select db_role from vav.people)
        """,
        ours=_ours(prefix),
    )
    lines = []
    for name, strong, login, inherit, limit, person in found:
        own = name.removeprefix(f"{prefix}_")
        if strong:
            lines.append(f"{name} has rights of the cluster")
        if login and own in NO_LOGIN:
            lines.append(f"{name} can sign in")
        if own == "authenticator" and inherit:
            lines.append(f"{name} inherits")
        if person and limit != 4:
            lines.append(f"{name} may open {limit} sessions")
    missing = set(_ours(prefix)) - {row[0] for row in found}
    return lines + [f"{name} is missing" for name in missing]


def members(connection: psycopg.Connection, prefix: str) -> list[str]:
    """A person is in their group and nothing else; groups are in nothing."""
    found = _ask(
        connection,
        """
        select m.rolname, g.rolname, (select role from vav.people where db_role = m.rolname)
        from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
        where m.rolname = any(%(ours)s) or m.rolname in (select db_role from vav.people)
        """,
        ours=_ours(prefix),
    )
    group = {"advisor": "advisor", "lead": "team_lead", "admin": "administrator"}
    lines = []
    for member, of, role in found:
        own = member.removeprefix(f"{prefix}_")
        allowed = {
            "keeper": of == "pg_read_all_stats",
            "authenticator": of.removeprefix(f"{prefix}_") not in {*OWNERS, *GROUPS}
            and not of.startswith("pg_"),
        }.get(own, role is not None and of == f"{prefix}_{group[role]}")
        if not allowed:
            lines.append(f"{member} is in {of}")
    return lines


def trail(connection: psycopg.Connection, prefix: str) -> list[str]:
    """The audit trail only grows: nobody may change it, its owner and its triggers included."""
    found = _ask(
        connection,
        """
        select r.rolname, p.privilege from pg_roles r,
            (values ('update'), ('delete'), ('truncate')) p(privilege)
        where not r.rolsuper and r.rolname !~ '^pg_' and has_table_privilege(r.oid, 'vav.audit', p.privilege)
        union all
        select 'a trigger', 'be disabled' from pg_trigger
        where tgrelid = 'vav.audit'::regclass and tgenabled <> 'O'
        """,
    )
    guards = _ask(connection, "select from pg_trigger where tgrelid = 'vav.audit'::regclass")
    lines = [f"{who} may {what} the trail" for who, what in found]
    return lines if len(guards) >= 2 else [*lines, "no trigger guards the trail"]


def views(connection: psycopg.Connection, prefix: str) -> list[str]:
    """A view reads with its owner's rights unless it is told not to; a materialized one always."""
    found = _ask(
        connection,
        """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^(pg_|information_schema)' and (c.relkind = 'm'
           or c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false))
        """,
    )
    return [f"{name} reads with its owner's rights" for (name,) in found]


def rest(connection: psycopg.Connection, prefix: str) -> list[str]:
    """Extensions, event triggers, rules, languages, large objects, default privileges."""
    found = _ask(
        connection,
        """
        select 'extension ' || extname from pg_extension
        where extname not in ('plpgsql', 'pg_trgm', 'unaccent')
        union all select 'event trigger ' || evtname from pg_event_trigger
        union all select 'language ' || lanname from pg_language
        where lanname not in ('internal', 'c', 'sql', 'plpgsql')
        union all select 'rule ' || rulename from pg_rewrite where rulename <> '_RETURN'
           and ev_class::regclass::text like 'vav.%%'
        union all select 'a large object may be made: ' || p.oid::regprocedure from pg_proc p
        where p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea')
          and has_function_privilege(%(advisor)s, p.oid, 'execute')
        union all select 'new functions of ' || r.rolname || ' are for PUBLIC' from pg_roles r
        where r.rolname in (%(owner)s, %(keeper)s) and not exists (
            select from pg_default_acl d where d.defaclrole = r.oid and d.defaclobjtype = 'f'
              and not exists (select from aclexplode(d.defaclacl) a where a.grantee = 0))
        """,
        advisor=f"{prefix}_advisor",
        owner=f"{prefix}_owner",
        keeper=f"{prefix}_keeper",
    )
    return [line for (line,) in found]
