"""A scale of 1 to n: figures for effort, faces for satisfaction, with its ends in words."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes, icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import TONES, Height, Radius, Space, Type, Weight

FACES: Final = ("angry", "frown", "meh", "smile", "laugh")
_TONES: Final = ("danger", "warning", "neutral", "success", "success")
_ICON: Final = 18


class _Step(ChoiceButton):
    """One figure, or one face."""

    def sizeHint(self) -> QSize:
        """Be a target of at least 24 pixels."""
        height = Height.SMALL + (Space.XS if self.option.icon else 0)
        return QSize(theme.px(Height.TARGET), theme.px(height))

    def minimumSizeHint(self) -> QSize:
        """Never below the smallest target."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, and the figure or the face."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        ink = self._box(painter, whole)
        if self.option.icon:
            side = theme.px(_ICON)
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(whole.center())
            icons.paint(painter, spot, self.option.icon, ink)
        else:
            figure = str(self.option.value)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.words(painter, whole, figure, ink, Type.SECONDARY, Weight.SEMIBOLD, middle)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.KEY)

    def _box(self, painter: QPainter, whole: QRectF) -> str:
        """Paint the ground and return the token of what stands on it."""
        if not self.isChecked():
            line = theme.color("border_strong" if self.underMouse() else "border")
            ground = theme.color("surface" if self.isEnabled() else "surface2")
            paint.rounded(painter, whole, Radius.KEY, ground, line)
            return "text3" if self.option.icon or not self.isEnabled() else "text2"
        if not self.option.icon:
            paint.rounded(painter, whole, Radius.KEY, theme.color("accent"))
            return "on_accent"
        ink, ground_token = TONES[self.option.tone]
        ground = theme.color(ground_token)
        paint.rounded(painter, whole, Radius.KEY, ground, theme.color(ink))
        return ink


class Scale(QWidget):
    """`ends` are the words under 1 and under n; `picked` gives 1 to n, or None when cleared."""

    picked = Signal(object)

    def __init__(
        self,
        name: str,
        count: int,
        ends: tuple[str, str] = ("", ""),
        *,
        faces: bool = False,
    ) -> None:
        super().__init__()
        self.choices = Choices(name, Space.XS)
        self.choices.set_buttons(
            [
                _Step(_option(number, count, ends, faces=faces), self.choices)
                for number in range(1, count + 1)
            ]
        )
        self.choices.picked.connect(self.picked)
        self.setFocusProxy(self.choices)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.choices)
        if any(ends):
            box.addLayout(boxes.row(Text(ends[0], "caption"), None, Text(ends[1], "caption")))

    @property
    def value(self) -> int | None:
        """Return 1 to n, or None."""
        chosen: int | None = self.choices.value
        return chosen

    def set_value(self, value: int | None) -> None:
        """Show `value`, or nothing for None, without `picked`."""
        self.choices.set_value(value)

    def choose_digit(self, digit: int) -> bool:
        """Choose `digit` as the person would; False when it is off the scale."""
        return self.choices.choose_digit(digit)


def _option(number: int, count: int, ends: tuple[str, str], *, faces: bool) -> Option[int]:
    words = {1: ends[0], count: ends[1]}.get(number, "")
    label = f"{number}, {words}" if words else str(number)
    if not faces:
        return Option(number, label)
    place = round((number - 1) * (len(FACES) - 1) / (count - 1))
    return Option(number, label, FACES[place], _TONES[place])
