"""`import`: a table of customers or contacts into a store, by a mapping."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.admin import shared_words, words
from desktop.admin.screen import OK, TROUBLE, USAGE, Screen
from desktop.domain.errors import StoreUnavailable
from desktop.services.clock import Clock
from desktop.services.importing.compiling import (
    AnyRecipe,
    MissingColumns,
    RepeatedColumns,
    compile_mapping,
)
from desktop.services.importing.guessing import guess
from desktop.services.importing.mapping import (
    SEPARATORS,
    AnyMapping,
    ContactMapping,
    Into,
    load,
)
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import NotOurs, Rejects, place_for
from desktop.services.importing.runner import Options, Run, Tally
from desktop.services.importing.tables import Flaw, NotATable, Note, Table
from desktop.services.store.importing import Keeper, LocalKeeper
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.addresses import BadAddress
from desktop.services.store.shared.hindrances import DatabaseUnusable, connect, told

if TYPE_CHECKING:
    from desktop.services.store.shared.importing import SharedKeeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked on the command line."""

    store: Path | None
    into: Into
    source: Path
    mapping: Path
    rejects: Path | None = None
    dry: bool = False
    encoding: str | None = None
    separator: str | None = None
    database: str | None = None
    branch: str = ""
    """The shared database alone keeps it: that of customers whose row names none."""


class _Refusal(Exception):
    """Ends a command with words and an exit code."""

    def __init__(self, told: str, code: int) -> None:
        super().__init__(told)
        self.told = told
        self.code = code


def write_guess(order: Order, screen: Screen, *, force: bool) -> int:
    """Write a first mapping; answers the exit code."""
    if order.mapping.exists() and not force:
        screen.remark(f"{order.mapping} existe déjà. Ajoutez --force pour l’écraser.")
        return USAGE
    try:
        table = _table(order, None)
        try:
            told = guess(table, order.into, order.source.stem)
        finally:
            table.close()
        order.mapping.write_text(words.GUESSED + told, encoding="utf-8")
    except _Refusal as refusal:
        screen.remark(refusal.told)
        return refusal.code
    except NotATable as error:
        screen.remark(words.flaw_words(order.source, error))
        return TROUBLE
    except OSError as error:
        screen.remark(f"{order.mapping}\u00a0: {error.strerror}.")
        return TROUBLE
    screen.line(f"Correspondance écrite dans {order.mapping}\u00a0: relisez-la avant d’importer.")
    screen.result({"ok": True, "mapping": str(order.mapping)})
    return OK


def run_import(order: Order, screen: Screen) -> int:
    """Run an import; answers the exit code."""
    tally = Tally()
    report: dict[str, Any] = {"complete": False, "dry_run": order.dry, "rejects": None}
    code, told = TROUBLE, ""
    try:
        asyncio.run(_import(order, screen, tally, report))
        report["complete"] = True
        code = OK
        if tally.read and tally.rejected == tally.read:
            code, told = TROUBLE, "Toutes les lignes ont été rejetées."
    except KeyboardInterrupt:
        told = words.STOPPED
    except _Refusal as refusal:
        code, told = refusal.code, refusal.told
    except NotATable as error:
        told = words.flaw_words(order.source, error)
    except StoreUnavailable as error:
        told = words.trouble_words(error)
    except UNUSABLE as error:
        code, told, report["code"] = unusable(error)
    except OSError as error:
        told = f"{error.filename or order.source}\u00a0: {error.strerror}."
    if tally.read or code == OK:
        summary(tally, report, screen)
    if told:
        screen.remark(told)
        report["error"] = told
    screen.result({"ok": code == OK} | tally.told() | report)
    return code


async def _import(order: Order, screen: Screen, tally: Tally, report: dict[str, Any]) -> None:
    mapping, problems = load(order.mapping, order.into)
    if mapping is None:
        raise _Refusal("\n".join(words.problem_words(one) for one in problems), USAGE)
    table = _table(order, mapping)
    with ExitStack() as stack:
        stack.callback(table.close)
        for note, value in table.notes:
            if note is Note.GUESSED_ENCODING:
                screen.remark(f"Encodage supposé\u00a0: {value} (sinon, donnez --encoding).")
        recipe, rejects = _fitted(order, mapping, table)
        stack.callback(rejects.close)
        advance = stack.enter_context(screen.progress(order.source.name))
        options = Options(
            tally=tally,
            dry=order.dry,
            team=mapping.team if isinstance(mapping, ContactMapping) else "",
            branch=order.branch,
            told=lambda: advance(*table.progress()),
            waiting=lambda: screen.remark(words.WAITING),
        )
        async with _keeper(order) as keeper:
            try:
                await Run(keeper, table, recipe, rejects, options).go()
            finally:
                report["rejects"] = str(rejects.path) if rejects.begun else None


