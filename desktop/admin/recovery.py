"""`recover-key`: opens a desk's recovery envelope with the organisation's private key."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.admin.screen import OK, TROUBLE, Screen

_UNREADABLE = "{path}\u00a0: ce fichier ne se lit pas."
_WRONG_KEY = "Cette enveloppe a été faite pour une autre clé de secours{whose}."
_BAD = {
    "envelope": "{envelope}\u00a0: ce n’est pas une enveloppe de secours de Vis-à-Vis.",
    "private": (
        "{private_key}\u00a0: ce n’est pas une clé privée X25519 en PEM, "
        "ou son mot de passe (--password-file) n’est pas le bon."
    ),
}
_TOLD = (
    "Code de secours, à donner à la personne elle-même, qui choisira un nouveau mot de passe\u00a0:"
)
_CARE = "Ce code ouvre tout ce que ce poste garde pour elle\u00a0: ne l’écrivez dans aucun message."


def recover_key(
    *,
    envelope: Annotated[
        Path, typer.Option("--envelope", help="Le fichier recovery.json du poste.")
    ],
    private_key: Annotated[
        Path, typer.Option("--private-key", help="La clé privée de secours (X25519, PEM).")
    ],
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", help="Le mot de passe de cette clé, s’il y en a un."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Écrire un objet JSON en dernière ligne.")
    ] = False,
) -> None:
    """Ouvrir l’enveloppe de secours d’un poste\u00a0: le code rend à la personne ce qu’il garde."""
    screen = Screen(as_json=as_json)
    raise typer.Exit(run_recover(envelope, private_key, password_file, screen))


def run_recover(
    envelope: Path, private_key: Path, password_file: Path | None, screen: Screen
) -> int:
    """Print the recovery code of an envelope; answers the exit code."""
    from desktop.domain.errors import WrongSecret
    from desktop.services.vault import envelopes

    read: list[bytes] = []
    for path in (envelope, private_key, *([password_file] if password_file else [])):
        try:
            read.append(path.read_bytes())
        except OSError:
            return _failed(screen, "unreadable", _UNREADABLE.format(path=path))
    password = read[2].rstrip(b"\r\n") if password_file else None
    sealed = read[0].decode("utf-8", "replace")
    try:
        code = envelopes.spelled(envelopes.unseal(sealed, read[1], password))
    except WrongSecret:
        addressee = envelopes.addressee(sealed)
        whose = f" ({addressee})" if addressee else ""
        return _failed(screen, "wrong_key", _WRONG_KEY.format(whose=whose))
    except envelopes.BadRecoveryKey as error:
        told = _BAD[error.part].format(envelope=envelope, private_key=private_key)
        return _failed(screen, f"bad_{error.part}", told)
    screen.remark(_CARE)
    screen.line(_TOLD)
    screen.line(code)
    screen.result({"ok": True, "code": code})
    return OK


def _failed(screen: Screen, code: str, told: str) -> int:
    screen.remark(told)
    screen.result({"ok": False, "error": told, "code": code})
    return TROUBLE
