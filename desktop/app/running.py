"""The application of this process."""

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The one that runs; TypeError when there is none with windows."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise TypeError("no application with windows runs")
    return found
