"""Where the focus can go within a widget, in the order of Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focusable(root: QWidget) -> list[QWidget]:
    """Return the visible, enabled widgets under `root` that Tab stops at, in its order."""
    found: list[QWidget] = []
    here = _after(root)
    while here is not None and here is not root:
        if root.isAncestorOf(here) and _stops(here):
            found.append(here)
        here = _after(here)
    return found


def _after(widget: QWidget) -> QWidget | None:
    """Return what follows in the chain of focus.

    PySide makes the answer a child of the asker: were that one deleted, all that hangs from the
    answer would be taken for deleted too. Set again, its own parent is its parent, and Qt does
    nothing.
    """
    following = widget.nextInFocusChain()
    if following is not None:
        following.setParent(following.parentWidget())
    return following


def give(widget: QWidget) -> None:
    """Give the focus to `widget`, with its ring shown."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _stops(widget: QWidget) -> bool:
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    # Asked of stops alone: PySide makes the answer a child of the asker, and a scroll area
    # whose own viewport was asked would be collected with all that it holds.
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
