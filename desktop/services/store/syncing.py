"""What each step of sync reads and writes on this machine, all of it in one transaction a step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from desktop.domain.changes import Changed
from desktop.domain.outbox import Overview
from desktop.services.store import dropping, identity, meta, outbox, replica
from desktop.services.store.replica_rows import TABLES
from desktop.services.store.tables import SCHEMA_VERSION

DAY: Final = 24 * 3600 * 1000
KEPT: Final = 30 * DAY
"""How long decided lines, followed customers and what was only read are kept."""

GUARDED_SHARE: Final = 0.2
GUARDED_ROWS: Final = 20
"""A pull that would delete more than this share of what is held, and more rows than this, asks."""

EPOCH, SWEEPING, SCHEMA = "epoch", "sweeping", "pulled_schema"
LAST_SUCCESS = "last_success"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The outbox as the engine sees it."""

    overview: Overview
    due: int | None
    """When the next line may leave, ms by this machine's clock; None: nothing waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a page."""

    changed: frozenset[Changed] = frozenset()
    deletions: int = 0
    """Rows that it would delete, being too many: nothing of it was written."""
    moved: bool = False
    """Another instance on this store pulled meanwhile: nothing of it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a store knows of its server when the engine starts."""

    person_id: str
    last_success: int
    clock_offset: int


def look(connection: Connection, now: int) -> Look:
    """What waits, and until when."""
    return Look(overview=outbox.overview(connection), due=outbox.next_departure(connection, now))


def begin(connection: Connection, path: Path) -> Known:
    """Whose store it is. Raises StoreUnavailable where it is not connected.

    A newer version of the application may know kinds and columns that the one before left aside:
    it pulls again from the beginning, once.
    """
    owner = identity.known(connection, path)
    if meta.get(connection, SCHEMA) != str(SCHEMA_VERSION):
        if meta.get(connection, SCHEMA) is not None:
            _pull_again(connection)
        meta.put(connection, SCHEMA, str(SCHEMA_VERSION))
    return Known(
        person_id=owner.person_id,
        last_success=meta.number(connection, LAST_SUCCESS),
        clock_offset=meta.number(connection, meta.CLOCK_OFFSET),
    )


def greeted(connection: Connection, hello: Mapping[str, Any], offset: int) -> bool:
    """Keep what the server said; answers whether its epoch is new, and all begins again."""
    meta.put(connection, meta.CLOCK_OFFSET, str(offset))
    branch = hello["person"].get("branch_id")
    if branch:
        meta.put(connection, meta.BRANCH, str(branch))
    known = meta.get(connection, EPOCH)
    if known is not None and known != hello["epoch"]:
        begin_again(connection, str(hello["epoch"]), int(hello["now"]))
        return True
    if known is None:
        meta.put(connection, EPOCH, str(hello["epoch"]))
    return False


def begin_again(connection: Connection, epoch: str, now: int) -> None:
    """The server came back from a backup: push again what it may have lost, pull everything."""
    outbox.again(connection, now - KEPT, epoch)
    meta.put(connection, EPOCH, epoch)
    _pull_again(connection)


def _pull_again(connection: Connection) -> None:
    replica.reset(connection)
    meta.put(connection, SWEEPING, "1")


def settle(
    connection: Connection,
    facts: Sequence[Mapping[str, Any]],
    answers: Sequence[Mapping[str, Any]],
    now: int,
    offset: int,
) -> None:
    """Write down the answers of a batch; a fact without one is asked about again later."""
    outbox.settle(connection, answers, now, _back_off, now + offset)
    told = {answer.get("op_id") for answer in answers}
    silent = [fact["op_id"] for fact in facts if fact["op_id"] not in told]
    if silent:
        outbox.postpone(connection, silent, now + _back_off(1))


def _back_off(attempts: int) -> int:
    """Milliseconds until a fact is asked about again: 2 s, doubling up to ten minutes."""
    return int(min(600_000, 1000 * 2 ** min(attempts, 10)))


def keep_page(
    connection: Connection,
    since: Mapping[str, Any] | None,
    page: Mapping[str, Any],
    now: int,
    deleted: tuple[int, int] | None,
) -> Kept:
    """Write a page and its cursor. `deleted`: rows that the pages before it took away, and of how
    many that were held before; None: it may delete as much as it likes.
    """
    if replica.cursor(connection) != since:
        return Kept(moved=True)
    rows = page["rows"]
    if deleted is not None:
        deleting, held = replica.would_delete(connection, rows)
        before, first = deleted
        if too_many(before + deleting, first or held):
            return Kept(deletions=before + deleting)
    changed = replica.apply(connection, rows, now)
    replica.put_cursor(connection, page["cursor"])
    return Kept(changed=changed)


def held(connection: Connection) -> int:
    """How many rows of the server are held."""
    _, all_of_them = replica.would_sweep(connection)
    return all_of_them


def too_many(deleting: int, of: int) -> bool:
    """Whether a pull would delete so much that somebody must say yes first."""
    return deleting > GUARDED_ROWS and deleting > GUARDED_SHARE * of


def sweep(connection: Connection, *, allowed: bool) -> Kept | None:
    """After a pull from the beginning: drop a part of what it did not bring; None: all done."""
    if meta.get(connection, SWEEPING) is None:
        return None
    if not allowed:
        stale, of = replica.would_sweep(connection)
        if too_many(stale, of):
            return Kept(deletions=stale)
    changed = replica.sweep(connection)
    if not changed and not replica.would_sweep(connection)[0]:
        meta.drop(connection, SWEEPING)
        return None
    return Kept(changed=changed)


def missing(connection: Connection, counts: Mapping[str, int]) -> dict[str, int]:
    """By how much this machine's rows differ from the server's count, kind by kind."""
    here = replica.counts(connection)
    known = {kind: int(count) for kind, count in counts.items() if kind in TABLES}
    return {
        kind: here.get(kind, 0) - count
        for kind, count in known.items()
        if here.get(kind, 0) != count
    }


def mend(connection: Connection) -> None:
    """Pull everything once more, because the counts differ."""
    _pull_again(connection)


def succeeded(connection: Connection, now: int, offset: int) -> None:
    """A round came to its end."""
    meta.put(connection, LAST_SUCCESS, str(now))
    meta.put(connection, meta.CLOCK_OFFSET, str(offset))


def tend(connection: Connection, now: int) -> tuple[str, ...]:
    """Drop what was kept long enough; answers the customers who went."""
    outbox.forget_applied(connection, now - KEPT)
    return dropping.drop_unfollowed(connection, now - KEPT)


def forget_read(connection: Connection, now: int) -> int:
    """After 30 days without the server, drop some of what was only read; 0: all done."""
    last = meta.number(connection, LAST_SUCCESS)
    return dropping.forget_read(connection) if last and last < now - KEPT else 0


def keep_opened(
    connection: Connection,
    customer_id: str,
    rows: Sequence[Mapping[str, Any]],
    now: int,
    opened_at: int,
) -> frozenset[Changed]:
    """Keep the file of a customer who was opened by name; `opened_at` by the server's clock."""
    changed = replica.apply(connection, rows, now)
    dropping.follow(connection, customer_id, opened_at)
    return changed
