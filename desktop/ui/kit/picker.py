"""A button that opens a list to choose from: filtered by typing, by keys, down a tree."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.choices import Option
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_ICON: Final = 16
_CHEVRON: Final = 14
_JOINT: Final = " › "


def path_of(options: Sequence[Option[Any]], value: object) -> tuple[Option[Any], ...]:
    """Return the options from the root down to the one whose value is `value`; () for none."""
    for option in options:
        if option.value == value and value is not None:
            return (option,)
        if below := path_of(option.children, value):
            return (option, *below)
    return ()


class Picker(QPushButton):
    """`name` is what is chosen; `picked` gives the value that the person chose."""

    picked = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[Option[Any]] = (),
        hint: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._hint = hint
        self._icon = icon
        self._options = tuple(options)
        self._path: tuple[Option[Any], ...] = ()
        self._list: PickerList | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_list)
        paint.follow(self, self._fit)

    @property
    def value(self) -> Any:
        """Return the chosen value, or None."""
        return self._path[-1].value if self._path else None

    def set_value(self, value: object | None) -> None:
        """Show `value` as chosen, or the hint for None, without `picked`."""
        path = path_of(self._options, value)
        if path != self._path:
            self._path = path
            self._fit()

    def set_options(self, options: Sequence[Option[Any]]) -> None:
        """Offer other options; the choice is kept if it is still among them."""
        before = self.value
        self._options = tuple(options)
        self.set_value(before)

    def open_list(self) -> None:
        """Open the list under the button."""
        shown = PickerList(self._name, self._options, self)
        shown.chosen.connect(self._choose)
        shown.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), self.width(), self.value)
        self._list = shown

    def list_shown(self) -> PickerList | None:
        """Return the open list, if there is one."""
        shown = self._list
        return shown if shown is not None and isValid(shown) and shown.isVisible() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Down, Enter or Space."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Fit what is chosen, within reason."""
        words = min(paint.width_of(self.shown(), weight=Weight.MEDIUM), theme.px(220))
        room = 2 * Space.M + 2 * theme.px(_ICON + Space.S)
        return QSize(round(words) + room, theme.px(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Leave room for a few letters."""
        return QSize(theme.px(96), theme.px(Height.CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the icon, the words and the chevron."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        line = "border_strong" if self.isEnabled() else "border"
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("surface"), theme.color(line))
        inner = whole.adjusted(Space.M, 0, -Space.M, 0)
        side = theme.px(_ICON)
        icon = (self._path[-1].icon if self._path else None) or self._icon
        if icon:
            icons.paint(painter, QRectF(inner.left(), 0, side, whole.height()), icon, "text2")
            inner.setLeft(inner.left() + side + Space.S)
        small = theme.px(_CHEVRON)
        chevron = QRectF(inner.right() - small, 0, small, whole.height())
        icons.paint(painter, chevron, "chevron-down", "text2")
        inner.setRight(chevron.left() - Space.XS)
        ink = "text" if self._path and self.isEnabled() else "text3"
        paint.words(painter, inner, self.shown(), ink, Type.BODY, Weight.MEDIUM)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def shown(self) -> str:
        """Return the words in the field: what is chosen and what it is part of, or the hint."""
        return _JOINT.join(option.label for option in self._path) or self._hint

    def _choose(self, value: object) -> None:
        self.set_value(value)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.picked.emit(value)

    def _fit(self) -> None:
        self.setText("")
        self.setAccessibleName(f"{self._name}, {self.shown()}" if self.shown() else self._name)
        self.setToolTip(self.shown() if self._path else "")
        self.updateGeometry()
        self.update()
