"""`secret set`, `secret forget`, `secret list`: what this machine's keyring holds for the company."""

import os
import sys
from typing import Annotated

import typer

from desktop.admin.options import Json
from desktop.admin.screen import OK, TROUBLE, USAGE, Screen
from desktop.domain.errors import NoPlaceForKey
from desktop.services.vault.ring import system_ring
from desktop.services.vault.secrets import BadSecret, BadSecretName, Secrets, variable

secret = typer.Typer(
    no_args_is_help=True, help="Les secrets que le trousseau de ce poste garde pour l’entreprise."
)
Name = Annotated[
    str,
    typer.Argument(help="sms, email, turn, janus, ou video-gateway:https://… (une passerelle)."),
]

_NOT_A_NAME = (
    "{name}\u00a0: ce n’est pas le nom d’un secret "
    "(sms, email, turn, janus, ou video-gateway:https://…)."
)
_NOT_A_SECRET = "Un secret tient sur une ligne, en caractères ASCII imprimables."  # noqa: S105 - words
_NO_RING = (
    "Ce poste n’a pas de trousseau utilisable. Donnez le secret par la variable "
    "{variable} de qui ouvre l’application."
)


def mount(app: typer.Typer) -> None:
    """Add the family to the command line."""
    app.add_typer(secret, name="secret")


@secret.command("set")
def secret_set(name: Name, as_json: Json = False) -> None:
    """Garder un secret\u00a0: il est demandé sans être montré, ou lu sur l’entrée standard."""
    screen = Screen(as_json=as_json)
    raise typer.Exit(run_set(name, _asked(name), _secrets(), screen))


@secret.command("forget")
def secret_forget(name: Name, as_json: Json = False) -> None:
    """Oublier un secret."""
    screen = Screen(as_json=as_json)
    raise typer.Exit(run_forget(name, _secrets(), screen))


@secret.command("list")
def secret_list(as_json: Json = False) -> None:
    """Dire quels secrets sont gardés\u00a0: leurs noms, jamais leur contenu."""
    screen = Screen(as_json=as_json)
    raise typer.Exit(run_list(_secrets(), screen))


def run_set(name: str, given: str, secrets: Secrets, screen: Screen) -> int:
    """Keep a secret; answers the exit code."""
    try:
        secrets.put(name, given)
    except (BadSecretName, BadSecret, NoPlaceForKey) as error:
        return _failed(error, name, screen)
    screen.line(f"Gardé\u00a0: {name}")
    screen.result({"ok": True, "name": name})
    return OK


def run_forget(name: str, secrets: Secrets, screen: Screen) -> int:
    """Drop a secret; answers the exit code."""
    try:
        was = secrets.forget(name)
    except (BadSecretName, NoPlaceForKey) as error:
        return _failed(error, name, screen)
    screen.line(f"Oublié\u00a0: {name}" if was else f"Il n’y avait pas de secret {name}.")
    screen.result({"ok": True, "name": name, "was": was})
    return OK


def run_list(secrets: Secrets, screen: Screen) -> int:
    """Tell the names; answers the exit code."""
    names = secrets.names()
    for name in names:
        screen.line(name)
    if not names:
        screen.remark("Aucun secret n’est gardé ici.")
    screen.result({"ok": True, "names": list(names)})
    return OK


def _secrets() -> Secrets:
    return Secrets(system_ring(), os.environ)


def _asked(name: str) -> str:
    """Without an echo from a person; all of stdin from a program."""
    if sys.stdin.isatty():
        return str(typer.prompt(f"Secret de {name}", hide_input=True, err=True)).strip()
    return sys.stdin.read().strip()


def _failed(error: Exception, name: str, screen: Screen) -> int:
    told, code, ended = _NO_RING.format(variable=variable(name)), "no_keyring", TROUBLE
    if isinstance(error, BadSecretName):
        told, code, ended = _NOT_A_NAME.format(name=name), "name", USAGE
    elif isinstance(error, BadSecret):
        told, code, ended = _NOT_A_SECRET, "secret", USAGE
    screen.remark(told)
    screen.result({"ok": False, "error": told, "code": code})
    return ended
