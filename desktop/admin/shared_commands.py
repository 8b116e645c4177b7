"""The commands about the shared database as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.admin.options import Force, Json, Tools, Yes, database_only
from desktop.admin.screen import Screen

guides = typer.Typer(no_args_is_help=True, help="Les guides et les motifs partagés.")

Whom = Annotated[
    str,
    typer.Argument(
        help="Un client, par son identifiant, son numéro, son téléphone ou son adresse e-mail\u00a0; "
        "ou un conseiller, par son nom de connexion."
    ),
]


def mount(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("init")(init)
    app.command("upgrade")(upgrade)
    app.command("backup")(backup)
    app.command("restore")(restore)
    app.command("export")(export)
    app.command("erase")(erase)
    app.command("purge")(purge)
    app.command("reap")(reap)
    guides.command("push")(push)
    app.add_typer(guides, name="guides")


def init(context: typer.Context, as_json: Json = False) -> None:
    """Préparer la base partagée. Peut être relancée."""
    from desktop.admin.databases import run_init

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_init(database_only(context, screen), screen))


def upgrade(context: typer.Context, as_json: Json = False) -> None:
    """Mettre une base préparée à cette version."""
    from desktop.admin.databases import run_upgrade

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_upgrade(database_only(context, screen), screen))


def push(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Des fichiers YAML\u00a0; sinon, ceux de l’application."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Remplacer aussi ceux qui ont été modifiés ici.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Mettre les guides et les motifs dans la base partagée."""
    from desktop.admin.guides import run_push

    screen = Screen(as_json=as_json)
    url = database_only(context, screen)
    raise typer.Exit(run_push(url, files or [], screen, force=force))


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Le fichier à écrire.")],
    tools: Tools = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Sauvegarder toute la base dans un fichier."""
    from desktop.admin.backups import run_backup

    screen = Screen(as_json=as_json)
    url = database_only(context, screen)
    raise typer.Exit(run_backup(url, file, screen, tools=tools, force=force))


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="La sauvegarde.")],
    tools: Tools = None,
    as_json: Json = False,
) -> None:
    """Restaurer une sauvegarde dans une base vide."""
    from desktop.admin.backups import run_restore

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_restore(database_only(context, screen), file, screen, tools=tools))


def export(
    context: typer.Context,
    whom: Whom,
    file: Annotated[Path | None, typer.Option("--file", help="Le fichier à écrire.")] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Écrire tout ce qui est gardé d’un client ou d’un conseiller."""
    from desktop.admin.subjects import run_export

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_export(database_only(context, screen), whom, file, screen, force=force))


def erase(context: typer.Context, whom: Whom, yes: Yes = False, as_json: Json = False) -> None:
    """Effacer un client, ou rendre un conseiller anonyme\u00a0; sans --yes, dire ce qui le serait."""
    from desktop.admin.subjects import run_erase

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_erase(database_only(context, screen), whom, screen, sure=yes))


def purge(
    context: typer.Context,
    rules: Annotated[Path, typer.Option("--rules", help="Les durées de conservation, en YAML.")],
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """Supprimer ce qui a été gardé assez longtemps\u00a0; sans --yes, dire ce qui le serait."""
    from desktop.admin.upkeep import run_purge

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_purge(database_only(context, screen), rules, screen, sure=yes))


def reap(
    context: typer.Context,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0, help="Depuis combien de temps, au moins.")
    ] = 30,
    as_json: Json = False,
) -> None:
    """Mettre fin aux transactions oubliées ouvertes, qui retiennent tous les postes."""
    from desktop.admin.upkeep import run_reap

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_reap(database_only(context, screen), seconds, screen))
