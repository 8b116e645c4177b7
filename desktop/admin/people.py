"""`branch`, `team` and `person`: who shares the database, and how each signs in."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop.admin import shared_words, tokens
from desktop.admin.screen import USAGE, Screen
from desktop.admin.shared import Denied, carry_out
from desktop.domain import sign_in_file
from desktop.domain.importing.keeping import sign_in_of
from desktop.domain.sign_in_file import SignInFile
from desktop.services.clock import Clock
from desktop.services.files import OWNER_ONLY, READABLE, written
from desktop.services.store.shared import people
from desktop.services.store.shared.acting import Connection
from desktop.services.store.shared.addresses import connection_params, is_local, url_of
from desktop.services.store.shared.people import Newcomer, NotDone

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Those that nobody takes for another: no l, no o, no 0, no 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The sign-in file to write, if any."""

    place: Path | None = None
    with_password: bool = False
    certificate: Path | None = None
    server: str = ""
    """`base.example:5432`, where machines reach the database otherwise than the administrator."""


def one_time_password(clock: Clock) -> str:
    """Sixteen letters and digits in groups of four: 80 bits."""
    number = int.from_bytes(hashlib.sha256(clock.secret().encode()).digest())
    signs = [LETTERS[number >> 5 * place & 31] for place in range(16)]
    return "-".join("".join(signs[start : start + 4]) for start in range(0, 16, 4))


def run_branch_add(url: str, name: str, screen: Screen) -> int:
    """Add a branch; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        added = people.add_branch(connection, name, Clock().new_id())
        screen.line(f"Agence {name}\u00a0: {'ajoutée' if added.new else 'déjà là'}.")
        return asdict(added)

    return carry_out(url, screen, _worded(work))


def run_team_add(url: str, name: str, branch: str | None, screen: Screen) -> int:
    """Add a team, or move it to a branch; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        added = people.add_team(connection, name, branch, Clock().new_id())
        screen.line(f"Équipe {name}\u00a0: {'ajoutée' if added.new else 'déjà là'}.")
        return asdict(added) | {"branch": branch}

    return carry_out(url, screen, _worded(work))


def run_person_add(url: str, wanted: Newcomer, file: HandedOver, screen: Screen) -> int:
    """Add a person with a one-time password, told once; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        clock = Clock()
        password = one_time_password(clock)
        role, known = people.add_person(connection, wanted, password, clock.new_id())
        _show(screen, wanted.sign_in, password)
        if known is not None:
            screen.remark(shared_words.KNOWN.format(name=known))
        told = {"name": wanted.sign_in, "role": role, "password": password, "known": bool(known)}
        return told | _handed(url, wanted.sign_in, password, file, screen)

    return carry_out(url, screen, _worded(work))


def run_person_password(url: str, name: str, file: HandedOver, screen: Screen) -> int:
    """Give a person a new one-time password; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        password = one_time_password(Clock())
        role, ended = people.set_password(connection, name, password)
        _show(screen, name, password)
        told = {"name": name, "role": role, "password": password, "sessions_ended": ended}
        return told | _handed(url, name, password, file, screen)

    return carry_out(url, screen, _worded(work))


def run_person_enabled(url: str, name: str, screen: Screen, *, enabled: bool) -> int:
    """Open or close the database to a person; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        changed, ended = people.set_enabled(connection, name, enabled=enabled)
        state = "ouvert" if enabled else "fermé"
        screen.line(f"{name}\u00a0: accès {state}{'' if changed else ' (il l’était déjà)'}.")
        told = {"name": name, "enabled": enabled, "changed": changed}
        return told | ({} if enabled else {"sessions_ended": ended})

    return carry_out(url, screen, _worded(work))


def run_person_token(url: str, name: str, key: Path, hours: float, screen: Screen) -> int:
    """Sign a token for the second door; answers the exit code."""

    def work(connection: Connection) -> dict[str, Any]:
        found = people.look_up(connection, name)
        if not found["enabled"]:
            raise NotDone("disabled", name)
        try:
            token, ends = tokens.signed(found["db_role"], found["id"], key, hours, Clock())
        except tokens.BadKey as error:
            raise Denied(
                f"{key}\u00a0: {shared_words.KEYS[error.why]}", USAGE, code=error.why
            ) from None
        screen.line(token)
        return {"name": name, "role": found["db_role"], "token": token, "expires": ends}

    return carry_out(url, screen, _worded(work))


def _worded(
    work: Callable[[Connection], dict[str, Any]],
) -> Callable[[Connection], dict[str, Any]]:
    """The work, its refusals in words."""

    def worded(connection: Connection) -> dict[str, Any]:
        try:
            return work(connection)
        except NotDone as error:
            hint = sign_in_of(error.names[0]) if error.why == "bad_name" else ""
            told = shared_words.refused_words(error, hint)
            raise Denied(told, USAGE if hint else 1, code=error.why) from None

    return worded


def _show(screen: Screen, name: str, password: str) -> None:
    screen.line(f"{name}\u00a0: mot de passe à usage unique, montré cette seule fois\u00a0:")
    screen.line(password)


def _handed(url: str, name: str, password: str, file: HandedOver, screen: Screen) -> dict[str, str]:
    """Write the sign-in file, where one is wanted; the database is not changed by its failing."""
    if file.place is None:
        return {}
    try:
        _write(url, name, password if file.with_password else "", file)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "certificat illisible"
        screen.remark(f"{file.place}\u00a0: {why}. Le reste est fait.")
        return {"file_error": str(why)}
    screen.line(f"Fichier de connexion\u00a0: {file.place}")
    if not file.server and is_local(connection_params(url)):
        screen.remark(shared_words.LOCAL_ONLY)
    return {"file": str(file.place)}


def _write(url: str, name: str, password: str, file: HandedOver) -> None:
    if file.place is None:
        return
    params = connection_params(url)
    told = SignInFile(
        server=file.server or url_of(params).removeprefix("postgresql://").rpartition("/")[0],
        database=params["dbname"],
        name=name,
        certificate=_certificate(params, file.certificate),
        sslmode=params["sslmode"] if "sslmode=" in url else "",
        password=password,
    )
    content = sign_in_file.written(told).encode()
    with written(file.place, OWNER_ONLY if password else READABLE) as out:
        out.write(content)


def _certificate(params: dict[str, str], given: Path | None) -> str:
    """The authority's certificate: that given, else the one of the address."""
    if given is not None:
        return given.read_text(encoding="ascii")
    named = params.get("sslrootcert", "system")
    return "" if named == "system" else Path(named).read_text(encoding="ascii")
