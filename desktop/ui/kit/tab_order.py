"""Tab in the order of the layouts, also for what was added later than its neighbours."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from desktop.ui.kit.flow import Flow


def follow_layouts(layout: QLayout) -> None:
    """Make Tab go through what `layout` holds as it is set there, from the top to the end."""
    for before, after in pairwise(_within(layout)):
        QWidget.setTabOrder(before, after)


def follow_widgets(widgets: Sequence[QWidget], before: Sequence[QWidget]) -> tuple[QWidget, ...]:
    """Make Tab go through `widgets` one after another, unless it goes as `before`; gives the way."""
    stops = tuple(stop for widget in widgets for stop in _stops(widget))
    if stops != before:
        for first, following in pairwise(stops):
            QWidget.setTabOrder(first, following)
    return stops


def _stops(widget: QWidget) -> Iterator[QWidget]:
    # Hidden things and those that only take clicks now may be stops a moment later.
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)
    elif isinstance(widget, Flow):
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for child in widget.findChildren(QWidget, options=direct):
            if not child.isHidden():
                yield from _stops(child)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _within(inner)
