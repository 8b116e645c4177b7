"""The administrator's commands and their options."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.admin import people_commands, reports, secret_commands, shared_commands, surveys
from desktop.admin.options import Force, Json, Shared, database_only, places, store_only
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
    ANSWERS = "answers"


class Separator(StrEnum):
    """A text file's separator, by its sign or by its name."""

    COMMA = ","
    SEMICOLON = ";"
    PIPE = "|"
    TAB = "tab"


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
BranchName = Annotated[
    str, typer.Option("--branch", help="L’agence des clients dont la ligne n’en nomme pas.")
]


people_commands.mount(app)
shared_commands.mount(app)
secret_commands.mount(app)
surveys.mount(app)
reports.mount(app)


@app.callback()
def shared(
    context: typer.Context,
    store: Annotated[
        Path | None, typer.Option("--store", help="Le fichier d’une base locale.")
    ] = None,
    database: Annotated[
        str | None, typer.Option("--database", help="L’URL de la base partagée.")
    ] = None,
) -> None:
    """Garder ce que toutes les commandes partagent."""
    context.obj = Shared(store, database)


@app.command("import")
def import_table(
    context: typer.Context,
    what: Annotated[
        What, typer.Argument(help="Des clients, des contacts ou des réponses de clients.")
    ],
    source: Annotated[Path, typer.Argument(help="Un fichier CSV, TSV ou XLSX.")],
    *,
    mapping: MappingFile,
    rejects: RejectsFile = None,
    encoding: Encoding = None,
    separator: Sign = None,
    dry_run: Dry = False,
    guess: Guess = False,
    force: Force = False,
    branch: BranchName = "",
    as_json: Json = False,
) -> None:
    """Importer un tableau. La même commande peut être relancée\u00a0: rien n’est doublé."""
    from desktop.admin.imports import Order, run_import, write_guess

    screen = Screen(as_json=as_json)
    given = places(context, screen)
    if branch:
        database_only(context, screen)
    order = Order(
        store=given.store, database=given.database, branch=branch, into=what.value,
        source=source, mapping=mapping, rejects=rejects, dry=dry_run, encoding=encoding,
        separator=None if separator is None else separator.value.replace("tab", "\t"),
    )  # fmt: skip
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

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_add(store_only(context, screen), count, seed, screen))


@app.command("check")
def check(context: typer.Context, as_json: Json = False) -> None:
    """Vérifier la base\u00a0: son intégrité, ses versions, ses droits, le nombre de ses lignes."""
    screen = Screen(as_json=as_json)
    given = places(context, screen)
    if given.store is not None:
        from desktop.admin.checks import run_check as run_local

        raise typer.Exit(run_local(given.store, screen))
    from desktop.admin.databases import run_check

    raise typer.Exit(run_check(database_only(context, screen), screen))


app.command("recover-key")(recover_key)
