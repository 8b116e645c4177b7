"""The HTTPS door: what each answer means, by a transport in memory and by the test's PostgREST."""

import json
import ssl
from collections.abc import Callable

import httpx
import pytest

from desktop.domain.errors import (
    Gone,
    Invalid,
    RefusedByServer,
    SignInNeeded,
    Silence,
    Unreachable,
    WrongSignIn,
)
from desktop.services.gateways.http import Http
from desktop.services.sync.https_door import GivenToken, HttpsDoor
from tests.rest_server import Fault, token
from tests.services.sync.lines import Line

URL = "https://desk.example/api"


class TwoTokens:
    """The first is soon refused; the second one holds, where it holds at all."""

    def __init__(self) -> None:
        self.renewed = 0

    def current(self) -> str:
        return "two" if self.renewed else "one"

    def renew(self, refused: str) -> str:
        assert refused == "one"
        self.renewed += 1
        return "two"


def door(answer: Callable[[httpx.Request], httpx.Response], tokens=None) -> HttpsDoor:
    return HttpsDoor(URL, tokens or TwoTokens(), Http(transport=httpx.MockTransport(answer)))


def test_a_call_is_a_post_with_a_token():
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"now": 1})

    assert door(answer).call("pull", {"since": None}) == {"now": 1}
    (request,) = asked
    assert (request.method, str(request.url)) == ("POST", f"{URL}/rpc/pull")
    assert json.loads(request.content) == {"since": None}
    assert request.headers["authorization"] == "Bearer one"


def body(code: str) -> dict[str, str | None]:
    return {"code": code, "message": "said", "details": None, "hint": None}


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (408, "", Silence.BUSY),
        (429, "", Silence.BUSY),
        (500, "XX000", Silence.BUSY),
        (500, "40001", Silence.BUSY),
        (503, "PGRST000", Silence.BUSY),
        (503, "53300", Silence.BUSY),
        (504, "PGRST003", Silence.BUSY),
        (502, "", Silence.BUSY),
        (405, "25006", Silence.BUSY),
        (401, "PT401", WrongSignIn.DISABLED),
        (403, "28000", WrongSignIn.DISABLED),
        (426, "PT426", WrongSignIn.TOO_OLD),
        (302, "", WrongSignIn.NOT_A_SERVER),
        (404, "", WrongSignIn.NOT_A_SERVER),
        (404, "PGRST202", "PGRST202"),
        (403, "42501", "42501"),
        (400, "22P02", "22P02"),
        (409, "23505", "23505"),
        (413, "", "PT413"),
        (413, "PT413", "PT413"),
        (500, "54001", "54001"),
    ],
)
def test_what_an_answer_means(status, code, expected):
    content = {"json": body(code)} if code else {"text": "<html>"}
    headers = {"location": "https://portal.example"} if status == 302 else {}
    made = door(lambda _request: httpx.Response(status, headers=headers, **content))
    with pytest.raises((Unreachable, SignInNeeded, RefusedByServer)) as caught:
        made.call("push", {"facts": {}})
    wrong = caught.value
    told = {getattr(wrong, name, None) for name in ("silence", "why", "code")}
    assert expected in told


def test_gone_is_gone():
    with pytest.raises(Gone):
        door(lambda _request: httpx.Response(410, json=body("PT410"))).call("customer", {})


def test_a_page_in_the_place_of_an_answer_is_not_our_server():
    """What a hotel's network says to everything."""
    with pytest.raises(SignInNeeded) as caught:
        door(lambda _request: httpx.Response(200, text="<html>Welcome")).call("pull", {})
    assert caught.value.why is WrongSignIn.NOT_A_SERVER


def test_the_server_says_how_long_to_wait():
    answer = httpx.Response(429, headers={"retry-after": "17"})
    with pytest.raises(Unreachable) as caught:
        door(lambda _request: answer).call("pull", {})
    assert caught.value.retry_after == 17.0


def test_a_refused_token_is_renewed_once():
    sent = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["authorization"])
        if sent[-1] == "Bearer one":
            return httpx.Response(401, json=body("PGRST303"))
        return httpx.Response(200, json={})

    tokens = TwoTokens()
    assert door(answer, tokens).call("pull", {}) == {}
    assert sent == ["Bearer one", "Bearer two"]
    assert tokens.renewed == 1


