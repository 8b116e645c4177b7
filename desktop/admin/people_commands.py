"""The commands about branches, teams and people of the shared database."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop.admin.options import Json, database_only
from desktop.admin.screen import Screen

branch = typer.Typer(no_args_is_help=True, help="Les agences.")
team = typer.Typer(no_args_is_help=True, help="Les équipes.")
person = typer.Typer(no_args_is_help=True, help="Les personnes et leur accès.")


class RoleName(StrEnum):
    """What a person may do."""

    ADVISOR = "advisor"
    LEAD = "lead"
    ADMIN = "admin"


Named = Annotated[str, typer.Argument(help="Le nom.")]
SignIn = Annotated[str, typer.Argument(help="Le nom de connexion\u00a0: minuscules, chiffres, _.")]
OutFile = Annotated[
    Path | None, typer.Option("--file", help="Écrire le fichier de connexion à remettre.")
]
WithPassword = Annotated[
    bool, typer.Option("--with-password", help="Y mettre aussi le mot de passe.")
]
Certificate = Annotated[
    Path | None, typer.Option("--certificate", help="Y mettre le certificat de cette autorité.")
]

Server = Annotated[
    str, typer.Option("--server", help="hôte:port des postes, si ce n’est pas celui d’ici.")
]


def mount(app: typer.Typer) -> None:
    """Add the families to the command line."""
    app.add_typer(branch, name="branch")
    app.add_typer(team, name="team")
    app.add_typer(person, name="person")


@branch.command("add")
def branch_add(context: typer.Context, name: Named, as_json: Json = False) -> None:
    """Ajouter une agence."""
    from desktop.admin.people import run_branch_add

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_branch_add(database_only(context, screen), name, screen))


@team.command("add")
def team_add(
    context: typer.Context,
    name: Named,
    branch_name: Annotated[str | None, typer.Option("--branch", help="Son agence.")] = None,
    as_json: Json = False,
) -> None:
    """Ajouter une équipe, ou la mettre dans une agence."""
    from desktop.admin.people import run_team_add

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_team_add(database_only(context, screen), name, branch_name, screen))


@person.command("add")
def person_add(
    context: typer.Context,
    name: SignIn,
    *,
    role: Annotated[RoleName, typer.Option("--role", help="Ce que la personne peut faire.")],
    team_name: Annotated[str, typer.Option("--team", help="Son équipe.")] = "",
    full_name: Annotated[str, typer.Option("--full-name", help="Son prénom et son nom.")] = "",
    file: OutFile = None,
    with_password: WithPassword = False,
    certificate: Certificate = None,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Ajouter une personne\u00a0: son mot de passe à usage unique n’est montré qu’une fois."""
    from desktop.admin.people import HandedOver, run_person_add
    from desktop.services.store.shared.people import Newcomer

    screen = Screen(as_json=as_json)
    url = database_only(context, screen)
    wanted = Newcomer(sign_in=name, role=role.value, team=team_name, full_name=full_name)
    handed = HandedOver(
        place=file, with_password=with_password, certificate=certificate, server=server
    )
    raise typer.Exit(run_person_add(url, wanted, handed, screen))


@person.command("password")
def person_password(
    context: typer.Context,
    name: SignIn,
    file: OutFile = None,
    with_password: WithPassword = False,
    certificate: Certificate = None,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Donner un nouveau mot de passe à usage unique."""
    from desktop.admin.people import HandedOver, run_person_password

    screen = Screen(as_json=as_json)
    url = database_only(context, screen)
    handed = HandedOver(
        place=file, with_password=with_password, certificate=certificate, server=server
    )
    raise typer.Exit(run_person_password(url, name, handed, screen))


@person.command("disable")
def person_disable(context: typer.Context, name: SignIn, as_json: Json = False) -> None:
    """Fermer l’accès d’une personne, et ce qu’elle a d’ouvert."""
    raise typer.Exit(_enabled(context, name, as_json, enabled=False))


@person.command("enable")
def person_enable(context: typer.Context, name: SignIn, as_json: Json = False) -> None:
    """Rouvrir l’accès d’une personne."""
    raise typer.Exit(_enabled(context, name, as_json, enabled=True))


def _enabled(context: typer.Context, name: str, as_json: bool, *, enabled: bool) -> int:
    from desktop.admin.people import run_person_enabled

    screen = Screen(as_json=as_json)
    return run_person_enabled(database_only(context, screen), name, screen, enabled=enabled)


@person.command("token")
def person_token(
    context: typer.Context,
    name: SignIn,
    *,
    key: Annotated[Path, typer.Option("--key", help="Un secret, ou une clé privée PEM.")],
    hours: Annotated[float, typer.Option("--hours", min=0.01, max=8760, help="Sa durée.")] = 12,
    as_json: Json = False,
) -> None:
    """Signer un jeton pour la seconde porte, pour un pilote ou un essai."""
    from desktop.admin.people import run_person_token

    screen = Screen(as_json=as_json)
    raise typer.Exit(run_person_token(database_only(context, screen), name, key, hours, screen))
