"""Tab in the order of the layouts, also for what was added later than its neighbours."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from desktop.ui.kit.flow import Flow
from desktop.ui.kit.focus import focusable, give


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


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to what follows under `root` as the layouts lie, and leave it at either end.

    For a page whose parts are made anew while one writes: the chain of focus then lies elsewhere, and
    may lead round within a part for ever. Answers whether anything took the focus.
    """
    here = QApplication.focusWidget()
    found = [one for one in _reached(root) if _is_stop(one)]
    by = 1 if forward else -1
    place = next((n for n, one in enumerate(found) if one is here), -1 if forward else len(found))
    if 0 <= place + by < len(found):
        give(found[place + by])
        return True
    outside = [one for one in focusable(root.window()) if not root.isAncestorOf(one)]
    if outside:
        give(outside[0 if forward else -1])
    return bool(outside)


def _reached(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from _reached(inner) if inner is not None else ()
    if isinstance(widget, Flow):
        for one in widget.widgets():
            yield from _reached(one)
    if (layout := widget.layout()) is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _reached(widget)
        elif inner is not None:
            yield from _laid(inner)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
