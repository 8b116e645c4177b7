"""The system's browser gets an address whole."""

from PySide6.QtGui import QDesktopServices

from desktop.ui.kit.browser import open_browser


def test_the_system_browser_gets_the_whole_address(monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    open_browser("http://localhost:8000/a#token")
    assert [url.toString() for url in opened] == ["http://localhost:8000/a#token"]
