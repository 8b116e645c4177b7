"""Two halves face to face, to be looked at week by week, the lower one to be slid by hand."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.charts.canvas import Canvas
from desktop.ui.kit.charts.drawn import DrawnBands
from desktop.ui.kit.charts.facing import Facing, arrange, least_height
from desktop.ui.kit.charts.looking import kept, moved
from desktop.ui.kit.charts.series import Halves, Spot
from desktop.ui.kit.keys import digit_of

_K: Final = Qt.Key


class FacingChart(Canvas):
    """`say` gives the words of a spot; they are shown by who listens to `looked`, and read aloud."""

    looked = Signal(object)
    """The Spot that is looked at, or None."""
    slid = Signal(int)
    """The lag, in weeks, that the person asks for."""
    opened = Signal(object)
    """The Spot whose band is to be seen large."""

    def __init__(
        self, name: str, say: Callable[[Spot], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._say = say
        self._halves = Halves()
        self._spot: Spot | None = None
        self._drawn = DrawnBands()
        self._grip: tuple[float, int] | None = None
        self.setMouseTracking(True)

    @property
    def spot(self) -> Spot | None:
        """What is looked at."""
        return self._spot

    @property
    def halves(self) -> Halves:
        """What is shown."""
        return self._halves

    def set_halves(self, halves: Halves, summary: str) -> None:
        """Show other halves; what is looked at stays if it is still there."""
        self._halves = halves
        self.set_summary(summary)
        self.look_at(kept(halves, self._spot))
        self.setMinimumHeight(least_height(halves))
        self._fit()

    def look_at(self, spot: Spot | None, *, aloud: bool = False) -> None:
        """Look at `spot`, or at nothing."""
        words = self._say(spot) if spot is not None else self.summary
        self.setAccessibleDescription(words)
        if spot == self._spot:
            return
        self._spot = spot
        self.update()
        self.looked.emit(spot)
        if aloud and spot is not None:
            announce(self, words)

    def facing(self) -> Facing:
        """Where everything lies now."""
        return arrange(self._halves, self.inner())

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint both halves."""
        arrange(self._halves, rect).paint(painter)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them with the week and the line that are looked at."""
        arrange(self._halves, rect).paint(painter, self._spot, self._drawn)

    def sizeHint(self) -> QSize:
        """Be roomy."""
        return QSize(theme.px(900), least_height(self._halves))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.px(480), least_height(self._halves))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows look at other weeks and lines; with Shift, Left and Right slide the lower half."""
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted and key in (_K.Key_Left, _K.Key_Right):
            self.slid.emit(self._halves.lag + (1 if key == _K.Key_Right else -1))
        elif digit_of(event) == 0 or key == _K.Key_Backspace:
            self.slid.emit(0)
        elif key in (_K.Key_Return, _K.Key_Enter) and self._spot is not None:
            self.opened.emit(self._spot)
        elif key == _K.Key_Escape and self._spot is not None:
            self.look_at(None)
        elif (there := moved(self._halves, self._spot, key)) is not None and not shifted:
            self.look_at(there, aloud=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the lower half."""
        super().mousePressEvent(event)
        spot = self.facing().spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None and spot.half:
            self._grip = (event.position().x(), self._halves.lag)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Slide what is held, else look at what is under the mouse."""
        facing = self.facing()
        if self._grip is not None:
            start, lag = self._grip
            weeks = round((event.position().x() - start) / facing.scale.step)
            if lag + weeks != self._halves.lag:
                self.slid.emit(lag + weeks)
            return
        spot = facing.spot_at(event.position())
        self._point(spot, facing, event.position())
        self.look_at(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See a band large."""
        spot = self.facing().spot_at(event.position())
        if spot is not None:
            self.opened.emit(spot)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at nothing once the mouse is gone, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.look_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look at nothing once the keyboard is elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.look_at(None)

    def _point(self, spot: Spot | None, facing: Facing, at: QPointF) -> None:
        over = spot is not None and bool(spot.half) and at.x() >= facing.scale.left
        if over:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
