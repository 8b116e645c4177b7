"""A missing system library is named with its package."""

import subprocess
import sys

import pytest

from desktop.app import libraries
from tests.house.source import ROOT


def test_what_cannot_be_loaded_is_named_with_its_package():
    lacking = libraries.absent({"libabsent-vav.so.9": "libabsent9", "libc.so.6": "libc6"})
    assert lacking == {"libabsent-vav.so.9": "libabsent9"}
    told = libraries.complaint(lacking)
    assert "libabsent-vav.so.9" in told
    assert "apt-get install --no-install-recommends libabsent9" in told


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen:size=1x1"}, "offscreen"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "wayland"),
        ({}, ""),
    ],
)
def test_the_platform_is_foreseen(monkeypatch, environment, platform):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert libraries.platform_asked() == platform


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
def test_main_names_the_package_instead_of_letting_qt_abort():
    script = (
        "import sys; from desktop.app import libraries, main;"
        "libraries.PACKAGES['libabsent-vav.so.9'] = 'libabsent9'; sys.exit(main([]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 3
    assert "libabsent9" in ended.stderr
