"""Fetches what others did: page by page, each kept with its cursor."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Changed
from desktop.domain.sync.events import Pulled, TooMany
from desktop.services.store import replica, syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import Link

PAGE = 250
"""Rows of a page: applied in one transaction, during which screens wait."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Pulling:
    """One pull, from its first page to its last, and what it remembers for the next."""

    store: LocalStore
    link: Link
    tell: Callable[[Changed], None]
    rows: int = 0
    """Rows that came since the beginning, during a pull from the beginning."""
    whole: bool = False
    """Whether this pull began at the beginning."""
    missed: dict[str, int] | None = None
    """How the counts differed after the last pull from the beginning."""
    mismatch: bool = False
    """Whether they still differed in the same way after another one."""
    _deleted: int = 0
    _held: int | None = None

    async def page(self, *, allowed: bool) -> Pulled | TooMany:
        """Fetch and keep one page. Raises what the door raises, StoreUnavailable."""
        since = await self._begin()
        page = await self.link.call("pull", {"since": since, "most": PAGE})
        if page.get("reset"):
            return await self._reset(page)
        guard = None if allowed else (self._deleted, self._held or 0)
        kept = await self.store.write(syncing.keep_page, since, page, self.link.now_ms(), guard)
        if kept.deletions:
            return self._ended(TooMany(deletions=kept.deletions))
        if kept.moved:
            return self._ended(Pulled(more=True))
        gone = sum(row["body"] is None for row in page["rows"])
        self._deleted += gone
        self.rows += len(page["rows"])
        self._told(kept.changed)
        if page["rows"]:
            _log.info("pulled %d rows, %d of them gone", len(page["rows"]), gone)
        if page["more"]:
            return Pulled(more=True)
        return await self._finish(page, allowed=allowed)

    async def _begin(self) -> dict[str, Any] | None:
        since = await self.store.read(replica.cursor)
        if self._held is None:
            self._held = await self.store.read(syncing.held)
            self._deleted = 0
        if since is None:
            self.whole, self.rows = True, 0
        elif since.get("whole"):
            self.whole = True
        return since

    async def _reset(self, page: dict[str, Any]) -> Pulled:
        _log.warning("the shared database has another epoch: everything is pulled again")
        await self.store.write(syncing.begin_again, page["epoch"], int(page["now"]))
        return Pulled(more=True)

    async def _finish(self, page: dict[str, Any], *, allowed: bool) -> Pulled | TooMany:
        while (swept := await self.store.write(syncing.sweep, allowed=allowed)) is not None:
            if swept.deletions:
                return self._ended(TooMany(deletions=swept.deletions))
            self._told(swept.changed)
        again = await self._differs(page["counts"]) if page.get("counts") else False
        return self._ended(Pulled(more=again))

    async def _differs(self, counts: dict[str, int]) -> bool:
        """Compare with the server's counts; whether all is to be pulled once more.

        What others write meanwhile is counted there and comes here with the next pull: only a
        difference that stays the same is one.
        """
        missing = await self.store.read(syncing.missing, counts)
        before, self.missed = self.missed, missing or None
        self.mismatch = bool(missing) and missing == before
        if not missing:
            return False
        _log.warning("counts differ after a pull from the beginning: %s", missing)
        if before is not None:
            return False
        await self.store.write(syncing.mend)
        return True

    def _ended(self, end: Pulled | TooMany) -> Pulled | TooMany:
        self._held = None
        self.whole = self.whole and isinstance(end, Pulled) and end.more
        return end

    def _told(self, changed: frozenset[Changed]) -> None:
        for one in sorted(changed, key=lambda told: (told.kind, told.customer_id or "")):
            self.tell(one)
