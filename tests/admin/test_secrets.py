"""`secret set`, `forget`, `list`: asks or reads stdin, and never shows a secret."""

import json

import pytest
from typer.testing import CliRunner

from desktop.admin import secret_commands
from desktop.admin.command import app
from tests.services.vault.rings import FakeLockedRing, FakeRing

runner = CliRunner()


@pytest.fixture
def ring(monkeypatch):
    ring = FakeRing()
    monkeypatch.setattr(secret_commands, "system_ring", lambda: ring)
    return ring


def told(result):
    return json.loads(result.stdout.splitlines()[-1])


def test_a_secret_comes_by_stdin_and_is_never_shown(ring):
    done = runner.invoke(app, ["secret", "set", "sms", "--json"], input="s3cret\n")
    assert (done.exit_code, told(done)) == (0, {"ok": True, "name": "sms"})
    assert ring.get_password("vis-a-vis", "sms") == "s3cret"
    listed = runner.invoke(app, ["secret", "list"])
    assert (listed.exit_code, listed.stdout) == (0, "sms\n")
    assert "s3cret" not in done.output + listed.output


def test_a_secret_is_forgotten(ring):
    runner.invoke(app, ["secret", "set", "sms"], input="a")
    first, again = (
        told(runner.invoke(app, ["secret", "forget", "sms", "--json"])) for _ in range(2)
    )
    assert (first["was"], again["was"]) == (True, False)
    assert told(runner.invoke(app, ["secret", "list", "--json"]))["names"] == []


@pytest.mark.parametrize(
    ("name", "given", "code", "ended"),
    [("a b", "s", "name", 2), ("sms", "", "secret", 2), ("sms", "a\nb", "secret", 2)],
)
def test_what_cannot_be_kept_is_said(ring, name, given, code, ended):
    done = runner.invoke(app, ["secret", "set", name, "--json"], input=given)
    assert (done.exit_code, told(done)["code"]) == (ended, code)


def test_without_a_keyring_the_variable_is_named(monkeypatch):
    monkeypatch.setattr(secret_commands, "system_ring", FakeLockedRing)
    done = runner.invoke(app, ["secret", "set", "sms", "--json"], input="s3cret")
    assert (done.exit_code, told(done)["code"]) == (1, "no_keyring")
    assert "VISAVIS_SECRET_SMS" in told(done)["error"]
    assert "s3cret" not in done.output
