"""The customer's page: a header over three columns, which become tabs where room is short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tabs import Tabs
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.panes import Panes

RAIL: Final = 80
THREE: Final = 1366 - RAIL
"""Width, at 100 %, from which the right column stands beside the others."""
TWO: Final = 1100 - RAIL
"""The same for the left column."""
ROOMY: Final = 1520 - RAIL
"""Width from which the side columns take their full width."""
_LEFT: Final = (290, 338)
_RIGHT: Final = (340, 371)
_TABS: Final = 37


class Columns(QWidget):
    """Places left, centre and right; those for which there is no room are tabs of the centre.

    Nothing is taken from its parent when the width changes: focus and scrolling stay.
    """

    arranged = Signal()

    def __init__(self, left: QWidget, centre: QWidget, right: QWidget) -> None:
        super().__init__()
        self.left, self.centre, self.right = left, centre, right
        self.tabs = Tabs(QCoreApplication.translate("Workspace", "Parties de la page"), ())
        for part in (left, self.tabs, centre, right):
            part.setParent(self)
        self._tabbed: tuple[QWidget, ...] = ()
        self._shown: QWidget = centre
        self._places: dict[QWidget, QRect] = {}
        self.tabs.hide()
        self.tabs.picked.connect(lambda place: self._pick(self._tabbed[place]))
        paint.follow(self, self._arrange)

    def choose(self, part: QWidget) -> None:
        """Show `part` if it is a tab."""
        if part in self._tabbed and part is not self._shown:
            self._pick(part)

    def tabbed(self) -> tuple[QWidget, ...]:
        """Return the parts that are tabs now, none when all have room."""
        return self._tabbed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Give a part its place again that once asked for more, and does no longer."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Ask for the centre's room at least."""
        return QSize(self.centre.minimumSizeHint().width() + 2 * Space.L, theme.px(200))

    def _pick(self, part: QWidget) -> None:
        self._shown = part
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() / theme.scale()
        tabbed = [] if wide >= THREE else [self.centre, self.right]
        if wide < TWO:
            tabbed.append(self.left)
        self._set_tabbed(tuple(tabbed))
        places: dict[QWidget, QRect] = {}
        area = self.rect().adjusted(Space.L, Space.M + 2, -Space.L, -Space.M - 2)
        if self.left not in self._tabbed:
            width = theme.px(_LEFT[1] if wide >= ROOMY else _LEFT[0])
            places[self.left] = QRect(area.left(), area.top(), width, area.height())
            area.setLeft(area.left() + width + Space.L)
        if self.right not in self._tabbed:
            width = theme.px(_RIGHT[1] if wide >= ROOMY else _RIGHT[0])
            area.setRight(area.right() - width - Space.L)
            left = area.right() + 1 + Space.L
            places[self.right] = QRect(left, area.top(), width, area.height())
        if self._tabbed:
            self.tabs.setGeometry(area.left(), area.top() - Space.S, area.width(), theme.px(_TABS))
            area.setTop(area.top() + theme.px(_TABS))
        self._places = places | dict.fromkeys(self._tabbed or (self.centre,), area)
        self._settle()
        self._show()
        self.arranged.emit()

    def _settle(self) -> None:
        for part, place in self._places.items():
            if part.geometry() != place:
                part.setGeometry(place)

    def _set_tabbed(self, tabbed: tuple[QWidget, ...]) -> None:
        if tabbed == self._tabbed:
            return
        holding = [part for part in tabbed if part.isAncestorOf(self._focused())]
        self._tabbed = tabbed
        self._shown = holding[0] if holding else self._shown
        if self._shown not in tabbed:
            self._shown = self.centre
        words = {
            self.centre: QCoreApplication.translate("Workspace", "Guide"),
            self.right: QCoreApplication.translate("Workspace", "Contact"),
            self.left: QCoreApplication.translate("Workspace", "Fiche"),
        }
        self.tabs.set_labels([words[part] for part in tabbed])

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self

    def _show(self) -> None:
        if self._tabbed:
            self.tabs.set_current(self._tabbed.index(self._shown))
        self.tabs.setVisible(bool(self._tabbed))
        for part in (self._shown, self.left, self.centre, self.right):
            _set_shown(part, shown=part not in self._tabbed or part is self._shown)


class Workspace(QWidget):
    """`tabs_strip` (the customers open) and `header` stand over the three columns."""

    def __init__(
        self,
        tabs_strip: QWidget,
        header: QWidget,
        left: QWidget,
        centre: QWidget,
        right: QWidget,
    ) -> None:
        super().__init__()
        self._header = header
        self.columns = Columns(_scrolled(left), centre, _scrolled(right))
        self._parts = (self.columns.centre, self.columns.right, self.columns.left, header)
        order = (header, self.columns.left, self.columns.centre, self.columns.right)
        self._panes = Panes(order, self)
        self._order: Sequence[QWidget] = order
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(tabs_strip)
        box.addWidget(header)
        box.addWidget(self.columns, 1)

    def choose(self, place: int) -> None:
        """Lead to the guide (1), the contact (2), the customer's column (3) or the header (4)."""
        self._enter(self._parts[place - 1])

    def reveal(self, widget: QWidget) -> None:
        """Show the tab in which `widget` lies, if it is in one."""
        pane = self._panes.pane_of(widget)
        if pane is not None:
            self.columns.choose(pane)

    def next_pane(self) -> None:
        """Lead to the next part, in the order of the eye."""
        self._turn(1)

    def previous_pane(self) -> None:
        """Lead to the part before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        here = self._panes.current()
        place = self._order.index(here) if here is not None else -1 if by > 0 else 0
        for step in range(1, len(self._order) + 1):
            if self._enter(self._order[(place + by * step) % len(self._order)]):
                return

    def _enter(self, part: QWidget) -> bool:
        self.columns.choose(part)
        return self._panes.enter(part)


def _set_shown(part: QWidget, *, shown: bool) -> None:
    """Show or hide a part; what was never hidden comes with its page, styled and laid out only then."""
    if not shown or part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        part.setVisible(shown)


def _scrolled(part: QWidget) -> ScrollColumn:
    """Return `part` in a column that scrolls where the window is low."""
    column = ScrollColumn()
    column.add(part, 1)
    return column
