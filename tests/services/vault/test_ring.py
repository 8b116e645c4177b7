"""Which keyrings count: the real package is asked, with the backends that keep nothing."""

import os
import subprocess
import sys

import pytest

from desktop.services.vault.ring import works
from tests.house.source import ROOT
from tests.services.vault.rings import FakeForgetfulRing, FakeLockedRing, FakeRing

ASK = """
from desktop.services.vault.ring import system_ring, works
ring = system_ring()
print(ring is not None, works(ring, "token"))
"""

PLAIN_TEXT = """
import keyring.backend
class Keyring(keyring.backend.KeyringBackend):
    priority = 0.5
    def get_password(self, service, username): return "token"
    def set_password(self, service, username, password): pass
    def delete_password(self, service, username): pass
"""

GOOD = PLAIN_TEXT.replace("0.5", "5")


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("keyring.backends.null.Keyring", "False False"),
        ("keyring.backends.fail.Keyring", "False False"),
        ("no.such.module.Keyring", "False False"),
        ("plain_text.Keyring", "False False"),
        ("good.Keyring", "True True"),
    ],
)
def test_a_backend_counts_where_it_keeps_secrets(tmp_path, backend, said):
    (tmp_path / "plain_text.py").write_text(PLAIN_TEXT, encoding="utf-8")
    (tmp_path / "good.py").write_text(GOOD, encoding="utf-8")
    told = {"PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}
    ended = subprocess.run(
        [sys.executable, "-c", ASK],
        env=os.environ | told,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.strip() == said, ended.stderr


def test_a_keyring_works_where_it_gives_back_what_it_was_given():
    ring = FakeRing()
    assert works(ring, "token")
    assert ring.entries == {}
    for bad in (None, FakeLockedRing(), FakeForgetfulRing()):
        assert not works(bad, "token")
