"""A Qt release that loses references to None is caught before users meet it."""

import subprocess
import sys

SCRIPT = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print("alive", label.text())
"""


def test_twenty_thousand_calls_leave_none_alone():
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=90
    )
    assert (ended.returncode, ended.stdout.split()) == (0, ["alive", "19999"]), ended.stderr