def _fitted(order: Order, mapping: AnyMapping, table: Table) -> tuple[AnyRecipe, Rejects]:
    """The mapping for this table's columns, and the rejects file for its rows."""
    try:
        recipe = compile_mapping(mapping, table.header)
        return recipe, Rejects(_rejects_place(order), table.header, table.separator)
    except MissingColumns as error:
        raise _Refusal(words.missing_words(error.missing, error.present), USAGE) from error
    except RepeatedColumns as error:
        told = f"Colonnes présentes deux fois dans le fichier\u00a0: {', '.join(error.repeated)}."
        raise _Refusal(told, USAGE) from error
    except NotOurs as error:
        told = f"{error} existe et n’est pas un fichier de rejets\u00a0: je n’y touche pas."
        raise _Refusal(told, USAGE) from error


UNUSABLE = (BadAddress, DatabaseUnusable)
"""What keeps the shared database from being used."""


def unusable(error: BadAddress | DatabaseUnusable) -> tuple[int, str, str]:
    """The exit code, the words and the code of it."""
    return shared_words.unusable(error)


@asynccontextmanager
async def keeper(
    store: Path | None, database: str | None
) -> AsyncIterator["LocalKeeper | SharedKeeper"]:
    """Where rows go: a store, made where there is none, or the shared database."""
    if database is not None:
        from desktop.services.store.shared.importing import SharedKeeper

        connection = connect(database)
        try:
            with told():
                yield SharedKeeper(connection)
        finally:
            connection.close()
        return
    if store is None:
        raise TypeError(store)
    opened = await LocalStore.open(store, Clock())
    try:
        yield LocalKeeper(opened)
    finally:
        await opened.close()


@asynccontextmanager
async def _keeper(order: Order) -> AsyncIterator[Keeper | None]:
    """As `keeper`; a dry run makes no store, and needs none."""
    absent = order.store is None or (order.dry and not order.store.exists())
    if order.database is None and absent:
        yield None
    else:
        async with keeper(order.store, order.database) as found:
            yield found


def _table(order: Order, mapping: AnyMapping | None) -> Table:
    separator = order.separator
    if separator is None and mapping is not None and mapping.separator is not None:
        separator = SEPARATORS[mapping.separator]
    encoding = order.encoding or (mapping.encoding if mapping else None)
    sheet = mapping.sheet if mapping else None
    try:
        return open_table(order.source, encoding=encoding, separator=separator, sheet=sheet)
    except NotATable as error:
        code = USAGE if error.flaw in {Flaw.ABSENT, Flaw.UNKNOWN_ENCODING} else TROUBLE
        raise _Refusal(words.flaw_words(order.source, error), code) from error


def _rejects_place(order: Order) -> Path | None:
    """A dry run writes rejects only where it is told to."""
    if order.rejects is not None or order.dry:
        return order.rejects
    return place_for(order.source, Path.cwd())


def summary(tally: Tally, report: dict[str, Any], screen: Screen) -> None:
    """Say what became of every row."""
    screen.line(
        f"{words.plural(tally.read, 'ligne lue')}\u00a0: "
        f"{words.plural(tally.imported, 'importée')}, "
        f"{words.plural(tally.unchanged, 'inchangée')}, "
        f"{words.plural(tally.rejected, 'rejetée')}."
    )
    if tally.erased:
        screen.line(f"Dont {words.plural(tally.erased, 'ligne')} laissées de côté, car effacées.")
    if tally.edited:
        kept = words.plural(tally.edited, "client")
        screen.line(f"Dont {kept} laissés tels quels, car modifiés ici.")
    for title, counts, known in (
        ("Rejets", tally.reasons, words.REASONS),
        ("Réparations", tally.repaired, words.REPAIRS),
        ("À revoir", tally.doubts, words.DOUBTS),
    ):
        for name, count in counts.most_common():
            screen.line(f"  {title}\u00a0: {words.number(count)} × {known.get(name, name)}")
    if report["rejects"]:
        screen.line(f"Lignes rejetées\u00a0: {report['rejects']}")
    if report["dry_run"]:
        screen.line(words.DRY)