def test_a_token_that_is_refused_anew_asks_for_a_sign_in():
    tokens = TwoTokens()
    with pytest.raises(SignInNeeded) as caught:
        door(lambda _request: httpx.Response(401, json=body("PGRST303")), tokens).call("pull", {})
    assert caught.value.why is WrongSignIn.EXPIRED_TOKEN
    assert tokens.renewed == 1


@pytest.mark.parametrize(
    ("error", "silence"),
    [
        (httpx.ConnectTimeout("x"), Silence.TIMEOUT),
        (httpx.ReadTimeout("x"), Silence.TIMEOUT),
        (httpx.ConnectError("x"), Silence.NO_LINE),
        (httpx.ReadError("x"), Silence.CUT),
        (httpx.RemoteProtocolError("x"), Silence.CUT),
    ],
)
def test_no_answer(error, silence):
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(Unreachable) as caught:
        door(answer).call("pull", {})
    assert caught.value.silence is silence
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "url", ["http://desk.example/api", "ftp://desk.example", "desk.example", "https://a/?b=c", ""]
)
def test_addresses_that_are_refused(url):
    with pytest.raises(Invalid):
        HttpsDoor(url, GivenToken("x"), Http())


def test_names_that_do_not_resolve_and_ports_that_do_not_answer():
    made = HttpsDoor("https://nowhere.invalid", GivenToken("x"), Http())
    with pytest.raises(Unreachable) as caught:
        made.call("pull", {})
    assert caught.value.silence is Silence.UNKNOWN_NAME
    made = HttpsDoor("http://127.0.0.1:1", GivenToken("x"), Http())
    with pytest.raises(Unreachable) as caught:
        made.call("pull", {})
    assert caught.value.silence is Silence.NO_LINE
    assert not made.probe()


@pytest.fixture
def real(rest, seeded):
    made = HttpsDoor(rest.url, GivenToken(token(seeded.people["lea"].role)), Http())
    yield made
    made.close()


def test_the_same_functions_answer_at_this_door(real, rest):
    assert real.call("hello", {"client": {"protocol": 1}})["person"]["id"] == "person-lea"
    page = real.call("pull", {"since": None})
    assert page["counts"]["person"] == 6
    assert real.call("pull", {"since": page["cursor"], "most": 5})["rows"] == []
    real.close()
    assert real.call("search", {"words": "nobody"})["matches"] == []
    assert real.probe()


def test_faults_of_the_line_are_unknown(real, rest):
    rest.faults += [Fault.LOST_REQUEST, Fault.LOST_REPLY, 503]
    for _ in range(3):
        with pytest.raises(Unreachable):
            real.call("my_readings", {})
    assert "readings" in real.call("my_readings", {})


def test_a_dead_line_is_cut_by_the_watchdog(rest, seeded):
    port = int(rest.url.rpartition(":")[2])
    with Line("127.0.0.1", port) as line:
        given = GivenToken(token(seeded.people["lea"].role))
        http = Http()
        made = HttpsDoor(f"http://127.0.0.1:{line.port}", given, http)
        assert made.call("my_readings", {})
        line.dead.set()
        usual, http._limit = http._limit, 1.5
        with pytest.raises(Unreachable):
            made.call("my_readings", {})
        http._limit = usual
        line.dead.clear()
        assert made.call("my_readings", {})
        made.close()


@pytest.mark.parametrize("trusted", [True, False])
def test_certificates(tmp_path, trusted):
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    import trustme

    authority = trustme.CA()
    (tmp_path / "ca.pem").write_bytes(authority.cert_pem.bytes())
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (authority if trusted else trustme.CA()).issue_cert("127.0.0.1").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    url = f"https://127.0.0.1:{server.server_port}"
    made = HttpsDoor(url, GivenToken("x"), Http(certificate=str(tmp_path / "ca.pem")))
    try:
        with pytest.raises((SignInNeeded, Unreachable)) as caught:
            made.call("pull", {})
        expected = WrongSignIn.NOT_A_SERVER if trusted else WrongSignIn.CERTIFICATE_UNTRUSTED
        told = getattr(caught.value, "why", None) or getattr(caught.value, "silence", None)
        assert told in {expected, Silence.BUSY if trusted else expected}
    finally:
        made.close()
        server.shutdown()
        server.server_close()
