"""Rows and columns of widgets in one line of code."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.kit.tokens import Space

Item = QWidget | QLayout | int | None
B = TypeVar("B", bound=QBoxLayout)


def column(*items: Item, spacing: int = Space.S, margins: int = 0) -> QVBoxLayout:
    """Stack `items` (widget, layout, pixels of space, or None for a stretch) downwards."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def row(*items: Item, spacing: int = Space.S, margins: int = 0) -> QHBoxLayout:
    """Set `items` (widget, layout, pixels of space, or None for a stretch) side by side."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def holder(layout: QLayout) -> QWidget:
    """Return a bare widget that holds `layout`."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of `layout`, and delete the widgets that were in it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _filled(box: B, items: tuple[Item, ...], spacing: int, margins: int) -> B:
    box.setSpacing(spacing)
    box.setContentsMargins(margins, margins, margins, margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addSpacing(item)
    return box
