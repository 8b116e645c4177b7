"""A real coturn and a real Janus on free ports of loopback, with a folder and secrets of their own."""

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from desktop.services.video.gateway.providers.relays import Relays

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
        self.process.send_signal(signal.SIGSTOP)

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


def make_coturn(folder: Path) -> Coturn:
    """A configured one, not started."""
    binary = program("turnserver", "coturn")
    port, tls_port = free_ports(2)
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    issued.cert_chain_pems[0].write_to_path(str(folder / "cert.pem"))
    issued.private_key_pem.write_to_path(str(folder / "key.pem"))
    command = [
        *(binary, "-n", "--no-cli", "--simple-log", "--log-file=stdout", "--no-dtls"),
        *("--use-auth-secret", f"--static-auth-secret={TURN_SECRET}", "--realm=vis-a-vis"),
        *("--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", "--allow-loopback-peers"),
        *(f"--listening-port={port}", f"--tls-listening-port={tls_port}"),
        *(f"--cert={folder / 'cert.pem'}", f"--pkey={folder / 'key.pem'}"),
        *(f"--userdb={folder / 'turndb'}", f"--pidfile={folder / 'pid'}"),
        *("--min-port=41000", "--max-port=41999"),
    ]
    return Coturn(
        command=command,
        port=port,
        log=folder / "log",
        tls_port=tls_port,
        authority=folder / "ca.pem",
    )


@dataclass(kw_only=True)
class Janus(Program):
    """`janus` with the room's plugin and the WebSocket transport alone."""

    settings: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"


def make_janus(folder: Path) -> Janus:
    """A configured one, not started: signed tokens, an API secret and a key for rooms."""
    binary = program("janus", "janus")
    (port,) = free_ports(1)
    libraries = next(iter(sorted(Path("/usr/lib").glob("*/janus"))))
    for kind in ("plugins", "transports"):
        (folder / kind).mkdir()
    for kind, name in (
        ("plugins", "libjanus_videoroom.so"),
        ("transports", "libjanus_websockets.so"),
    ):
        (folder / kind / name).symlink_to(libraries / kind / name)
    (folder / "janus.jcfg").write_text(
        f"""
general: {{
    configs_folder = "{folder}"
    plugins_folder = "{folder}/plugins"
    transports_folder = "{folder}/transports"
    events_folder = "{folder}/none"
    loggers_folder = "{folder}/none"
    debug_level = 4
    debug_colors = false
    api_secret = "{API_SECRET}"
    token_auth = true
    token_auth_secret = "{TOKEN_SECRET}"
    server_name = "tests"
}}
media: {{
    ipv6 = false
    rtp_port_range = "42000-42999"
}}
nat: {{
    nice_debug = false
    full_trickle = true
}}
""",
        encoding="utf-8",
    )
    (folder / "janus.plugin.videoroom.jcfg").write_text(
        f'general: {{ admin_key = "{ADMIN_KEY}" }}\n', encoding="utf-8"
    )
    (folder / "janus.transport.websockets.jcfg").write_text(
        "general: {\n"
        f'    json = "compact"\n    ws = true\n    ws_port = {port}\n    ws_ip = "127.0.0.1"\n'
        "    pingpong_trigger = 10\n    pingpong_timeout = 10\n}\n",
        encoding="utf-8",
    )
    return Janus(
        command=[binary, "-F", str(folder), "-C", str(folder / "janus.jcfg")],
        port=port,
        log=folder / "log",
    )


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
