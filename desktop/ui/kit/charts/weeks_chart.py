"""Several lines over weeks as a widget: each week of each line looked at, in words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.charts.canvas import Canvas
from desktop.ui.kit.charts.looking import kept, moved
from desktop.ui.kit.charts.series import Band, Halves, Spot
from desktop.ui.kit.charts.weeks import WeeksPlot


class WeeksChart(Canvas):
    """`say` gives the words of a spot; they are read aloud, and told by `looked`."""

    looked = Signal(str)
    """The words of what is looked at; "" for nothing."""

    def __init__(
        self, name: str, say: Callable[[Spot], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._say = say
        self._halves = Halves(upper=(Band(name=name),))
        self.spot: Spot | None = None
        self.setMouseTracking(True)

    def set_band(self, band: Band, weeks: tuple[str, ...], summary: str) -> None:
        """Show a band over weeks with these labels."""
        self._halves = Halves(weeks=weeks, upper=(band,))
        self.set_summary(summary)
        self.look_at(kept(self._halves, self.spot))
        self.update()

    def look_at(self, spot: Spot | None, *, aloud: bool = False) -> None:
        """Look at `spot`, or at nothing."""
        words = "" if spot is None else self._say(spot)
        self.setAccessibleDescription(words or self.summary)
        if spot == self.spot:
            return
        self.spot = spot
        self.update()
        self.looked.emit(words)
        if aloud and words:
            announce(self, words)

    def plot(self) -> WeeksPlot:
        """Where everything lies now."""
        return WeeksPlot(self._halves, self.inner())

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the band."""
        WeeksPlot(self._halves, rect).paint(painter)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it with what is looked at."""
        WeeksPlot(self._halves, rect).paint(painter, self.spot)

    def sizeHint(self) -> QSize:
        """Be roomy."""
        return QSize(theme.px(820), theme.px(340))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.px(420), theme.px(220))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows look at other weeks and lines, Escape at none."""
        there = moved(self._halves, self.spot, event.key())
        if there is not None:
            self.look_at(there, aloud=True)
        elif event.key() == Qt.Key.Key_Escape and self.spot is not None:
            self.look_at(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at what is under the mouse."""
        self.look_at(self.plot().spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.look_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at nothing."""
        super().focusOutEvent(event)
        self.look_at(None)
