"""Where the focus can go within a widget, in the order of Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focusable(root: QWidget) -> list[QWidget]:
    """Return the visible, enabled widgets under `root` that Tab stops at, in its order."""
    found: list[QWidget] = []
    start = root
    here = start.nextInFocusChain()
    while here is not None and here is not start:
        if root.isAncestorOf(here) and _stops(here):
            found.append(here)
        here = here.nextInFocusChain()
    return found


def give(widget: QWidget) -> None:
    """Give the focus to `widget`, with its ring shown."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _stops(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    # Asked of stops alone: PySide makes the answer a child of the asker, and a scroll area
    # whose own viewport was asked would be collected with all that it holds.
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
