"""What may not be loaded before the first paint: it would cost its share of half a second."""

import json
import subprocess
import sys

from tests.house.source import ROOT

SCRIPT = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.app import flags
from desktop.config import read
given, _ = flags.parse(["--theme", "light"])
from desktop.app import run
from desktop.app.pages import pages
application = run.make_application(read(flags=given))
window = run.Window(pages())
window.show()
application.processEvents()
painted = window.grab()
print(json.dumps([painted.width(), sorted(sys.modules)]))
"""

HEAVY = {
    "aiohttp",
    "alembic",
    "cryptography",
    "email_validator",
    "httpx",
    "hypothesis",
    "jwt",
    "keyring",
    "openpyxl",
    "phonenumbers",
    "psycopg",
    "pydantic",
    "rapidfuzz",
    "rich",
    "sqlalchemy",
    "sqlcipher3",
    "typer",
    "yaml",
}


def loaded(script: str) -> tuple[int, set[str]]:
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    width, modules = json.loads(ended.stdout.splitlines()[-1])
    return width, set(modules)


def test_the_window_is_painted_before_anything_heavy_is_loaded():
    width, modules = loaded(SCRIPT)
    assert width >= 1024
    assert modules & HEAVY == set()
    assert not [name for name in modules if name.startswith("desktop.services.store")]


def test_the_check_can_fail():
    _, modules = loaded(SCRIPT.replace("window.show()", "window.show(); import pydantic"))
    assert "pydantic" in modules & HEAVY
