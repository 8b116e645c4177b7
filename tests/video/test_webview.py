"""The advisor's page in the application's own web engine, in a process of its own."""

import json
import subprocess
import sys
from typing import Any

import pytest

from desktop.ui.video import webrules
from tests.house.source import ROOT

pytestmark = [
    pytest.mark.video,
    pytest.mark.skipif(
        not webrules.available(), reason="pyside6-addons (the extra video) is not installed"
    ),
]


def seen(scenario: str) -> dict[str, Any]:
    """What a scenario saw; whatever Qt says of a profile and its pages fails the test."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.video.webview_host", scenario],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    for sign in ("Release of profile", "still not deleted", "Traceback", "QObject::"):
        assert sign not in ended.stderr, ended.stderr[-3000:]
    return dict(json.loads(ended.stdout.splitlines()[-1]))


def test_a_call_from_made_ready_to_given_back():
    assert seen("call") == {
        "same_process": True,
        "address": "/a?theme=light&inside=1",
        "here": "advisor_here",
        "moved": True,
        "muted": True,
        "let_go": True,
        "idle": True,
        "kept_ready": True,
        "again": True,
        "gone": True,
    }


def test_our_own_page_gets_camera_and_microphone_and_nobody_gets_more():
    found = seen("guard")
    assert found.pop("foreign") in {"NotAllowedError", "AbortError"}
    assert found == {
        "own": "given",
        "place": "refused",
        "screen": "refused",
        "clipboard": "refused",
        "window": "null",
        "stayed": "/a",
        "still": "/a",
        "downloads": ["DownloadCancelled"],
        "off_the_record": True,
    }


def test_a_killed_renderer_resumes_the_call():
    found = seen("killed")
    assert found["told"] == ["killed", "again"]
    assert found["another"] is True
    assert found["log"].count("advisor_here") == 2
    assert "ended" not in found["log"]
    assert found["given_up"] == "renderer"
    assert found["once_more"] is True


def test_the_page_goes_before_its_profile_with_whatever_holds_it():
    assert seen("orphaned") == {"page": False, "profile": False, "away": "advisor_away"}


def test_the_keyboard_stays_the_applications():
    found = seen("keys")
    assert found == {"focus_stayed": True, "heard": ["F9"], "live": True}
