"""A gateway as a program of its own: its configuration, its log, SIGTERM and kill -9."""

import asyncio
import json
import signal
import socket
import subprocess
import sys

import aiohttp
import pytest

from desktop.services.video.gateway.config import BadSettings, read
from tests.house.source import ROOT
from tests.services.video.gateway.gate import KEY, SEAL, Page, sha256

GOOD = """\
listen = "127.0.0.1:{port}"
company = "Exemple"
data = "data"

[keys]
agence = "{key}"
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def started(*words: str, script: str = "") -> "subprocess.Popen[bytes]":
    told = ("-c", script) if script else ("-m", "desktop.services.video.gateway", *words)
    return subprocess.Popen(
        (sys.executable, *told), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


class Alone:
    """The program, started as the administrator starts it."""

    def __init__(self, folder) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.file = folder / "gateway.toml"
        self.file.write_text(GOOD.format(port=self.port, key=sha256(KEY)), encoding="utf-8")
        self.log = b""
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        self._process = started("--config", str(self.file))
        line = b""
        while b"listening" not in line:
            line = await asyncio.to_thread(self._process.stdout.readline)
            assert line, self.log
            self.log += line

    async def stop(self, how: signal.Signals) -> int:
        self._process.send_signal(how)
        said, _ = await asyncio.to_thread(self._process.communicate, timeout=20)
        self.log += said
        return self._process.returncode

    def kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            self._process.communicate()


@pytest.fixture
def alone(tmp_path):
    made = Alone(tmp_path)
    yield made
    made.kill()


async def page(session, alone, role, **said) -> Page:
    line = await session.ws_connect(f"{alone.url}/ws/{role}", headers={"Origin": alone.url})
    found = Page(line)
    await found.say("join" if "token" in said else "resume", **said)
    await found.hear("welcome")
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
async def test_killed_in_the_midst_of_a_call_and_started_again_the_call_goes_on(alone):
    key = {"Authorization": f"Bearer {KEY}"}
    body = {
        "id": "call-0001",
        "asked_ago_ms": 0,
        "seal": SEAL,
        "lang": "fr",
        "invite": sha256("i-1"),
        "advisor": sha256("a-1"),
        "advisor_name": "Sonia Leroy",
    }
    await alone.start()
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{alone.url}/api/calls", json=body, headers=key) as answer:
            assert answer.status == 200
        advisor = await page(session, alone, "advisor", token="a-1")
        customer = await page(session, alone, "customer", token="i-1")
        await customer.say("consent", lang="fr")
        await customer.hear("media")
        await customer.say("face")
        await advisor.happened("face")
        assert await alone.stop(signal.SIGKILL) == -signal.SIGKILL
        with (alone.file.parent / "data" / "calls" / "call-0001.jsonl").open("ab") as file:
            file.write(b'{"n": 7, "at": 17')  # as a kill in the midst of a write leaves it

        await alone.start()
        back = await page(session, alone, "customer", secret=customer.secret)
        assert back.told[0]["step"] == "connected"
        desk = await page(session, alone, "advisor", secret=advisor.secret)
        await desk.say("bye")
        await back.hear("ended")
        async with session.get(f"{alone.url}/api/calls/call-0001/log", headers=key) as answer:
            whats = [one["what"] for one in (await answer.json())["happenings"]]
        assert whats[:5] == ["created", "advisor_here", "opened", "consented", "face"]
        assert whats[-1] == "ended"
        closed = asyncio.ensure_future(back.closed())
        assert await alone.stop(signal.SIGTERM) == 0
        assert await closed == 1001

    for line in alone.log.splitlines():
        assert json.loads(line)["level"] in {"INFO", "WARNING"}, line
    secrets = ("Sonia", "i-1", "a-1", KEY, customer.secret, advisor.secret, SEAL, "127.0.0.1")
    assert [one for one in secrets if one.encode() in alone.log] == []


def test_it_knows_no_window_and_no_store():
    process = started(
        script="import sys, desktop.services.video.gateway.running; "
        "print([one for one in ('PySide6', 'qasync', 'sqlalchemy', 'sqlcipher3', 'httpx', "
        "'desktop.services.store') if one in sys.modules])"
    )
    assert process.communicate(timeout=60)[0].strip() == b"[]"


def test_a_configuration_that_cannot_be_used_is_named_with_its_line(tmp_path):
    file = tmp_path / "gateway.toml"
    file.write_text('listen = "0.0.0.0:8765"\n', encoding="utf-8")
    process = started("--config", str(file))
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 2
    assert f"{file}:1".encode() in said


def config_of(tmp_path, text):
    file = tmp_path / "gateway.toml"
    file.write_text(text, encoding="utf-8")
    return read(file)


KEYS = f'[keys]\nagence = "{"ab" * 32}"\n'


def test_all_of_it_is_read(tmp_path):
    config = config_of(
        tmp_path,
        'listen = "[::1]:9000"\npublic = "https://video.exemple.fr/"\ncompany = "Exemple"\n'
        'behind_proxy = true\ntrusted_proxies = ["10.0.0.0/8", "::1"]\nprovider = "janus"\n'
        f"retention_days = 3\n{KEYS}"
        '[relay]\nstun = ["stun:a"]\nturn = ["turns:b:443"]\nsecret = "s"\nonly = true\n'
        '[janus]\nurls = ["ws://127.0.0.1:8188"]\nsecret = "x"\n'
        '[[places]]\nid = "accueil"\nteam = "t1"\ntitle = "Accueil"\n',
    )
    assert (config.host, config.port, config.public) == ("::1", 9000, "https://video.exemple.fr")
    assert (config.relay.turn, config.relay.only) == (("turns:b:443",), True)
    assert config.places[0].title == "Accueil"
    assert config.retention_ms == 3 * 24 * 3600 * 1000
    assert config.data == tmp_path / "video-calls"
    assert config.keys[0].sha256 == "ab" * 32
    assert "'s'" not in repr(config)
    assert "'x'" not in repr(config)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (f'\nlisten = "nowhere"\n{KEYS}', 2, "address"),
        (f'listen = "127.0.0.1:99999"\n{KEYS}', 1, "address"),
        (f'listen = "0.0.0.0:80"\n{KEYS}', 1, "plain"),
        (f'listen = "0.0.0.0:80"\nbehind_proxy = true\n{KEYS}', 1, "missing"),
        (f'public = "http://video.exemple.fr"\n{KEYS}', 1, "address"),
        (f'public = "https://video.exemple.fr/path"\n{KEYS}', 1, "address"),
        (f'public = "https://u:p@video.exemple.fr"\n{KEYS}', 1, "address"),
        (f"company = 7\n{KEYS}", 1, "text"),
        (f'x = 1\n\ncolour = "red"\n{KEYS}', 1, "unknown"),
        (f'certificate = "c.pem"\n{KEYS}', 1, "pair"),
        (f'trusted_proxies = ["proxy"]\n{KEYS}', 1, "address"),
        (f"retention_days = 0\n{KEYS}", 1, "number"),
        (f'provider = "zoom"\n{KEYS}', 1, "choice"),
        (f'provider = "janus"\n{KEYS}', 1, "missing"),
        ('company = "x"\n', 1, "missing"),
        ('company = "x"\n[keys]\nagence = "the key itself"\n', 3, "sha256"),
        (f'{KEYS}[relay]\nturn = ["turn:a"]\n', 4, "secret"),
        (f'{KEYS}[relay]\nturns = ["turn:a"]\n', 4, "unknown"),
        (
            f'{KEYS}[[places]]\nid = "a"\nteam = "t"\n[[places]]\nid = "B c"\nteam = "t"\n',
            7,
            "name",
        ),
        (f'{KEYS}[[places]]\nid = "a"\nteam = ""\n', 5, "missing"),
    ],
    ids=range(20),
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, text, line, why):
    with pytest.raises(BadSettings) as bad:
        config_of(tmp_path, text)
    assert (bad.value.where, bad.value.why) == (f"{tmp_path / 'gateway.toml'}:{line}", why)


def test_what_is_no_toml_or_no_file_is_said(tmp_path):
    with pytest.raises(BadSettings, match="unreadable"):
        config_of(tmp_path, "listen = \n")
    with pytest.raises(BadSettings, match="unreadable"):
        read(tmp_path / "none.toml")
