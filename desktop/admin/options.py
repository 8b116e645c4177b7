"""What the commands' options share, and which kind of store a command works on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from desktop.admin.screen import USAGE, Screen


@dataclass(frozen=True, slots=True)
class Shared:
    """Options before the command's name: exactly one of both is given."""

    store: Path | None
    database: str | None

    @property
    def given(self) -> int:
        """How many were given."""
        return (self.store is not None) + (self.database is not None)


Json = Annotated[bool, typer.Option("--json", help="Écrire un objet JSON en dernière ligne.")]
Yes = Annotated[
    bool, typer.Option("--yes", help="Le faire\u00a0; sinon, dire seulement ce qui le serait.")
]
Tools = Annotated[Path | None, typer.Option("--tools", help="Le dossier des outils de PostgreSQL.")]
Force = Annotated[bool, typer.Option("--force", help="Écraser le fichier qui est là.")]

_NEITHER = "Donnez --store FICHIER ou --database URL, l’un des deux, avant le nom de la commande."
_STORE_ONLY = "Cette commande ne concerne qu’une base locale\u00a0: donnez --store FICHIER."
_DATABASE_ONLY = "Cette commande ne concerne que la base partagée\u00a0: donnez --database URL."


def places(context: typer.Context, screen: Screen) -> Shared:
    """What was given; ends the command where it is neither, or both."""
    shared: Shared = context.obj
    if shared.given != 1:
        raise _refused(screen, _NEITHER)
    return shared


def store_only(context: typer.Context, screen: Screen) -> Path:
    """The store's file; ends the command where the shared database was given."""
    store = places(context, screen).store
    if store is None:
        raise _refused(screen, _STORE_ONLY)
    return store


def database_only(context: typer.Context, screen: Screen) -> str:
    """The shared database's address; ends the command where a store was given."""
    database = places(context, screen).database
    if database is None:
        raise _refused(screen, _DATABASE_ONLY)
    return database


def _refused(screen: Screen, told: str) -> typer.Exit:
    screen.remark(told)
    screen.result({"ok": False, "error": told, "code": "usage"})
    return typer.Exit(USAGE)
