"""A program that asked for JSON gets one object, however the command ends."""

import json
import sys

import pytest

from desktop.admin import __main__ as program
from desktop.admin.screen import Screen


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (SystemExit(2), {"ok": False, "code": "usage"}),
        (SystemExit(0), {"ok": True}),
        (RuntimeError("no chain"), {"ok": False, "code": "unexpected"}),
    ],
)
def test_the_last_line_is_one_object(monkeypatch, capsys, raised, told):
    def app(**_named):
        raise raised

    monkeypatch.setattr(program, "app", app)
    monkeypatch.setattr(Screen, "answered", False)
    monkeypatch.setattr(sys, "argv", ["desktop.admin", "check", "--json"])
    with pytest.raises(type(raised)):
        program.main()
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == told
