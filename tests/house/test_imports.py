"""The contracts of who may import whom, as written in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT


def test_the_contracts_are_kept():
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=90
    )
    assert ended.returncode == 0, ended.stdout
