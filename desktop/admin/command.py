"""The administrator's commands and their options."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.admin.recovery import recover_key
from desktop.admin.screen import Screen

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Les commandes de l’administrateur de Vis-à-Vis.",
)


class What(StrEnum):
    """What a table holds."""

    CUSTOMERS = "customers"
    CONTACTS = "contacts"


class Separator(StrEnum):
    """A text file's separator, by its sign or by its name."""

    COMMA = ","
    SEMICOLON = ";"
    PIPE = "|"
    TAB = "tab"


@dataclass(frozen=True, slots=True)
class Shared:
    """Options before the command's name."""

    store: Path


Json = Annotated[bool, typer.Option("--json", help="Écrire un objet JSON en dernière ligne.")]

MappingFile = Annotated[Path, typer.Option("--mapping", help="La correspondance, en YAML.")]
RejectsFile = Annotated[
    Path | None, typer.Option("--rejects", help="Où écrire les lignes rejetées.")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help="L’encodage, s’il n’est pas trouvé.")
]
Sign = Annotated[
    Separator | None, typer.Option("--separator", help="Le séparateur, s’il n’est pas trouvé.")
]
Dry = Annotated[bool, typer.Option("--dry-run", help="Ne rien écrire.")]
Guess = Annotated[bool, typer.Option("--guess", help="Écrire une première correspondance.")]
Force = Annotated[bool, typer.Option("--force", help="Écraser la correspondance qui est là.")]


@app.callback()
def shared(
    context: typer.Context,
    store: Annotated[Path, typer.Option("--store", help="Le fichier de la base.")],
) -> None:
    """Garder ce que toutes les commandes partagent."""
    context.obj = Shared(store)


@app.command("import")
def import_table(
    context: typer.Context,
    what: Annotated[What, typer.Argument(help="Des clients ou des contacts.")],
    source: Annotated[Path, typer.Argument(help="Un fichier CSV, TSV ou XLSX.")],
    *,
    mapping: MappingFile,
    rejects: RejectsFile = None,
    encoding: Encoding = None,
    separator: Sign = None,
    dry_run: Dry = False,
    guess: Guess = False,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Importer un tableau. La même commande peut être relancée\u00a0: rien n’est doublé."""
    from desktop.admin.imports import Order, run_import, write_guess

    order = Order(
        store=_shared(context).store,
        into=what.value,
        source=source,
        mapping=mapping,
        rejects=rejects,
        dry=dry_run,
        encoding=encoding,
        separator=None if separator is None else separator.value.replace("tab", "\t"),
    )
    screen = Screen(as_json=as_json)
    code = write_guess(order, screen, force=force) if guess else run_import(order, screen)
    raise typer.Exit(code)


@app.command("add-customers")
def add_customers(
    context: typer.Context,
    count: Annotated[int, typer.Argument(min=1, help="Combien.")],
    seed: Annotated[int, typer.Option("--seed", min=0, max=65_535, help="Quelle série.")] = 1,
    as_json: Json = False,
) -> None:
    """Ajouter des clients inventés, toujours les mêmes pour une même série."""
    from desktop.admin.synthetic import run_add

    raise typer.Exit(run_add(_shared(context).store, count, seed, Screen(as_json=as_json)))


@app.command("check")
def check(context: typer.Context, as_json: Json = False) -> None:
    """Vérifier l’intégrité de la base, compter ses lignes, dire ses versions."""
    from desktop.admin.checks import run_check

    raise typer.Exit(run_check(_shared(context).store, Screen(as_json=as_json)))


app.command("recover-key")(recover_key)


def _shared(context: typer.Context) -> Shared:
    shared: Shared = context.obj
    return shared
