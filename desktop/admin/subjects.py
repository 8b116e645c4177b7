"""`export` and `erase`: what is held of a customer or an advisor, handed over or taken away."""

import json
from pathlib import Path
from typing import Any

from desktop.admin import words
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.services.clock import Clock
from desktop.services.files import written
from desktop.services.store.shared import erasing, holdings
from desktop.services.store.shared.acting import Connection, keeping
from desktop.services.store.shared.holdings import CUSTOMER, Subject

_KINDS = {"customer": "client", "person": "conseiller"}


def run_export(url: str, whom: str, place: Path | None, screen: Screen, *, force: bool) -> int:
    """Write all that is held of somebody into one file; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        subject = _found(connection, whom)
        target = place or Path(f"export-{subject.id}.json")
        if target.exists() and not force:
            raise Denied(
                f"{target} existe déjà. Ajoutez --force pour l’écraser.", USAGE, code="file"
            )
        with keeping(connection):
            held = holdings.everything(connection, subject)
            holdings.note(connection, "exported", subject.kind, subject.id)
        about = {"kind": subject.kind, "id": subject.id, "at": Clock().now().isoformat()}
        with written(target) as file:
            told = about | {"held": held}
            file.write(json.dumps(told, ensure_ascii=False, indent=1).encode())
        counts = {table: len(rows) for table, rows in held.items()}
        _tell(counts, screen)
        screen.line(f"Fichier\u00a0: {target}")
        return {"file": str(target), "kind": subject.kind, "id": subject.id, "counts": counts}

    return carry_out(url, screen, work)


def run_erase(url: str, whom: str, screen: Screen, *, sure: bool) -> int:
    """Erase somebody, or say what would go; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        subject = _found(connection, whom)
        told = {"kind": subject.kind, "id": subject.id, "dry_run": not sure}
        left = erasing.left(connection, subject)
        counts, role = (
            erasing.erase(connection, subject)
            if sure
            else (erasing.foreseen(connection, subject), None)
        )
        screen.line(f"{_KINDS[subject.kind].capitalize()} {subject.name or subject.number}\u00a0:")
        _tell(counts, screen)
        if subject.kind != CUSTOMER:
            screen.line("Le compte est fermé et rendu anonyme\u00a0; restent, sans nom\u00a0:")
            _tell(left, screen)
        screen.line("Effacé." if sure else f"{words.DRY} Ajoutez --yes pour effacer.")
        if role is not None:
            screen.remark(
                f"Le rôle {role} n’a pas pu être supprimé\u00a0; il ne peut plus se connecter."
            )
        return told | {"counts": counts, "left": left, "role_left": role}

    return carry_out(url, screen, work)


def _found(connection: Connection, whom: str) -> Subject:
    """The one whom the words mean; several are listed, never guessed."""
    with keeping(connection):
        found = holdings.subjects(connection, whom.strip())
    if not found:
        raise Denied("Personne ne répond à ces mots.", USAGE, code="nobody")
    if len(found) > 1:
        lines = [f"  {_KINDS[one.kind]} {one.number}  {one.name}  {one.id}" for one in found]
        raise Denied(
            "\n".join(
                ["Plusieurs répondent à ces mots\u00a0; reprenez avec l’identifiant\u00a0:", *lines]
            ),
            USAGE,
            code="several",
            matches=[{"kind": one.kind, "id": one.id} for one in found],
        )
    return found[0]


def _tell(counts: dict[str, int], screen: Screen) -> None:
    for table, count in counts.items():
        screen.line(f"{words.number(count):>9}  {table}")
