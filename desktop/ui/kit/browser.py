"""The system's browser, for what is not shown inside the application."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_browser(address: str) -> None:
    """Show an address in the person's browser."""
    QDesktopServices.openUrl(QUrl(address))
