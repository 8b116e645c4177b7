"""A real coturn and a real Janus on free ports of loopback, with a folder and secrets of their own."""

import contextlib
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from desktop.services.video.gateway.providers.relays import Relays

SAMPLES = Path(__file__).parents[2] / "docs" / "samples" / "video"
TURN_SECRET = "not the one of production"
API_SECRET = "api secret"
TOKEN_SECRET = "token secret"
ADMIN_KEY = "key of rooms"


def program(name: str, package: str) -> str:
    """Where it is; the test is skipped, naming Debian's package, where it is not."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs Debian's package {package}")
    return found


def free_ports(count: int) -> list[int]:
    """Ports that are free for TCP and UDP at this moment."""
    ports: list[int] = []
    with contextlib.ExitStack() as held:
        while len(ports) < count:
            tcp = held.enter_context(socket.socket())
            tcp.bind(("127.0.0.1", 0))
            port = tcp.getsockname()[1]
            udp = held.enter_context(socket.socket(type=socket.SOCK_DGRAM))
            with contextlib.suppress(OSError):
                udp.bind(("127.0.0.1", port))
                ports.append(port)
    return ports


@dataclass(kw_only=True)
class Program:
    """A server that a test may stop, freeze and start again."""

    command: list[str]
    port: int
    """TCP port that says that it is there."""
    log: Path
    process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.log.parent
            )
        until = time.monotonic() + 15
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            time.sleep(0.05)
        raise RuntimeError(self.log.read_text(errors="replace")[-2000:])

    def kill(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            self.process.wait(10)
            self.process = None

    def freeze(self) -> None:
        """Return once each of its threads stands still: on a loaded machine the signal takes a while.

        Raises RuntimeError where one still runs after 15 s.
        """
        self.process.send_signal(signal.SIGSTOP)
        threads = Path(f"/proc/{self.process.pid}/task")
        until = time.monotonic() + 15
        while time.monotonic() < until:
            told = [thread.read_text() for thread in threads.glob("*/stat")]
            if all(stat.rpartition(") ")[2].startswith("T") for stat in told):
                return
            time.sleep(0.01)
        raise RuntimeError(f"{self.command[0]} does not stand still")

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)


@dataclass(kw_only=True)
class Coturn(Program):
    """`turnserver` over UDP, TCP and TLS."""

    tls_port: int
    authority: Path
    """Certificate that its own was issued with."""

    def relays(self, *transports: str, secret: str = TURN_SECRET, only: bool = False) -> Relays:
        """As a gateway is configured: over `udp`, `tcp` and `tls`, or some of them."""
        urls = {
            "udp": f"turn:127.0.0.1:{self.port}?transport=udp",
            "tcp": f"turn:127.0.0.1:{self.port}?transport=tcp",
            "tls": f"turns:127.0.0.1:{self.tls_port}?transport=tcp",
        }
        return Relays(
            stun=(f"stun:127.0.0.1:{self.port}",),
            turn=tuple(urls[each] for each in transports or urls),
            secret=secret,
            only=only,
            authorities=str(self.authority),
        )


def sample(name: str, folder: Path, **values: str) -> Path:
    """A sample of the guide to deploying, put into a folder with other values for some names."""
    text = (SAMPLES / name).read_text(encoding="utf-8")
    for key, value in values.items():
        line = re.compile(rf"^(\s*{key.replace('_', '[-_]')}\s*=\s*).*$", re.MULTILINE)
        text, changed = line.subn(rf"\g<1>{value}", text)
        assert changed == 1, f"{name}: {key}"
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def make_coturn(folder: Path) -> Coturn:
    """One configured as the guide says, but for its places and for peers on this machine; not started."""
    binary = program("turnserver", "coturn")
    port, tls_port = free_ports(2)
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    issued.cert_chain_pems[0].write_to_path(str(folder / "cert.pem"))
    issued.private_key_pem.write_to_path(str(folder / "key.pem"))
    config = sample(
        "turnserver.conf",
        folder,
        listening_port=str(port),
        tls_listening_port=str(tls_port),
        cert=str(folder / "cert.pem"),
        pkey=str(folder / "key.pem"),
        static_auth_secret=TURN_SECRET,
        min_port="41000",
        max_port="41999",
    )
    here = "listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nallow-loopback-peers\n"
    text = config.read_text(encoding="utf-8").replace("denied-peer-ip=127", "#")
    config.write_text(f"{text}{here}userdb={folder / 'turndb'}\n", encoding="utf-8")
    return Coturn(
        command=[binary, "-c", str(config), f"--pidfile={folder / 'pid'}"],
        port=port,
        log=folder / "log",
        tls_port=tls_port,
        authority=folder / "ca.pem",
    )


@dataclass(kw_only=True)
class Janus(Program):
    """`janus` with the room's plugin and the WebSocket transport alone."""

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"


def make_janus(folder: Path) -> Janus:
    """One configured as the guide says, but for its places; not started."""
    binary = program("janus", "janus")
    (port,) = free_ports(1)
    config = sample(
        "janus.jcfg",
        folder,
        configs_folder=f'"{folder}"',
        debug_level="4",
        api_secret=f'"{API_SECRET}"',
        token_auth_secret=f'"{TOKEN_SECRET}"',
        rtp_port_range='"42000-42999"',
    )
    sample("janus.plugin.videoroom.jcfg", folder, admin_key=f'"{ADMIN_KEY}"')
    where = {"ws_port": str(port), "ws_ip": '"127.0.0.1"', "ws_acl": '"127.0.0.1"'}
    sample("janus.transport.websockets.jcfg", folder, **where)
    command = [binary, "-F", str(folder), "-C", str(config)]
    return Janus(command=command, port=port, log=folder / "log")


@pytest.fixture(scope="session")
def coturn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coturn]:
    server = make_coturn(tmp_path_factory.mktemp("coturn"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def janus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Janus]:
    server = make_janus(tmp_path_factory.mktemp("janus"))
    server.start()
    yield server
    server.kill()
