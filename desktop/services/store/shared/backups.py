"""Backs the shared database up into one file, by PostgreSQL's own tools, and reads such a file.

The file is a ZIP: `about.json` (version, prefix, epoch), `roles.json` (people's roles, with
their SCRAM verifiers where the login may read them), `database.dump` (pg_dump's custom format).
"""

import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from desktop.domain.errors import OutsideFailed
from desktop.services.files import written
from desktop.services.store.shared.certificates import system_file

FORMAT = 1
ABOUT, ROLES, DUMP = "about.json", "roles.json", "database.dump"
CHUNK = 1 << 20
PLACES = ("/usr/lib/postgresql", "/usr/pgsql-*", "/opt/homebrew/opt/postgresql@*")

_ENVIRONMENT = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "passfile": "PGPASSFILE",
    "dbname": "PGDATABASE",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}
"""Parameters as the tools read them: in their environment, where no other user sees a password."""


class ToolFailed(OutsideFailed):
    """A tool of PostgreSQL is missing, too old, or failed: `why` is missing, too_old or failed."""

    def __init__(self, why: str, tool: str, detail: str = "") -> None:
        super().__init__(f"{why} {tool} {detail}".strip())
        self.why = why
        self.tool = tool
        self.detail = detail


class NotABackup(OutsideFailed):
    """The file is no backup of ours, or not a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program of PostgreSQL and its major version."""

    path: Path
    major: int


def tool(name: str, server: int, folder: Path | None = None) -> Tool:
    """The program of that name for the server's major version, else the newest that is newer.

    A newer one writes what a server of its own age reads back: the server's own is better.

    Looked for in `folder` alone where one is given, else in PATH and the usual places.
    Raises ToolFailed.
    """
    found = [
        Tool(path=path, major=major) for path in _paths(name, folder) if (major := _major(path))
    ]
    if not found:
        raise ToolFailed("missing", name, str(server))
    newest = max(found, key=lambda one: (one.major == server, one.major))
    if newest.major < server:
        raise ToolFailed("too_old", name, f"{newest.major} < {server}")
    return newest


def _paths(name: str, folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield from (path for path in (folder / name, folder / f"{name}.exe") if path.exists())
        return
    if there := shutil.which(name):
        yield Path(there)
    for place in PLACES:
        root = Path(place)
        yield from root.parent.glob(f"{root.name}/bin/{name}")
        yield from root.parent.glob(f"{root.name}/*/bin/{name}")


def _major(path: Path) -> int:
    with suppress(OSError, subprocess.TimeoutExpired):
        said = subprocess.run(  # noqa: S603 - a program found by its fixed name
            [path, "--version"], capture_output=True, text=True, timeout=20, check=False
        ).stdout
        if number := re.search(r"\) (\d+)", said):
            return int(number[1])
    return 0


def environment(params: dict[str, str], major: int) -> dict[str, str]:
    """The tools' environment for these connection parameters."""
    told = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    told |= {_ENVIRONMENT[name]: value for name, value in params.items() if name in _ENVIRONMENT}
    if told.get("PGSSLROOTCERT") == "system" and major < 16:
        # Older tools do not know the word: they are given the system's file.
        told["PGSSLROOTCERT"] = system_file()
    return told | {"LC_ALL": "C"}


def write(
    place: Path,
    about: dict[str, Any],
    roles: list[dict[str, Any]],
    dump: Tool,
    params: dict[str, str],
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Write a backup; answers its size in bytes. What is at `place` is replaced only by a whole one.

    `told` is called with the bytes written so far. Raises ToolFailed, OSError.
    """
    with written(place) as file, zipfile.ZipFile(file, "w") as archive:
        archive.writestr(ABOUT, json.dumps(about | {"format": FORMAT}, ensure_ascii=False))
        archive.writestr(ROLES, json.dumps(roles, ensure_ascii=False))
        with archive.open(DUMP, "w", force_zip64=True) as target:
            words = [str(dump.path), "--format=custom", "--no-password"]
            with _running(words, environment(params, dump.major), stdout=True) as output:
                _copy(output, target, told)
    return place.stat().st_size


@contextmanager
def _running(words: list[str], env: dict[str, str], *, stdout: bool) -> Iterator[IO[bytes]]:
    """A tool's output to read, or its input to write. Raises ToolFailed with its last words."""
    import tempfile

    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(  # noqa: S603 - the tool that was just looked up
            words,
            env=env,
            stdin=subprocess.DEVNULL if stdout else subprocess.PIPE,
            stdout=subprocess.PIPE if stdout else subprocess.DEVNULL,
            stderr=said,
        )
        pipe = child.stdout if stdout else child.stdin
        if pipe is None:
            raise RuntimeError("no pipe")
        try:
            with suppress(BrokenPipeError), pipe:
                yield pipe
        except BaseException:
            child.kill()
            raise
        finally:
            code = child.wait()
        if code:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            last = next((line for line in lines if "error" in line), "")
            raise ToolFailed("failed", Path(words[0]).name, last.partition("error: ")[2] or last)


def _copy(source: IO[bytes], target: IO[bytes], told: Callable[[int], None]) -> None:
    done = 0
    while chunk := source.read(CHUNK):
        target.write(chunk)
        done += len(chunk)
        told(done)


@contextmanager
def opened(place: Path) -> Iterator[zipfile.ZipFile]:
    """A backup to read from. Raises NotABackup, OSError."""
    try:
        with zipfile.ZipFile(place) as archive:
            if not {ABOUT, ROLES, DUMP} <= set(archive.namelist()):
                raise NotABackup(str(place))
            yield archive
    except zipfile.BadZipFile:
        raise NotABackup(str(place)) from None


def about(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What a backup says of itself. Raises NotABackup for a later format."""
    told: dict[str, Any] = json.loads(archive.read(ABOUT))
    if told.get("format") != FORMAT:
        raise NotABackup(str(told.get("format")))
    return told


def roles(archive: zipfile.ZipFile) -> list[dict[str, Any]]:
    """The people's roles in a backup."""
    told: list[dict[str, Any]] = json.loads(archive.read(ROLES))
    return told


def size(archive: zipfile.ZipFile) -> int:
    """Bytes of the dump within."""
    return archive.getinfo(DUMP).file_size


def pour(
    archive: zipfile.ZipFile,
    restore: Tool,
    params: dict[str, str],
    told: Callable[[int], None] = lambda _: None,
) -> None:
    """Put a backup's tables into an empty database: all of them, or nothing. Raises ToolFailed."""
    words = [
        str(restore.path), "--single-transaction", "--exit-on-error", "--no-password",
        f"--dbname={params['dbname']}",
    ]  # fmt: skip
    with (
        archive.open(DUMP) as source,
        _running(words, environment(params, restore.major), stdout=False) as target,
    ):
        _copy(source, target, told)
