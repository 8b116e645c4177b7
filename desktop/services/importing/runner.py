"""The run of an import: rows in, a few hundred at a time, every one of them accounted for."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import PersonId
from desktop.domain.importing import Marks, Rejected, RejectReason
from desktop.domain.importing.answers import AnswerRow, answer_row, matched
from desktop.domain.importing.contacts import contact_row
from desktop.domain.importing.customers import customer_row
from desktop.domain.importing.keeping import AnyRow, Kept, KeptContact, kept
from desktop.domain.importing.recipes import AnswerRecipe, CustomerRecipe
from desktop.domain.importing.values import Row
from desktop.services.importing.compiling import AnyRecipe
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.tables import Record, Table
from desktop.services.store.importing import Keeper
from desktop.services.store.seen_keys import SeenKeys

CHUNK = 500
"""Rows read between two transactions: while they are read, a window can write."""
ALLOWED_S = 0.025
"""A transaction takes no more rows than fit into this; with its commit it stays under 50 ms."""
LONGEST_S = 0.045
"""One that took longer, for its commit was slow, makes the next ones shorter."""
BREATH_S = 0.005
"""Left to others between transactions that follow each other."""
PATIENCE = 12
"""How often a store that another process holds is asked again, each time after some 5 s."""


@dataclass(slots=True)
class Tally:
    """Every row read is imported, unchanged or rejected."""

    read: int = 0
    imported: int = 0
    unchanged: int = 0
    rejected: int = 0
    edited: int = 0
    """Of the unchanged, customers left as they are because they were edited here."""
    erased: int = 0
    """Of the unchanged, rows left out because what they tell of was erased at somebody's wish."""
    reasons: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)

    def told(self) -> dict[str, Any]:
        """The counts as plain values."""
        counted = {name: getattr(self, name) for name in self.__slots__}
        return {
            name: dict(count.most_common()) if isinstance(count, Counter) else count
            for name, count in counted.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run goes, and whom it tells."""

    tally: Tally = field(default_factory=Tally)
    """Where the run counts; it can be read while the run goes on, and after it was cut."""
    dry: bool = False
    team: str = ""
    branch: str = ""
    """That of customers whose row names none."""
    told: Callable[[], None] = lambda: None
    """Called after each chunk."""
    waiting: Callable[[], None] = lambda: None
    """Called each time that another process holds the store."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A row that can go in."""

    record: Record
    kept: Kept
    marks: Marks


_Refusal = tuple[int, Rejected, Row]


class Run:
    """One run over one table. Without a keeper nothing is known and nothing written."""

    def __init__(
        self,
        keeper: Keeper | None,
        table: Table,
        recipe: AnyRecipe,
        rejects: Rejects,
        options: Options,
    ) -> None:
        self.tally = options.tally
        self._keeper = keeper
        self._table = table
        self._recipe = recipe
        self._rejects = rejects
        self._options = options
        self._people: dict[str, PersonId] = {}
        self._allowed_s = ALLOWED_S

    async def go(self) -> Tally:
        """Run to the end of the table. Cut short, it can simply be run again.

        Raises NotATable where the file cannot be read on, StoreUnavailable.
        """
        records = self._table.records()
        with SeenKeys() as seen:
            while chunk := list(islice(records, CHUNK)):
                await self._chunk(chunk, seen)
                self._options.told()
        return self.tally

    async def _chunk(self, chunk: list[Record], seen: SeenKeys) -> None:
        refused: list[_Refusal] = []
        ready = [one for record in chunk if (one := self._read(record, refused))]
        ready = await _matched(self._keeper, ready, refused)
        repeated = self._repeated(ready, seen, refused) if ready else set()
        known = await self._known([one.kept.id for one in ready])
        fresh = [
            one
            for one in ready
            if one.record.line not in repeated and known.get(one.kept.id) != one.kept.digest
        ]
        edited, erased = await self._keep(fresh)
        tally = self.tally
        for one in ready:
            tally.repaired.update(one.marks.repairs)
            tally.doubts.update(one.marks.doubts)
        tally.read += len(chunk)
        tally.rejected += len(refused)
        tally.reasons.update(str(why.reason) for _, why, _ in refused)
        tally.imported += len(fresh) - edited - erased
        tally.edited += edited
        tally.erased += erased
        tally.unchanged += len(chunk) - len(refused) - len(fresh) + edited + erased
        self._rejects.add(sorted(refused, key=lambda one: one[0]))

    def _read(self, record: Record, refused: list[_Refusal]) -> _Ready | None:
        try:
            row = self._row(record)
        except Rejected as why:
            refused.append((record.line, why, record.cells))
            return None
        return _Ready(record, kept(row), row.marks)

    def _row(self, record: Record) -> AnyRow:
        if record.fault is not None:
            raise Rejected(record.fault)
        if isinstance(self._recipe, CustomerRecipe):
            row = customer_row(self._recipe, record.cells)
            return row if row.branch else replace(row, branch=self._options.branch)
        if isinstance(self._recipe, AnswerRecipe):
            return answer_row(self._recipe, record.cells)
        return contact_row(self._recipe, record.cells)

    def _repeated(self, ready: list[_Ready], seen: SeenKeys, refused: list[_Refusal]) -> set[int]:
        """Lines whose key an earlier line of this file has; refused where they say otherwise."""
        repeated = set()
        rows = [(one.kept.id, one.record.line, one.kept.digest) for one in ready]
        for one, (line, digest) in zip(list(ready), seen.first(rows), strict=True):
            if line == one.record.line:
                continue
            repeated.add(one.record.line)
            if digest != one.kept.digest:
                why = Rejected(RejectReason.DUPLICATE_KEY, "", str(line))
                refused.append((one.record.line, why, one.record.cells))
                ready.remove(one)
        return repeated

    async def _known(self, ids: Sequence[str]) -> dict[str, str]:
        if self._keeper is None or not ids:
            return {}
        return await self._keeper.digests(ids)

    async def _keep(self, fresh: list[_Ready]) -> tuple[int, int]:
        """Write rows in short transactions; answers how many were left: edited here, erased."""
        rows = [one.kept for one in fresh]
        keeper = self._keeper
        if keeper is None or self._options.dry:
            return 0, 0
        await self._meet(rows)
        edited = erased = done = 0
        while done < len(rows):
            if done:
                await keeper.rest(BREATH_S)
            left = rows[done:]
            source = self._recipe.source
            people, allowed = self._people, self._allowed_s
            written = await self._patiently(keeper.keep, source, left, people, allowed)
            self._pace(time.perf_counter() - written.begun)
            done += written.count
            edited += written.edited
            erased += written.erased
        return edited, erased

    def _pace(self, taken_s: float) -> None:
        """Take less at a time where the disk or the machine is slow, more again when it is not."""
        faster = 0.7 if taken_s > LONGEST_S else 1.1
        self._allowed_s = min(ALLOWED_S, max(ALLOWED_S / 8, self._allowed_s * faster))

    async def _meet(self, rows: list[Kept]) -> None:
        """Make sure that the advisors of these rows are people."""
        named = {one.row.advisor for one in rows if isinstance(one, KeptContact)}
        new = named - {""} - self._people.keys()
        if new and self._keeper is not None:
            source, team, asked = self._recipe.source, self._options.team, self._keeper.advisors
            self._people |= await self._patiently(asked, source, sorted(new), team)

    async def _patiently(self, work: Callable[..., Awaitable[Any]], *args: Any) -> Any:
        """Write, again and again while another process holds the store."""
        for attempt in range(PATIENCE):
            try:
                return await work(*args)
            except StoreUnavailable as error:
                if error.trouble is not Trouble.LOCKED or attempt == PATIENCE - 1:
                    raise
                self._options.waiting()
        raise AssertionError


async def _matched(
    keeper: Keeper | None, ready: list[_Ready], refused: list[_Refusal]
) -> list[_Ready]:
    """Answers with whom their contacts were with; without a keeper nobody knows any."""
    asked = [one.kept.row.answer for one in ready if isinstance(one.kept.row, AnswerRow)]
    if keeper is None or not asked:
        return ready
    known = await keeper.contacts([one.contact_id for one in asked if one.contact_id])
    found = []
    for one in ready:
        row = one.kept.row
        try:
            if isinstance(row, AnswerRow):
                row = matched(row, known.get(row.answer.contact_id or ""))
        except Rejected as why:
            refused.append((one.record.line, why, one.record.cells))
        else:
            found.append(replace(one, kept=kept(row)))
    return found
