"""Tab follows the layouts: widgets made later would otherwise come last, wherever they stand."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from desktop.ui.kit.flow import Flow


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Everything under `widget` that can take the focus, in the order of its layouts."""
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from stops(inner)
    if isinstance(widget, Flow):
        for one in widget.widgets():
            yield from stops(one)
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)


def follow_layouts(widget: QWidget, before: list[QWidget]) -> list[QWidget]:
    """Set the order of Tab under `widget`, unless it is still as `before`; gives the order set."""
    found = list(stops(widget))
    if found != before:
        for one, following in pairwise(found):
            QWidget.setTabOrder(one, following)
        _settle(widget)
    return found


def _settle(widget: QWidget) -> None:
    """Put what only hands the focus on before what it hands it to: behind it Tab would come back.

    Qt puts a widget before its first child when its proxy is set.
    """
    for one in reversed(widget.findChildren(QWidget)):
        proxy = one.focusProxy()
        if proxy is not None and one.isAncestorOf(proxy):
            one.setFocusProxy(proxy)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _within(inner)
