"""Versions of guides, drafts of them, and how guides served."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, delete, literal, select, text
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.authoring.drafts import ScriptDraft, blank
from desktop.domain.authoring.guides import GuideUse, Share
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.contacts import Resolution
from desktop.domain.ids import PersonId
from desktop.domain.instants import from_millis, to_millis
from desktop.services.store import draft_json
from desktop.services.store.rows import from_row
from desktop.services.store.script_tables import script_drafts, script_versions
from desktop.services.store.tables import people

EASY = 3
"""The hardest effort (1 to 7) that counts as easy: the mirror's rule."""

# The ids that contacts name are found by leaps through their index, then each one's latest contacts:
# not the contacts of all years. SQLite uses `contacts_of_script` where its condition is said, only.
_USES = f"""
WITH RECURSIVE guides(id) AS (
    SELECT min(script_id) FROM contacts WHERE script_id != ''
    UNION ALL
    SELECT (SELECT min(c.script_id) FROM contacts c WHERE c.script_id != '' AND c.script_id > guides.id)
    FROM guides WHERE guides.id IS NOT NULL
), lately AS MATERIALIZED (
    SELECT c.script_id, c.started_at, c.resolution,
           (SELECT max(a.effort) FROM answers a WHERE a.contact_id = c.id) AS effort
    FROM guides CROSS JOIN contacts c
    WHERE c.script_id = guides.id AND c.script_id != '' AND c.started_at >= :since_90
)
SELECT script_id, count(*) FILTER (WHERE started_at >= :since_30) AS last_30, count(*) AS last_90,
       count(resolution) AS said,
       count(*) FILTER (WHERE resolution = '{Resolution.RESOLVED.value}') AS resolved,
       count(effort) AS answered, count(*) FILTER (WHERE effort <= {EASY}) AS easy
FROM lately GROUP BY script_id"""


def outlines(connection: Connection, script_id: str = "") -> tuple[ScriptVersion, ...]:
    """Every version, of one guide or of all, without its text; a guide's by number, as published."""
    table = script_versions
    columns = [one for one in table.c if one.name != "text"]
    query = select(*columns, literal("").label("text")).order_by(
        table.c.script_id, table.c.version, table.c.at, table.c.id
    )
    return _versions(
        connection, query if not script_id else query.where(table.c.script_id == script_id)
    )


def whole(connection: Connection, ids: Sequence[str]) -> tuple[ScriptVersion, ...]:
    """These versions, with their texts."""
    return _versions(connection, select(script_versions).where(script_versions.c.id.in_(ids)))


def numbered(connection: Connection, script_id: str, version: int) -> tuple[ScriptVersion, ...]:
    """The versions of a guide that bear a number, with their texts, as published."""
    table = script_versions
    query = select(table).where(table.c.script_id == script_id, table.c.version == version)
    return _versions(connection, query.order_by(table.c.at, table.c.id))


def timeline(connection: Connection, script_id: str) -> tuple[ScriptVersion, ...]:
    """Every version of a guide with its text, the newest first."""
    table = script_versions
    query = select(table).where(table.c.script_id == script_id)
    return _versions(
        connection, query.order_by(table.c.version.desc(), table.c.at.desc(), table.c.id)
    )


def _versions(
    connection: Connection, query: Select[tuple[object, ...]]
) -> tuple[ScriptVersion, ...]:
    return tuple(from_row(ScriptVersion, row) for row in connection.execute(query).mappings())


def names(connection: Connection, ids: Iterable[PersonId]) -> dict[str, str]:
    """Names of people, by id; who is not known here has none."""
    query = select(people.c.id, people.c.name).where(people.c.id.in_(tuple(ids)))
    return {row.id: row.name for row in connection.execute(query)}


def save(connection: Connection, draft: ScriptDraft) -> None:
    """Keep the draft in the place of its last form."""
    row = {
        "id": draft.id,
        "person_id": draft.person_id,
        "script_id": draft.script.id,
        "based_on": draft.based_on,
        "settles": draft_json.dumps(draft.settles),
        "text": draft_json.dumps(draft.script),
        "updated_at": to_millis(draft.updated_at),
    }
    put = insert(script_drafts).values(row)
    connection.execute(put.on_conflict_do_update(index_elements=["id"], set_=row))


def drop(connection: Connection, draft_id: str) -> None:
    """Forget the draft."""
    connection.execute(delete(script_drafts).where(script_drafts.c.id == draft_id))


def drafts(connection: Connection, person_id: PersonId) -> tuple[ScriptDraft, ...]:
    """All drafts of a person, the latest written first."""
    table = script_drafts
    query = select(table).where(table.c.person_id == person_id)
    ordered = query.order_by(table.c.updated_at.desc(), table.c.id.desc())
    return tuple(_draft(row) for row in connection.execute(ordered).mappings())


def _draft(row: RowMapping) -> ScriptDraft:
    """What was written; a body that is not understood comes back as a summary to read."""
    empty = blank(row["script_id"])
    found = draft_json.understood(type(empty), row["text"])
    script = replace(empty, summary=row["text"]) if found is None else replace(empty, **found)
    return ScriptDraft(
        id=row["id"],
        person_id=PersonId(row["person_id"]),
        script=script,
        based_on=row["based_on"],
        settles=draft_json.texts(row["settles"]),
        updated_at=from_millis(row["updated_at"]),
    )


def uses(connection: Connection, since_30: int, since_90: int) -> dict[str, GuideUse]:
    """How each guide served since two instants (ms), by its id: counts over contacts, no person."""
    found = connection.execute(text(_USES), {"since_30": since_30, "since_90": since_90})
    return {row.script_id: _use(row) for row in found}


def _use(row: Row[Any]) -> GuideUse:
    return GuideUse(
        last_30=row.last_30,
        last_90=row.last_90,
        resolved=Share(count=row.resolved, total=row.said),
        easy=Share(count=row.easy, total=row.answered),
    )
