"""Tabs with a line under the current one."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 36


class _Tab(ChoiceButton):
    """One label."""

    def __init__(self, option: Option[Any], parent: QWidget | None = None) -> None:
        super().__init__(option, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the label at its boldest, so that nothing moves when it is chosen."""
        width = paint.width_of(self.text(), Type.BODY, Weight.SEMIBOLD)
        return QSize(round(width + 2 * Space.S + 0.5), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut the label."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the label and its line."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        ink = "text" if chosen or self.underMouse() else "text2"
        weight = Weight.SEMIBOLD if chosen else Weight.REGULAR
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, whole, self.text(), ink, Type.BODY, weight, middle)
        if chosen:
            line = QRectF(Space.S, whole.height() - 2, whole.width() - 2 * Space.S, 2)
            paint.rounded(painter, line, 1, theme.color("accent"))
        if self.hasFocus():
            ring = whole.adjusted(1, 3, -1, -3)
            paint.focus_ring(painter, ring, Radius.KEY)


class Tabs(QWidget):
    """`picked` gives the place, from 0, of the tab that the person chose."""

    picked = Signal(int)

    def __init__(self, name: str, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(name, Space.M)
        self.choices.picked.connect(self._tell)
        self.trailing = QHBoxLayout()
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.S, 0, Space.L, 0)
        box.addWidget(self.choices)
        box.addStretch(1)
        box.addLayout(self.trailing)
        self.setFocusProxy(self.choices)
        self.set_labels(labels)

    @property
    def current(self) -> int:
        """Return the place of the current tab, from 0."""
        place: int | None = self.choices.value
        return place or 0

    def set_labels(self, labels: Sequence[str]) -> None:
        """Show other tabs, the first being current."""
        options = [Option(place, label) for place, label in enumerate(labels)]
        self.choices.set_buttons([_Tab(option, self.choices) for option in options])
        self.choices.set_value(0)

    def set_current(self, place: int) -> None:
        """Make the tab at `place` current, without `picked`."""
        self.choices.set_value(place)

    def _tell(self, place: int | None) -> None:
        if place is None:
            self.choices.set_value(0)
        self.picked.emit(place or 0)
