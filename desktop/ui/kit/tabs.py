"""Tabs with a line under the current one."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 36
_BADGE: Final = 16


class _Tab(ChoiceButton):
    """One label."""

    def __init__(self, option: Option[Any], parent: QWidget | None = None) -> None:
        super().__init__(option, parent)
        self._badge = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int) -> None:
        """Show how many things wait there; none for 0."""
        self._badge = count
        words = QCoreApplication.translate("Tabs", "{label}, {count} en attente")
        label = self.text()
        self.setAccessibleName(words.format(label=label, count=count) if count else label)
        self.updateGeometry()
        self.update()

    def badge(self) -> int:
        """Return the figure shown, 0 for none."""
        return self._badge

    def sizeHint(self) -> QSize:
        """Fit the label at its boldest, so that nothing moves when it is chosen."""
        width = paint.width_of(self.text(), Type.BODY, Weight.SEMIBOLD)
        pill = self._pill_width() + theme.px(Space.XS + 2) if self._badge else 0
        return QSize(round(width + pill + 2 * Space.S + 0.5), theme.px(_HEIGHT))

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
        pill = self._pill_width() + theme.px(Space.XS + 2) if self._badge else 0
        spot = whole.adjusted(0, 0, -pill, 0)
        paint.words(painter, spot, self.text(), ink, Type.BODY, weight, middle)
        if self._badge:
            self._paint_badge(painter, whole)
        if chosen:
            line = QRectF(Space.S, whole.height() - 2, whole.width() - 2 * Space.S, 2)
            paint.rounded(painter, line, 1, theme.color("accent"))
        if self.hasFocus():
            ring = whole.adjusted(1, 3, -1, -3)
            paint.focus_ring(painter, ring, Radius.KEY)

    def _figure(self) -> str:
        return str(self._badge) if self._badge < 100 else "99+"

    def _pill_width(self) -> float:
        words = paint.width_of(self._figure(), Type.CAPTION, Weight.BOLD)
        return max(words + theme.px(Space.S), float(theme.px(_BADGE)))

    def _paint_badge(self, painter: QPainter, whole: QRectF) -> None:
        height, width = theme.px(_BADGE), self._pill_width()
        left = whole.right() - Space.S - width
        pill = QRectF(left, (whole.height() - height) / 2, width, height)
        paint.rounded(painter, pill, height / 2, theme.color("accent"))
        middle = Qt.AlignmentFlag.AlignHCenter
        look = (Type.CAPTION, Weight.BOLD, middle)
        paint.words(painter, pill, self._figure(), "on_accent", *look)


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
        self._tabs = [_Tab(option, self.choices) for option in options]
        self.choices.set_buttons(self._tabs)
        self.choices.set_value(0)

    def add(self, label: str) -> None:
        """Show one more tab, at the end; the first one there is becomes current."""
        tab = _Tab(Option(len(self._tabs), label), self.choices)
        self._tabs.append(tab)
        self.choices.add_button(tab)
        if len(self._tabs) == 1:
            self.choices.set_value(0)

    def set_current(self, place: int) -> None:
        """Make the tab at `place` current, without `picked`."""
        self.choices.set_value(place)

    def set_badge(self, place: int, count: int) -> None:
        """Show how many things wait on the tab at `place`; none for 0."""
        self._tabs[place].set_badge(count)

    def badge(self, place: int) -> int:
        """Return the figure on the tab at `place`."""
        return self._tabs[place].badge()

    def _tell(self, place: int | None) -> None:
        if place is None:
            self.choices.set_value(0)
        self.picked.emit(place or 0)
