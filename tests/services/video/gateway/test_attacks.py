"""Attempts to break it from outside: by hand-written HTTP, other origins, floods and nonsense."""

import asyncio
import json
from dataclasses import replace
from ipaddress import ip_network

import aiohttp
import pytest

from desktop.services.video.gateway import limits
from desktop.services.video.gateway.config import Place
from tests.services.video.gateway.gate import KEY, OTHER, sha256

SCRIPT = '<script>alert("x")</script>'


async def raw(gate, text: bytes, wait=2.0) -> bytes:
    """What comes back for bytes written by hand, until the other side closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", gate.config.port)
    writer.write(text)
    found = b""
    try:
        async with asyncio.timeout(wait):
            while part := await reader.read(65_536):
                found += part
    except (TimeoutError, ConnectionError):
        pass
    writer.close()
    return found


def get(gate, path: str, *more: str) -> bytes:
    host = f"Host: 127.0.0.1:{gate.config.port}"
    return "\r\n".join((f"GET {path} HTTP/1.1", host, "Connection: close", *more, "", "")).encode()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../pyproject.toml",
        "/static/..%2f..%2f..%2fpyproject.toml",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static/....//pyproject.toml",
        "/static/..\\..\\pyproject.toml",
        "/static/%5c..%5cpyproject.toml",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/wire.js%00.css",
        "/static/wire.js/",
        "/static/customer.html",
        "/static/",
        "/static",
        "/static/.",
        "/static/WIRE.JS",
        "/static/inter-OFL.txt",
        "/sos/../v",
        "/sos/%2e%2e%2fcustomer",
        "/photo/../api/calls",
        "/api/calls/../calls",
        "//v",
        "/v/",
        "/V",
    ],
)
async def test_no_path_leads_out_of_the_list_of_files(gate, path):
    answer = await raw(gate, get(gate, path))
    status = int(answer.split(b" ")[1])
    assert status in (400, 401, 404, 405), answer[:200]
    assert b"vis-a-vis" not in answer
    assert b"root:" not in answer


async def test_every_answer_bears_the_headers(gate):
    for path in ("/v", "/a", "/static/wire.js", "/health", "/nowhere", "/api/health"):
        async with gate.session.get(gate.url + path) as answer:
            told = answer.headers
            csp = told["Content-Security-Policy"]
            assert csp.startswith("default-src 'none'; script-src 'self'; style-src 'self';"), path
            assert "unsafe" not in csp
            assert f"connect-src 'self' ws://127.0.0.1:{gate.config.port}" in csp
            assert "frame-ancestors 'none'" in csp
            assert told["Referrer-Policy"] == "no-referrer"
            assert told["X-Content-Type-Options"] == "nosniff"
            assert told["Cross-Origin-Opener-Policy"] == "same-origin"
            assert "camera=(self)" in told["Permissions-Policy"]
            assert "display-capture=(self)" in told["Permissions-Policy"]
            assert "geolocation=()" in told["Permissions-Policy"]
            assert told["Server"] == "gateway"
            assert told["Cache-Control"] == ("no-cache" if "static" in path else "no-store")
            assert "Access-Control-Allow-Origin" not in told


async def test_files_are_packed_for_those_who_can_unpack_them(gate):
    sizes = {}
    for coding in ("gzip", "identity"):
        headers = {"Accept-Encoding": coding}
        async with gate.session.get(f"{gate.url}/v", headers=headers) as answer:
            sizes[coding] = int(answer.headers["Content-Length"])
            assert "text/html; charset=utf-8" in answer.headers["Content-Type"]
            assert (await answer.text()).startswith("<!doctype html>")
    assert sizes["gzip"] < sizes["identity"] / 2


async def test_a_file_that_did_not_change_is_not_sent_again(gate):
    url = f"{gate.url}/static/wire.js"
    async with gate.session.get(url) as answer:
        tag = answer.headers["ETag"]
        assert answer.headers["Content-Type"].startswith("text/javascript")
    async with gate.session.get(url, headers={"If-None-Match": tag}) as answer:
        assert (answer.status, await answer.read()) == (304, b"")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost.evil.example", "", "["])
async def test_a_name_that_is_not_its_own_gets_no_answer(gate, host):
    text = f"GET /static/wire.js HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    assert (await raw(gate, text)).split(b" ")[1] in (b"421", b"400")
    text = f"GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    if host != "[":
        assert (await raw(gate, text)).split(b" ")[1] == b"200"


@pytest.mark.parametrize("role", ["customer", "advisor"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "", "http://127.0.0.1", "http://localhost.evil:1"]
)
async def test_a_page_of_another_origin_gets_no_line(gate, role, origin):
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await gate.page(role, origin)
    port = gate.config.port
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await gate.page(role, f"http://evil.example:{port}")
    await gate.page(role, f"http://localhost:{port}")


async def test_a_line_without_an_origin_gets_none(gate):
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await gate.session.ws_connect(f"{gate.url}/ws/customer")


async def test_a_message_that_is_too_large_closes_the_line(gate):
    _, advisor, customer = await gate.both()
    await customer.say("lost", padding="x" * (64 * 1024))
    assert await customer.closed() == 1009
    await advisor.happened("customer_away")
    await advisor.say("mute", on=True, padding="x" * (60 * 1024))
    await advisor.quiet()


async def test_a_flood_of_messages_closes_the_line_and_the_page_comes_back(gate, clock):
    call, advisor, customer = await gate.both()
    for _ in range(250):
        await customer.say("dance")
    assert await customer.closed() == 1008
    clock.advance(seconds=1)
    await gate.resume("customer", customer.secret)
    assert await advisor.quiet() is not None
    assert "ended" not in await gate.whats(call)


async def test_fifty_a_second_are_no_flood(gate, clock):
    _, advisor, customer = await gate.both()
    for _ in range(4):
        for number in range(50):
            await advisor.say("point", id=number, on="camera", shape="pointer", points=[[0, 0]])
        await advisor.quiet()
        clock.advance(seconds=1.1)
    assert (await customer.quiet()).count("point") == 200


async def test_a_script_in_a_name_is_data_in_json_and_nowhere_else(gate):
    call = await gate.call(advisor_name=SCRIPT, company=SCRIPT)
    customer = await gate.join("customer", f"i-{call}")
    assert customer.told[0]["advisor"] == SCRIPT
    for path in ("/v", "/a", f"/sos/{SCRIPT}", f"/static/{SCRIPT}", f"/{SCRIPT}"):
        async with gate.session.get(gate.url + path) as answer:
            assert SCRIPT not in await answer.text()
    _status, answer = await gate.ask("GET", f"/api/calls/{SCRIPT}/log")
    assert SCRIPT not in str(answer)


@pytest.mark.parametrize(
    "words",
    [
        b"GET /static/wire.js HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        b"POST /api/calls HTTP/1.1\r\nHost: {h}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        b"POST /api/calls HTTP/1.1\r\nHost: {h}\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/calls HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: xchunked\r\n\r\n",
        b"POST /api/calls HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        b"GET /static/wire.js HTTP/1.1\r\nHost: {h}\r\nHost: evil.example\r\n\r\n",
        b"GET /static/wire.js HTTP/1.1\r\n Host: {h}\r\n\r\n",
        b"GET http://evil.example/static/wire.js HTTP/1.1\r\nHost: {h}\r\n\r\n",
        b"GET /static/wire.js\x00 HTTP/1.1\r\nHost: {h}\r\n\r\n",
        b"G\xc3\x89T /static/wire.js HTTP/1.1\r\nHost: {h}\r\n\r\n",
        b"GET /static/wire.js HTTP/9.9\r\nHost: {h}\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /static/wire.js HTTP/1.1\r\nHost: {h}\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
        b"\x00" * 2000,
    ],
    ids=range(14),
)
async def test_http_that_two_programs_could_read_differently_gets_no_page(gate, words):
    host = f"127.0.0.1:{gate.config.port}".encode()
    answer = await raw(gate, words.replace(b"{h}", host), wait=0.3)
    assert answer == b"" or answer.startswith((b"HTTP/1.0 4", b"HTTP/1.1 4")), answer[:99]
    assert answer.count(b"\r\nDate: ") <= 1
    assert b"sessionStorage" not in answer
    assert (await gate.ask("GET", "/health"))[0] == 200


async def test_a_wrong_key_is_refused_and_guesses_are_paced_but_the_right_one_is_not(gate, clock):
    for number in range(5):
        assert await gate.ask("GET", "/api/health", key=f"wrong{number}") == (
            401,
            {"error": "key"},
        )
    status, answer = await gate.ask("GET", "/api/health", key="wrong")
    assert (status, answer) == (429, {"error": "slow_down"})
    assert (await gate.ask("GET", "/api/health"))[0] == 200
    clock.advance(minutes=1)
    for headers in ({}, {"Authorization": KEY}, {"Authorization": f"Basic {KEY}"}):
        async with gate.session.get(gate.url + "/api/health", headers=headers) as found:
            assert found.status == 401
    assert (await gate.ask("GET", "/api/health", key=sha256(KEY)))[0] == 401


async def test_page_loads_are_paced_by_address(gate, clock):
    gate.core.limits.pages._burst = 5.0
    statuses = []
    for _ in range(7):
        async with gate.session.get(gate.url + "/v") as answer:
            statuses.append((answer.status, answer.headers.get("Retry-After")))
    assert statuses == [(200, None)] * 5 + [(429, "1")] * 2
    clock.advance(seconds=1)
    async with gate.session.get(gate.url + "/v") as answer:
        assert answer.status == 200


async def test_the_address_is_the_proxys_word_only_where_the_proxy_is_trusted(gate):
    said = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}
    assert await counted(gate, said) == "127.0.0.1"
    await gate.stop()
    gate.config = replace(gate.config, trusted_proxies=(ip_network("127.0.0.0/8"),))
    await gate.start()
    assert await counted(gate, said) == "203.0.113.9"
    assert await counted(gate, {"X-Forwarded-For": "203.0.113.9, evil"}) == "127.0.0.1"
    assert await counted(gate, {"X-Forwarded-For": "2001:db8:1:2:3::4"}) == "2001:db8:1:2::/64"
    assert await counted(gate, {}) == "127.0.0.1"


async def counted(gate, headers) -> str:
    known = gate.core.limits.pages._known
    known.clear()
    async with gate.session.get(gate.url + "/v", headers=headers):
        (who,) = known
        return who


async def test_what_is_remembered_of_addresses_is_bounded(clock, monkeypatch):
    monkeypatch.setattr(limits, "MOST", 100)
    rate, guesses = limits.Rate(clock, a_second=1, burst=2), limits.Guesses(clock)
    for number in range(1000):
        rate.wait(str(number))
        guesses.wrong(str(number))
    assert (len(rate._known), len(guesses._wrong)) == (100, 100)
    assert [rate.wait("a"), rate.wait("a"), rate.wait("a")] == [0, 0, 1]


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../../etc/passwd"},
        {"id": "UPPER-CASE-1"},
        {"id": "short"},
        {"id": "x" * 65},
        {"id": 7},
        {"seal": "short"},
        {"seal": "é" * 44},
        {"seal": None},
        {"invite": "x"},
        {"invite": "AB" * 32},
        {"advisor": None},
        {"advisor_name": "x" * 121},
        {"advisor_name": ["a"]},
        {"asked_ago_ms": -1},
        {"asked_ago_ms": 10**9},
        {"asked_ago_ms": True},
        {"press": 7},
    ],
    ids=str,
)
async def test_a_call_that_is_asked_for_in_no_good_words_is_none(gate, changes):
    body = {**gate.asked(), **changes}
    assert await gate.ask("POST", "/api/calls", body) == (400, {"error": "bad_request"})
    assert list(gate.core.calls) == []
    assert list((gate.config.data / "calls").iterdir()) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"[]", 400), (b"[" * 9999, 400), (b"\xff", 400), (b"9" * 5000, 400)],
    ids=range(6),
)
async def test_a_body_that_is_none_is_a_bad_request(gate, body, status):
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    async with gate.session.post(gate.url + "/api/calls", data=body, headers=headers) as answer:
        assert (answer.status, await answer.json()) == (status, {"error": "bad_request"})


async def test_a_body_that_is_too_large_is_said_to_be(gate):
    headers = {"Authorization": f"Bearer {KEY}"}
    body = b'{"id": "' + b"x" * 70_000
    async with gate.session.post(gate.url + "/api/calls", data=body, headers=headers) as answer:
        assert (answer.status, await answer.json()) == (413, {"error": "too_large"})


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("offered", {"by": "pigeon"}),
        ("invite", {"invite": "x"}),
        ("advisor", {}),
        ("end", {"reason": "bored"}),
        ("kept", {"n": -1}),
        ("kept", {"n": "all"}),
    ],
)
async def test_what_is_asked_of_a_call_in_no_good_words_is_not_done(gate, what, body):
    call = await gate.call()
    assert await gate.post(call, what, **body) == (400, {"error": "bad_request"})
    assert await gate.whats(call) == ["created"]


@pytest.mark.parametrize("since", ["-1", "x", "1e3", "²", "9" * 20])
async def test_a_log_since_nothing_is_a_bad_request(gate, since):
    call = await gate.call()
    status, _ = await gate.ask("GET", f"/api/calls/{call}/log", params={"since": since})
    assert status == 400


async def test_a_token_of_another_call_cannot_be_used_for_a_second(gate):
    call = await gate.call()
    taken = (409, {"error": "taken"})
    body = gate.asked(invite=sha256(f"i-{call}"))
    assert await gate.ask("POST", "/api/calls", body, key=OTHER) == taken
    other = await gate.call()
    assert await gate.post(other, "invite", invite=sha256(f"i-{call}")) == taken
    assert await gate.post(other, "advisor", advisor=sha256(f"i-{call}")) == taken
    same = gate.asked(invite="ab" * 32, advisor="ab" * 32)
    assert await gate.ask("POST", "/api/calls", same) == taken
    await gate.join("customer", f"i-{call}")


async def test_nothing_that_is_told_of_a_call_holds_a_token_a_secret_or_a_name(gate):
    call = await gate.call()
    advisor = await gate.join("advisor", f"a-{call}")
    customer = await gate.join("customer", f"i-{call}")
    told = json.dumps(await gate.log(call))
    for secret in (f"i-{call}", f"a-{call}", advisor.secret, customer.secret, "Sonia"):
        assert secret not in told


async def test_places_are_those_that_are_configured(gate):
    await gate.stop()
    place = Place(id="accueil", team="t1", title=SCRIPT, key="ours")
    gate.config = replace(gate.config, places=(place,))
    await gate.start()
    async with gate.session.get(f"{gate.url}/sos/accueil") as answer:
        assert answer.status in (200, 404)
        assert SCRIPT not in await answer.text()
    async with gate.session.get(f"{gate.url}/sos/other") as answer:
        assert answer.status == 404
