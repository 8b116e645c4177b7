"""The advisor's page as a widget, before anything of the web engine is loaded."""

import subprocess
import sys

import pytest

from desktop.ui.video import webview
from tests.house.source import ROOT


async def never() -> str:
    raise AssertionError("nothing died")


@pytest.fixture
def page(qtbot):
    made = webview.AdvisorPage(never)
    qtbot.addWidget(made.widget())
    yield made
    made.close()


def test_nothing_is_loaded_before_it_is_used():
    script = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
application = QApplication([])
from desktop.ui.video.webview import AdvisorPage
page = AdvisorPage(None)
page.widget().show()
page.do("mute")
page.clear()
page.close()
assert not [name for name in sys.modules if "QtWebEngine" in name], sys.modules
"""
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=60)


def test_a_verb_of_the_page_is_one_of_those_it_has(page):
    page.do("mute")
    page.do("tool", "circle")
    with pytest.raises(ValueError, match="alert"):
        page.do("alert")


def test_without_a_page_there_is_no_renderer(page):
    assert page.renderer() == 0
    page.clear()
    page.close()
    page.close()
