"""`surveys pull`: what it says, its last line, and a service that is really there."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from typer.testing import CliRunner

from desktop.admin.command import app
from tests.services.importing.making import CONTACT_HEADER, CONTACTS, call, mapping_file, write


class FakeService(BaseHTTPRequestHandler):
    """Two answers, the second about a contact that nobody has."""

    contact = ""
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        allowed = self.headers.get("Authorization") == "Bearer jeton"
        said = {"at": "2026-03-02T10:00:00+01:00", "satisfaction": 4}
        answers = [{"id": "a", "token": self.contact, **said}, {"id": "b", "token": "x", **said}]
        body = json.dumps({"answers": answers, "next": "2", "more": False}).encode()
        self.send_response(200 if allowed else 401)
        self.end_headers()
        self.wfile.write(body if allowed else b"")

    def log_message(self, *_):
        return


@pytest.fixture
def service():
    server = HTTPServer(("127.0.0.1", 0), FakeService)
    FakeService.asked = []
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/answers"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_SECRET_SURVEYS", "jeton")
    write(tmp_path / "appels.csv", CONTACT_HEADER, [call(1)])
    mapping_file(tmp_path, CONTACTS)

    def invoke(*words: str):
        return CliRunner().invoke(app, ["--store", "s.sqlite", *words])

    invoke("import", "contacts", "appels.csv", "--mapping", "mapping.yaml")
    return invoke


def last(result) -> dict:
    return json.loads(result.stdout.splitlines()[-1])


def test_answers_come_in_and_what_does_not_is_told(run, service, tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "s.sqlite") as store:
        ((FakeService.contact,),) = store.execute("SELECT id FROM contacts")
    store.close()
    result = run("surveys", "pull", service, "--json")
    assert result.exit_code == 0, result.stderr
    told = last(result)
    assert (told["ok"], told["imported"], told["rejected"]) == (True, 1, 1)
    assert told["reasons"] == {"no_such_contact": 1}
    assert (tmp_path / told["rejects"]).exists()
    again = last(run("surveys", "pull", service, "--json"))
    assert (again["imported"], again["unchanged"]) == (0, 1)
    assert FakeService.asked == ["/answers?limit=500", "/answers?after=2&limit=500"]


def test_a_refused_token_says_how_to_give_one(run, service, monkeypatch):
    monkeypatch.setenv("VISAVIS_SECRET_SURVEYS", "faux")
    result = run("surveys", "pull", service, "--json")
    assert result.exit_code == 1
    assert "secret set surveys" in result.stderr
    assert last(result)["ok"] is False


def test_an_unsafe_address_and_a_silent_one_are_told(run):
    result = run("surveys", "pull", "http://enquetes.example/answers")
    assert result.exit_code == 2
    assert "https" in result.stderr
