"""`report fcr|standards|gap`: figures over every contact of a store or of the shared database."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from desktop.admin import imports, words
from desktop.admin.options import Json, Shared, places
from desktop.admin.report_words import told_fcr, told_gap, told_standards
from desktop.admin.screen import OK, TROUBLE, USAGE, Screen
from desktop.domain.errors import StoreUnavailable
from desktop.domain.first_contact import DAYS
from desktop.domain.reports import Period
from desktop.domain.standards import Standards
from desktop.services import standards as standard_files
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.services.store.reports import Reports, of_store

STANDARDS = Path(__file__).parents[2] / "resources" / "standards.yaml"
T = TypeVar("T")


class Figure(StrEnum):
    """What can be reported."""

    FCR = "fcr"
    STANDARDS = "standards"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked on the command line."""

    figure: Figure
    days: int = DAYS
    first: date | None = None
    last: date | None = None


class _Unusable(Exception):
    """Ends the command with words and an exit code."""

    def __init__(self, told: str, code: int = TROUBLE) -> None:
        super().__init__(told)
        self.code = code


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(
    context: typer.Context,
    figure: Annotated[Figure, typer.Argument(help="fcr, standards ou gap.")],
    *,
    days: Annotated[
        int, typer.Option("--days", min=1, max=366, help="fcr\u00a0: le délai d’un retour.")
    ] = DAYS,
    first: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Premier jour.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Dernier jour, compris.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Dire la résolution au premier contact, les délais tenus, ou l’écart d’estimation."""
    screen = Screen(as_json=as_json)
    wanted = Wanted(
        figure=figure,
        days=days,
        first=None if first is None else first.date(),
        last=None if last is None else last.date(),
    )
    raise typer.Exit(run_report(places(context, screen), wanted, screen))


def run_report(given: Shared, wanted: Wanted, screen: Screen) -> int:
    """Report; answers the exit code."""
    code, told = TROUBLE, ""
    try:
        found = _report(given, wanted, screen)
    except _Unusable as error:
        code, told = error.code, str(error)
    except StoreUnavailable as error:
        told = words.trouble_words(error)
    except imports.UNUSABLE as error:
        code, told, _ = imports.unusable(error)
    else:
        screen.result({"ok": True} | found)
        return OK
    screen.remark(told)
    screen.result({"ok": False, "error": told})
    return code


def _report(given: Shared, wanted: Wanted, screen: Screen) -> dict[str, Any]:
    """What is told a program; a person is told in lines."""
    if wanted.first and wanted.last and wanted.last < wanted.first:
        raise _Unusable("--to est avant --from.", USAGE)
    if given.database is not None:
        return _of_database(given.database, wanted, screen)
    if given.store is None or not given.store.exists():
        raise _Unusable(f"{given.store}\u00a0: la base n’existe pas.")
    return asyncio.run(_of_store(given.store, wanted, screen))


def _of_database(url: str, wanted: Wanted, screen: Screen) -> dict[str, Any]:
    from desktop.services.store.shared.hindrances import connect, told
    from desktop.services.store.shared.reports import of_database, standards_text

    connection = connect(url)
    try:
        with told():
            text = standards_text(connection)
            kept = (standard_files.of_text("standards", text) if text else None) or _of_file()
            period = _period(wanted, kept)
            return _told(wanted, kept, screen, lambda ask: of_database(connection, period, ask))
    finally:
        connection.close()


async def _of_store(path: Path, wanted: Wanted, screen: Screen) -> dict[str, Any]:
    store = await LocalStore.open(path, Clock())
    try:
        kept, _ = await standard_files.load_for(store, STANDARDS)
        kept = kept or _of_file()
        period = _period(wanted, kept)

        def work(connection: Any) -> dict[str, Any]:
            return _told(wanted, kept, screen, lambda ask: of_store(connection, period, ask))

        return await store.read(work)
    finally:
        await store.close()


def _told(
    wanted: Wanted,
    standards: Standards,
    screen: Screen,
    rows: Callable[[Callable[[Reports], Any]], Any],
) -> dict[str, Any]:
    match wanted.figure:
        case Figure.FCR:
            computed, declared = rows(lambda one: one.fcr(wanted.days))
            return told_fcr(computed, declared, screen)
        case Figure.STANDARDS:
            return told_standards(rows(lambda one: one.standards(standards)), standards, screen)
        case Figure.GAP:
            return told_gap(rows(lambda one: one.gap()), screen)


def _of_file() -> Standards:
    found, problems = standard_files.load_now(STANDARDS)
    if found is None:
        raise _Unusable("\n".join(words.problem_words(one) for one in problems))
    return found


def _period(wanted: Wanted, standards: Standards) -> Period:
    """Whole days, the last one too, in the zone of the standards' opening hours."""
    zone = standards.calendar.zone

    def begins(day: date) -> datetime:
        return datetime.combine(day, time.min, zone).astimezone(UTC)

    last = None
    if wanted.last is not None:
        last = begins(wanted.last + timedelta(days=1)) - timedelta(milliseconds=1)
    return Period(since=None if wanted.first is None else begins(wanted.first), to=last)
