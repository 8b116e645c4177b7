"""Takes in the answers of a survey service: each page whole, then the place where the next begins."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from desktop.domain.errors import Unreachable
from desktop.domain.importing.values import Cell
from desktop.services.clock import Clock
from desktop.services.gateways.surveys import SurveyPage, Surveys
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.mapping import AnswerMapping
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run
from desktop.services.importing.tables import Note, Record
from desktop.services.store.importing import Keeper

HEADER: Final[tuple[str, ...]] = ("id", "token", "at", "satisfaction", "effort", "nps", "words")
TRIES: Final = 4
FIRST_WAIT: Final = 1.0
"""Seconds before a service that did not answer is asked again; twice that each further time."""
LONGEST_WAIT: Final = 120.0


class Answering(Keeper, Protocol):
    """A keeper that remembers how far a service was read."""

    async def remembered(self, name: str) -> str:
        """What was kept under this name; empty: nothing."""
        ...

    async def remember(self, name: str, value: str) -> None:
        """Keep a few words under a name."""
        ...


class _Answers:
    """A page as a table: the import's rules hold for it as for a file."""

    header: tuple[str, ...] = HEADER
    separator = ","
    encoding = ""
    notes: tuple[tuple[Note, str], ...] = ()

    def __init__(self, page: SurveyPage) -> None:
        self._page = page

    def records(self) -> Iterator[Record]:
        for line, answer in enumerate(self._page.answers, 1):
            cells = tuple(_cell(answer.get(name)) for name in HEADER)
            yield Record(line=line, cells=cells)

    def progress(self) -> tuple[int, int | None]:
        return len(self._page.answers), None

    def close(self) -> None:
        return


async def take_in(
    keeper: Answering,
    surveys: Surveys,
    mapping: AnswerMapping,
    options: Options,
    *,
    rejects: Path,
    clock: Clock,
) -> None:
    """Read on from where the last run stopped, to the end; counts in `options.tally`.

    Cut at any place it is run again: a page that was kept once more changes nothing. Answers that
    name no contact of ours go to the rejects file, which `import answers` reads.
    Raises SurveyFailed, Unreachable, SignInNeeded, StoreUnavailable.
    """
    refused = Rejects(rejects, HEADER, ";")
    name = f"surveys:{mapping.source}"
    try:
        after = await keeper.remembered(name)
        more = True
        while more:
            page = await _page(surveys, after, clock)
            recipe = compile_mapping(mapping, HEADER)
            await Run(keeper, _Answers(page), recipe, refused, options).go()
            if page.next and not options.dry:
                await keeper.remember(name, page.next)
            after, more = page.next, page.more
    finally:
        refused.close()


async def _page(surveys: Surveys, after: str, clock: Clock) -> SurveyPage:
    """A page, asked for again while the service is silent or busy."""
    for attempt in range(TRIES):
        try:
            return await asyncio.to_thread(surveys.page, after)
        except Unreachable as error:
            wait = FIRST_WAIT * 2**attempt if error.retry_after is None else error.retry_after
            if attempt == TRIES - 1 or wait > LONGEST_WAIT:
                raise
            await clock.sleep(wait)
    raise AssertionError


def _cell(value: object) -> Cell:
    """What a table's cell may hold; anything else is read as the words that it is."""
    return value if value is None or isinstance(value, (str, int, float)) else str(value)
