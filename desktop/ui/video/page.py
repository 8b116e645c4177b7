"""What a widget that shows the advisor's page can do, and how one is made."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget


class PageView(Protocol):
    """A widget that shows the advisor's page."""

    def widget(self) -> QWidget:
        """Return the widget itself, to be set in a place."""

    def open(self, url: str) -> None:
        """Show this page in the place of the one before."""

    def clear(self) -> None:
        """Show nothing: camera and microphone are let go."""


MakePage = Callable[[], PageView | None]
"""Makes the view; None: this installation has no web engine, the system's browser shows pages."""
