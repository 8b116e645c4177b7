"""Finds customers by any piece of what is known of them; the newest question wins."""

import asyncio
from dataclasses import replace
from typing import Any, Final

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone, Invalid, RefusedByServer, Unreachable
from desktop.domain.ids import CustomerId, VideoPhotoId
from desktop.domain.ranking import Candidate, marked
from desktop.domain.search import Match, Results, readings
from desktop.domain.vocabulary import Vocabulary
from desktop.services.changes import Changes
from desktop.services.store import branches, search, syncing, video
from desktop.services.store.local import LocalStore
from desktop.services.store.replica_rows import keep_picture
from desktop.services.store.video import same_picture
from desktop.services.transport import SyncTransport
from desktop.services.transport.thread import NetThread

LIMIT = 50
"""Matches of one search: more than anybody reads."""


KEPT_OPEN: Final = 20.0
"""Seconds that the connection is kept after the last question."""

PATIENCE: Final = 0.3
"""Seconds that a question may still take when a newer one comes; then it is cut."""


class Search:
    """Asks the local store's indexes."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store
        self._vocabulary = Vocabulary()
        """Touched in the store's thread only."""

    async def find(self, text: str, limit: int = LIMIT) -> Results:
        """The customers who answer what was typed, the best first.

        A newer call cancels this one: it then raises CancelledError.
        """
        if not readings(text):
            return Results(text=text)
        return await self._store.read_newest("search", search.find, text, limit, self._vocabulary)

    async def by_phone(self, e164: str) -> tuple[Match, ...]:
        """The customers who have exactly this number (E.164)."""
        return await self._store.read(search.by_phone, e164)

    async def warm(self) -> None:
        """Read the names known here ahead of the first correction."""
        await self._store.read(search.learn, self._vocabulary)


class LiveSearch:
    """Asks the shared database for customers whom this machine does not hold; newest wins."""

    def __init__(
        self,
        store: LocalStore,
        changes: Changes,
        door: SyncTransport,
        kept_open: float = KEPT_OPEN,
    ) -> None:
        self._store = store
        self._changes = changes
        self._door = door
        self._kept_open = kept_open
        self._thread = NetThread("live-search")
        self._asked = 0
        self._closed = False
        self._running: asyncio.Future[dict[str, Any]] | None = None
        self._hang_up: asyncio.TimerHandle | None = None

    async def find(self, text: str, most: int = LIMIT) -> tuple[Match, ...]:
        """Who answers in the whole company, the best first.

        A newer question cancels this one: it then raises CancelledError. Raises Unreachable,
        SignInNeeded, RefusedByServer.
        """
        self._asked += 1
        mine = self._asked
        await self._make_way()
        if mine != self._asked:
            raise asyncio.CancelledError
        try:
            answer = await self._ask("search", {"words": text, "most": most}, mine)
        except Unreachable:
            if mine != self._asked:
                raise asyncio.CancelledError from None
            raise
        if mine != self._asked:
            raise asyncio.CancelledError
        elsewhere = await self._store.read(branches.elsewhere)
        return tuple(
            replace(
                marked(text, _candidate(told)),
                held=False,
                branch=elsewhere.get(told.get("branch_id") or "", ""),
            )
            for told in answer["matches"]
        )

    async def fetch(self, customer_id: str) -> None:
        """Bring a customer's whole file here, and keep it for 30 days.

        The opening is in the audit trail. Raises Gone, Unreachable, SignInNeeded.
        """
        try:
            answer = await self._ask("customer", {"id": customer_id})
        except RefusedByServer as error:
            if error.code == "PT404":
                raise Gone(customer_id) from None
            raise
        now = int(self._store.clock.now().timestamp() * 1000)
        keep = syncing.keep_opened
        changed = await self._store.write(keep, customer_id, answer["rows"], now, answer["now"])
        for one in changed:
            self._changes.tell(one)

    async def picture(self, photo_id: VideoPhotoId) -> None:
        """Bring a photo's picture here, where another machine took it: it is kept with its row.

        The opening is in the audit trail. Raises Gone, Unreachable, SignInNeeded; Invalid where
        what came is not what was taken.
        """
        known = await self._store.read(video.photo, photo_id)
        if known.data:
            return
        try:
            answer = await self._ask("video_photo", {"id": photo_id})
        except RefusedByServer as error:
            if error.code == "PT404":
                raise Gone(photo_id) from None
            raise
        if not same_picture(answer["data"], known.sha256):
            raise Invalid("photo", "sha256")
        await self._store.write(keep_picture, photo_id, answer["data"])
        self._changes.tell(Changed(kind=Kind.VIDEO, customer_id=known.customer_id))

    async def change(self, door: SyncTransport) -> None:
        """Go on through another door: somebody signed in again."""
        self._door.interrupt()
        await self._thread.run(self._door.close)
        self._door = door

    async def close(self) -> None:
        """End; what is under way is cut."""
        self._asked += 1
        self._closed = True
        if self._hang_up is not None:
            self._hang_up.cancel()
        self._door.interrupt()
        if await self._thread.end(PATIENCE * 10):
            self._door.close()

    async def _make_way(self) -> None:
        """Let the question before this one end, or cut it."""
        if self._running is not None and not self._running.done():
            await asyncio.wait((self._running,), timeout=PATIENCE)
            if not self._running.done():
                self._door.interrupt()

    async def _ask(
        self, function: str, params: dict[str, Any], question: int | None = None
    ) -> dict[str, Any]:
        if self._hang_up is not None:
            self._hang_up.cancel()
        self._running = self._thread.submit(self._call, function, params, question)
        # Whoever stops waiting does not stop the call: the next question has to know of it.
        self._running.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        try:
            return await asyncio.shield(self._running)
        finally:
            if not self._closed:
                later = asyncio.get_running_loop().call_later
                self._hang_up = later(self._kept_open, self._thread.submit, self._door.close)

    def _call(self, function: str, params: dict[str, Any], question: int | None) -> dict[str, Any]:
        try:
            return self._door.call(function, params)
        except Unreachable:
            # A connection that was kept may have been cut since; with a newer question it was.
            if question != self._asked:
                raise
            return self._door.call(function, params)


def _candidate(told: dict[str, Any]) -> Candidate:
    contract = told.get("contract") or ""
    return Candidate(
        customer_id=CustomerId(told["customer_id"]),
        family_name=told.get("name") or "",
        number=told.get("number") or "",
        phone=told.get("phone") or "",
        email=told.get("email") or "",
        postcode=told.get("postcode") or "",
        city=told.get("city") or "",
        contracts=((contract, told.get("product") or ""),) if contract else (),
    )
