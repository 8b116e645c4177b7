"""Two values of one field, side by side: one's own and the other's, each with its digit."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 104
_BADGE: Final = 24


class ValueButton(ChoiceButton):
    """`who` wrote it and `when`; the option's label is the value itself."""

    def __init__(self, digit: int, option: Option[Any], who: str, when: str) -> None:
        self._digit, self._who, self._when = digit, who, when
        super().__init__(option)
        self.setAccessibleName(f"{digit}, {who}, {option.label}, {when}")

    def sizeHint(self) -> QSize:
        """Be as tall as three lines."""
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Let a long value be cut rather than push the page wider."""
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the digit, who, the value, when."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        ground = theme.color("accent_soft" if chosen else "surface")
        line = theme.color("accent" if chosen else "border_strong")
        paint.rounded(painter, whole, Radius.BLOCK, ground, line, 2 if chosen else 1)
        side = theme.px(_BADGE)
        spot = QRectF(theme.px(Space.M), theme.px(Space.M), side, side)
        token = "accent" if chosen else "sunken"
        paint.rounded(painter, spot, Radius.KEY, theme.color(token))
        ink = "on_accent" if chosen else "text2"
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, spot, str(self._digit), ink, Type.BODY, Weight.SEMIBOLD, middle)
        left = spot.right() + theme.px(Space.M)
        row = theme.px(22)
        line_box = QRectF(left, theme.px(Space.M), whole.width() - left - Space.L, row)
        paint.words(painter, line_box, self._who, "text2", Type.SECONDARY, Weight.SEMIBOLD)
        value = line_box.translated(0, row + theme.px(Space.XS))
        shown = self.option.label or "—"
        paint.words(painter, value, shown, "text", Type.SECTION, Weight.SEMIBOLD)
        when = value.translated(0, row + theme.px(Space.XS))
        paint.words(painter, when, self._when, "text3", Type.SECONDARY)
        if chosen:
            mark = QRectF(whole.right() - theme.px(28), theme.px(Space.M), theme.px(16), row)
            icons.paint(painter, mark, "check", "accent")
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.BLOCK)


class ValueChoice(Choices):
    """`confirmed` when Enter takes what is chosen."""

    confirmed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Space.M, parent)

    def show_values(self, options: Sequence[tuple[Option[Any], str, str]]) -> None:
        """Offer values, each an option with who and when; nothing is chosen."""
        self.set_buttons(
            [
                ValueButton(digit, option, who, when)
                for digit, (option, who, when) in enumerate(options, 1)
            ]
        )

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Confirm with Enter."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined] # a key event
            self.confirmed.emit()
            return True
        return super().eventFilter(watched, event)
