"""Looks the shared database over: its version, its locks and rights, its machines, its counts."""

from typing import Any, Final, LiteralString

from desktop.services.store.checking import Finding, Level
from desktop.services.store.shared.acting import Connection, Names, every, keeping, one
from desktop.services.store.shared.reaping import LONGEST_S

SEARCH_PATH: Final = "search_path=pg_catalog, pg_temp"
UNGUARDED: Final = ("alembic_version",)
"""Granted to nobody, and without a policy."""
SILENT_DAYS: Final = 7
"""A machine that was not heard for longer may hold facts that nobody else has."""
ROWS: Final = (
    *("branches", "teams", "people", "documents", "customers", "contracts", "cases", "contacts"),
    *("step_offs", "promises", "incivilities", "answers", "thanks", "pinned_notes"),
    *(
        "video_calls",
        "video_photos",
        "customer_edits",
        "check_ins",
        "talks",
        "pauses",
        "awaitings",
        "gestures",
        "gesture_requests",
        "follow_ups",
        "script_versions",
        "own_words",
        "stories",
        "tombstones",
        "ops",
        "devices",
        "audit",
        "feed",
    ),
)


def check(connection: Connection, version: int, known: int) -> tuple[Finding, ...]:
    """Every finding, the gravest matters first.

    `version` is the schema that the database has, `known` the one that this application knows.
    """
    with keeping(connection) as names:
        findings = [_version(connection, version, known), _roles(connection, names)]
        findings += [*_policies(connection), *_functions(connection, names)]
        findings += [_grants(connection, names), _people(connection, names)]
        findings.append(_photos(connection))
        findings += [_horizon(connection), _audit(connection), *_devices(connection)]
        return (*findings, *(_count(connection, table) for table in ROWS))


def _version(connection: Connection, version: int, known: int) -> Finding:
    server = connection.info.server_version
    told = f"schema {version}/{known}, postgresql {server // 10000}.{server % 10000}"
    return Finding(name="version", level=_level(version == known), detail=told)


def _roles(connection: Connection, names: Names) -> Finding:
    rows = every(
        connection,
        """select rolname from pg_roles where rolname = any(%s)
            and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole)""",
        [names.role("owner"), names.role("keeper")],
    )
    told = ", ".join(row["rolname"] for row in rows)
    return Finding(name="roles", level=_level(not rows), detail=told)


def _policies(connection: Connection) -> list[Finding]:
    """Row-level security enabled, forced and with a policy, on every table and partition."""
    rows = every(
        connection,
        """select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('vav', 'api') and c.relkind in ('r', 'p') and c.relname <> all(%s)
        order by c.relname""",
        list(UNGUARDED),
    )
    broken = [
        Finding(
            name=f"policies.{row['name']}",
            level=Level.FAIL,
            detail=f"enabled {row['enabled']}, forced {row['forced']}, policies {row['policies']}",
        )
        for row in rows
        if not (row["enabled"] and row["forced"] and row["policies"])
    ]
    return broken or [Finding(name="policies", level=_level(bool(rows)), detail=str(len(rows)))]


def _functions(connection: Connection, names: Names) -> list[Finding]:
    """The caller's rights or another owner, another search_path, open to all: each is a fault."""
    rows = every(
        connection,
        """select p.oid::regprocedure::text as name, p.prosecdef as definer,
            pg_get_userbyid(p.proowner) as owner,
            array_to_string(p.proconfig, '; ') as config,
            p.proacl is null
                or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as public
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('vav', 'api') order by 1""",
    )
    owners = (names.role("owner"), names.role("keeper"))
    broken = [
        Finding(
            name=f"functions.{row['name']}",
            level=Level.FAIL,
            detail=f"owner {row['owner']}, definer {row['definer']}, public {row['public']}, "
            f"{row['config'] or 'no search_path'}",
        )
        for row in rows
        if row["owner"] not in owners
        or not row["definer"]
        or row["public"]
        or SEARCH_PATH not in (row["config"] or "")
    ]
    return broken or [Finding(name="functions", level=_level(bool(rows)), detail=str(len(rows)))]


def _grants(connection: Connection, names: Names) -> Finding:
    """Rights on tables that somebody but their owners has."""
    rows = every(
        connection,
        """select distinct c.relname || ' ' || coalesce(r.rolname, 'PUBLIC') as told
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (
            select * from aclexplode(c.relacl)
            union all
            select x.* from pg_attribute t, aclexplode(t.attacl) x where t.attrelid = c.oid) a
        left join pg_roles r on r.oid = a.grantee
        where n.nspname in ('vav', 'api')
            and coalesce(r.rolname, 'PUBLIC') <> all(%s) order by 1""",
        [names.role("owner"), names.role("keeper")],
    )
    told = ", ".join(row["told"] for row in rows)
    return Finding(name="grants", level=_level(not rows), detail=told)


