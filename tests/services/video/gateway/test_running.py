"""Starting a gateway: what keeps it from starting has a name; two never write one folder."""

import asyncio
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
import trustme

from desktop.domain.errors import VideoFailed
from desktop.services.clock import Clock
from desktop.services.video.gateway.certificate import fits
from desktop.services.video.gateway.running import Running
from tests.services.video.gateway.gate import KEY, configured, sha256

NAME = "video.exemple.test"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def written(folder, issued):
    """The certificate and key of what an authority issued, as two files."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    certificate.write_bytes(b"".join(one.bytes() for one in issued.cert_chain_pems))
    key.write_bytes(issued.private_key_pem.bytes())
    return certificate, key


def secure(folder, files, **changes):
    certificate, key = files
    return configured(
        folder / "data",
        certificate=certificate,
        key=key,
        **{"public": f"https://{NAME}:8443", **changes},
    )


async def refused(config) -> str:
    running = Running(config, Clock())
    with pytest.raises(VideoFailed) as failed:
        await running.start()
    await running.stop()
    return failed.value.code


async def test_with_its_certificate_it_serves_the_name_over_tls(tmp_path, authority):
    files = written(tmp_path, authority.issue_cert(NAME, "*.other.test"))
    running = Running(secure(tmp_path, files, port=0), Clock())
    await running.start()
    assert running.url == f"https://{NAME}:8443"
    context = ssl.create_default_context()
    authority.configure_trust(context)
    (site,) = running._runner.sites
    port = site._server.sockets[0].getsockname()[1]
    async with (
        aiohttp.ClientSession() as session,
        session.get(
            f"https://127.0.0.1:{port}/health", ssl=context, server_hostname=NAME
        ) as answer,
    ):
        assert answer.status == 200
        assert "max-age" in answer.headers["Strict-Transport-Security"]
        assert f"wss://{NAME}:8443" in answer.headers["Content-Security-Policy"]
    await running.stop()


@pytest.mark.parametrize("missing", ["certificate", "key", "rubbish", "swapped"])
async def test_a_certificate_that_is_missing(tmp_path, authority, missing):
    certificate, key = written(tmp_path, authority.issue_cert(NAME))
    if missing == "certificate":
        certificate.unlink()
    elif missing == "key":
        key.unlink()
    elif missing == "rubbish":
        certificate.write_bytes(b"rubbish")
    else:
        certificate, key = key, certificate
    assert await refused(secure(tmp_path, (certificate, key))) == "certificate_missing"


@pytest.mark.parametrize("days", [(-10, -1), (1, 10)])
async def test_a_certificate_out_of_its_time(tmp_path, authority, days):
    now = datetime.now(UTC)
    issued = authority.issue_cert(
        NAME,
        not_before=now + timedelta(days=days[0]),
        not_after=now + timedelta(days=days[1]),
    )
    assert await refused(secure(tmp_path, written(tmp_path, issued))) == "certificate_expired"


async def test_a_certificate_of_another_name(tmp_path, authority):
    files = written(tmp_path, authority.issue_cert("other.exemple.test"))
    assert await refused(secure(tmp_path, files)) == "certificate_name"


async def test_a_key_that_does_not_fit(tmp_path, authority):
    certificate, _ = written(tmp_path, authority.issue_cert(NAME))
    key = tmp_path / "other.pem"
    key.write_bytes(authority.issue_cert(NAME).private_key_pem.bytes())
    assert await refused(secure(tmp_path, (certificate, key))) == "certificate_untrusted"


@pytest.mark.parametrize(
    ("pattern", "name", "fit"),
    [
        ("a.test", "A.test", True),
        ("*.a.test", "b.a.test", True),
        ("*.a.test", "a.test", False),
        ("*.a.test", "c.b.a.test", False),
        ("*.test", "a.test", False),
        ("*", "a", False),
        ("127.0.0.1", "127.0.0.1", True),
    ],
)
def test_a_star_is_one_label(pattern, name, fit):
    assert fits(pattern, name) is fit


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
async def test_beyond_loopback_it_never_speaks_plainly(tmp_path, host):
    assert await refused(configured(tmp_path, host=host)) == "certificate_missing"


async def test_a_port_that_is_taken(tmp_path):
    first = Running(configured(tmp_path / "a"), Clock())
    await first.start()
    port = int(first.url.rpartition(":")[2])
    assert await refused(configured(tmp_path / "b", port=port)) == "port_taken"
    assert await refused(configured(tmp_path / "b", host="192.0.2.1", behind_proxy=True)) == (
        "port_taken"
    )
    await first.stop()
    again = Running(configured(tmp_path / "b", port=port), Clock())
    await again.start()
    await again.stop()


async def test_a_folder_that_cannot_be_used(tmp_path):
    (tmp_path / "file").write_text("x")
    assert await refused(configured(tmp_path / "file")) == "folder"


async def test_two_applications_have_a_folder_each_and_what_a_killed_one_left_is_taken_over(
    tmp_path,
):
    folder = tmp_path / "calls"
    one, two = (Running(configured(folder), Clock()) for _ in range(2))
    await one.start()
    await two.start()
    body = {
        "id": "call-0001",
        "asked_ago_ms": 0,
        "seal": "A" * 43 + "=",
        "lang": "fr",
        "invite": sha256("i"),
        "advisor": sha256("a"),
        "advisor_name": "Sonia",
    }
    key = {"Authorization": f"Bearer {KEY}"}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{two.url}/api/calls", json=body, headers=key) as answer:
            assert answer.status == 200
        assert (tmp_path / "calls-2" / "calls" / "call-0001.jsonl").exists()
        async with session.get(f"{one.url}/api/calls/call-0001/log", headers=key) as answer:
            assert answer.status == 404
        await one.stop()
        await two.stop()
        await one.start()
        async with session.get(f"{one.url}/api/calls/call-0001/log", headers=key) as answer:
            assert answer.status == 200
        alone = replace(configured(folder), port=int(one.url.rpartition(":")[2]) or 1)
        assert await refused(alone) == "port_taken"
    await one.stop()


async def test_one_that_is_stopped_twice_or_never_started_says_nothing(tmp_path):
    running = Running(configured(tmp_path), Clock())
    await running.stop()
    await running.start()
    await asyncio.gather(running.stop())
    await running.stop()
