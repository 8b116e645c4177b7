"""A place in a page or among tabs, whose view is built when it is first looked at."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

View = TypeVar("View", bound=QWidget)
Made = TypeVar("Made")


class Once(Generic[Made]):
    """Called, it gives what `build` makes, which is made at the first call."""

    def __init__(self, build: Callable[[], Made]) -> None:
        self._build = build
        self._made: list[Made] = []

    @property
    def is_made(self) -> bool:
        """Whether it was asked for."""
        return bool(self._made)

    def __call__(self) -> Made:
        """Return it."""
        if not self._made:
            self._made.append(self._build())
        return self._made[0]


class Later(QWidget, Generic[View]):
    """Signing in pays for what is seen alone; `made()` gives the view to who needs it before."""

    def __init__(self, build: Callable[[], View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._view: View | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the view was built."""
        return self._view is not None

    def made(self) -> View:
        """Return the view; it is built the first time."""
        if self._view is None:
            self._view = self._build()
            self._box.addWidget(self._view)
            if self.isVisible():
                # At its size before it is painted once: a layout would show it a turn later.
                self._view.resize(self.size())
                self._view.show()
                self._box.activate()
        return self._view

    def doing(self, verb: Callable[[View], object]) -> Callable[[], None]:
        """Return what has the view do this, and builds it for that where it is not."""

        def do() -> None:
            verb(self.made())

        return do

    def take_focus(self) -> None:
        """Put the keyboard where the view leads; who asked finds a place where it leads nowhere."""
        lead = getattr(self.made(), "take_focus", None)
        if callable(lead):
            lead()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view: somebody looks."""
        super().showEvent(event)
        self.made()
