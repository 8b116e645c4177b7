"""Takes away facts that have been kept long enough, a few thousand a transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, LiteralString

from desktop.services.store.shared.acting import Connection, keeping, one
from desktop.services.store.shared.holdings import note

BATCH = 5_000
"""Rows a transaction: a long one would keep every machine from pulling."""
SHORTEST_DAYS = 60
"""Machines push again what was taken in the last 30 days after a restore: it must still be known."""


@dataclass(frozen=True, slots=True)
class _Old:
    table: str
    where: LiteralString


_PARTS: LiteralString = (
    "select from vav.check_ins c where c.id = r.check_in_id and c.at < %(before)s"
)

_REPORT: LiteralString = (
    "select from vav.incivilities i where i.id = r.incivility_id and i.at < %(before)s"
)
_REQUEST: LiteralString = (
    "select from vav.gesture_requests q where q.id = r.request_id and q.at < %(before)s"
)
_STORY: LiteralString = "select from vav.stories s where s.id = r.story_id and s.at < %(before)s"

KINDS: Final[dict[str, tuple[_Old, ...]]] = {
    "contact": (_Old("contacts", "ended_at < %(before)s"),),
    "step_off": (_Old("step_offs", "at < %(before)s"),),
    "promise": (
        _Old("promise_outcomes", "at < %(before)s"),
        _Old("promises", "at < %(before)s and state <> 'open'"),
    ),
    "incivility": (
        _Old("follow_ups", f"exists ({_REPORT})"),
        _Old("incivilities", "at < %(before)s"),
    ),
    "answer": (_Old("answers", "at < %(before)s"),),
    "video_call": (
        _Old("video_photos", "at < %(before)s"),
        _Old("video_calls", "at < %(before)s"),
    ),
    "thanks": (_Old("thanks", "at < %(before)s"),),
    "pinned_note": (_Old("pinned_notes", "at < %(before)s"),),
    "customer_edit": (_Old("customer_edits", "at < %(before)s"),),
    "case": (_Old("cases", "closed_at < %(before)s"),),
    "check_in": (
        _Old("check_in_readings", f"exists ({_PARTS})"),
        _Old("check_in_replies", f"exists ({_PARTS})"),
        _Old("check_in_shares", f"exists ({_PARTS})"),
        _Old("talks", f"exists ({_PARTS})"),
        _Old("talk_notes", f"exists ({_PARTS})"),
        _Old("check_ins", "at < %(before)s"),
    ),
    "pause": (_Old("pauses", "at < %(before)s"),),
    "awaiting": (_Old("awaitings", "at < %(before)s"),),
    "gesture": (_Old("gestures", "at < %(before)s"),),
    "gesture_request": (
        _Old("gesture_answers", f"exists ({_REQUEST})"),
        _Old("gesture_requests", "at < %(before)s"),
    ),
    "story": (
        _Old("story_outcomes", f"exists ({_STORY})"),
        _Old("stories", "at < %(before)s"),
    ),
    "opening": (_Old("opened", "at < %(before)s"),),
}
"""What each kind of rule takes: an open promise stays, a case goes by the day it was closed."""


def foreseen(connection: Connection, kind: str, before_ms: int) -> int:
    """How many rows a rule would take."""
    total = 0
    with keeping(connection):
        for old in KINDS[kind]:
            row = connection.execute(
                f"select count(*) as n from vav.{old.table} r where {old.where}",
                {"before": before_ms},
            ).fetchone()
            total += int(row["n"]) if row else 0
    return total


def purge(
    connection: Connection,
    kind: str,
    before_ms: int,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Take what is older than an instant (milliseconds since 1970); answers how many rows went."""
    total = 0
    for old in KINDS[kind]:
        while taken := _batch(connection, old, before_ms, "" if total else kind):
            total += taken
            told(total)
    return total


def _batch(connection: Connection, old: _Old, before_ms: int, kind: str) -> int:
    """Take some; with `kind` the trail is told in the same transaction, should the next be cut."""
    words = (
        f"delete from vav.{old.table} where ctid = any(array("
        f"select ctid from vav.{old.table} r where {old.where} limit {BATCH}))"
    )
    with keeping(connection):
        taken = connection.execute(words, {"before": before_ms}).rowcount
        if taken and kind:
            note(connection, "purged", kind, str(before_ms))
        return taken


def now_ms(connection: Connection) -> int:
    """The server's own now: rules count from it, whatever this machine's clock says."""
    row = one(connection, "select (extract(epoch from now()) * 1000)::bigint as now")
    return 0 if row is None else int(row["now"])