def _people(connection: Connection, names: Names) -> Finding:
    """Roles that are missing, that may do more than sign in, or that open to disabled people."""
    rows = every(
        connection,
        """select p.id from vav.people p left join pg_roles r on r.rolname = p.db_role
        where p.db_role is not null and (r.rolname is null or r.rolsuper or r.rolbypassrls
            or r.rolcreaterole or r.rolcreatedb or r.rolreplication
            or (r.rolcanlogin and not p.enabled)
            or pg_has_role(p.db_role, %s, 'member') or pg_has_role(p.db_role, %s, 'member'))
        order by p.id""",
        names.role("owner"),
        names.role("keeper"),
    )
    if rows:
        told = ", ".join(row["id"] for row in rows)
        return Finding(name="people", level=Level.FAIL, detail=told)
    row = _only(
        connection,
        """select count(*) filter (where db_role is not null) as roles,
            count(*) filter (where must_change and db_role is not null) as new from vav.people""",
    )
    told = f"{row['roles']} roles, {row['new']} with a one-time password"
    return Finding(name="people", level=Level.OK, detail=told)


def _photos(connection: Connection) -> Finding:
    """Whether every photo is the one that was taken: its SHA-256 equals that of its picture."""
    rows = every(
        connection,
        """select id from vav.video_photos
        where sha256 <> encode(sha256(decode(data, 'base64')), 'hex') order by id limit 20""",
    )
    told = ", ".join(row["id"] for row in rows)
    return Finding(name="photos", level=_level(not rows), detail=told)


def _horizon(connection: Connection) -> Finding:
    row = _only(connection, "select vav.horizon_age_s() as age")
    level = Level.WARN if row["age"] > LONGEST_S else Level.OK
    return Finding(name="horizon", level=level, detail=f"{row['age']} s")


def _audit(connection: Connection) -> Finding:
    """Whether each chain of the trail holds, link by link, up to the head kept with its device."""
    rows = every(connection, f"{AUDIT_FAULTS} order by 1 limit 20")
    told = ", ".join(row["chain"] for row in rows)
    return Finding(name="audit", level=_level(not rows), detail=told)


AUDIT_FAULTS: Final[LiteralString] = """select chain from (
        select a.chain, a.chained <> sha256(coalesce(lag(a.chained) over w, '') || a.hash)
            or a.n <> row_number() over w
            or (lead(a.n) over w is null
                and (d.device is null or d.links <> a.n or d.chained <> a.chained)) as wrong
        from vav.audit a left join vav.devices d on d.device = a.chain
        window w as (partition by a.chain order by a.n)) links
    where wrong group by chain
    union select device from vav.devices d where links > 0
        and not exists (select from vav.audit a where a.chain = d.device)"""
"""Chains of the audit trail that do not hold."""


def _devices(connection: Connection) -> list[Finding]:
    """What waits on a machine is known by its silence, and by numbers that never came."""
    rows = every(
        connection,
        """select d.device, ((extract(epoch from now()) * 1000 - d.last_seen) / 86400000)::int as days,
            coalesce(d.last_dseq, 0) - (select count(distinct o.dseq) from vav.ops o
                where o.device = d.device and o.dseq is not null) as gaps
        from vav.devices d where d.last_dseq is not null order by d.last_seen""",
    )
    oldest = max((row["days"] for row in rows), default=0)
    gaps = sum(max(row["gaps"], 0) for row in rows)
    told = f"{len(rows)} machines, longest silence {oldest} d, {gaps} gaps"
    level = Level.WARN if oldest > SILENT_DAYS or gaps else Level.OK
    findings = [Finding(name="waiting", level=level, detail=told)]
    findings += [
        Finding(
            name=f"waiting.{row['device']}",
            level=Level.WARN,
            detail=f"last seen {row['days']} d ago, {max(row['gaps'], 0)} gaps",
        )
        for row in rows
        if row["days"] > SILENT_DAYS or row["gaps"] > 0
    ]
    return findings


def _count(connection: Connection, table: str) -> Finding:
    row = _only(connection, f"select count(*) as n from vav.{table}")
    return Finding(name=f"count.{table}", level=Level.OK, detail=str(row["n"]))


def _only(connection: Connection, query: LiteralString) -> dict[str, Any]:
    return one(connection, query) or {}


def _level(sound: bool) -> Level:  # noqa: FBT001 - one value, one meaning
    return Level.OK if sound else Level.FAIL
