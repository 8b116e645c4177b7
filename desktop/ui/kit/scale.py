"""A scale of 1 to n: figures for effort, faces for satisfaction, with its ends in words."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes, icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

FACES: Final = ("angry", "frown", "meh", "smile", "laugh")
_TONES: Final = ("danger", "warning", "neutral", "success", "success")
_ICON: Final = 18


class _Step(ChoiceButton):
    """One figure, or one face."""

    def sizeHint(self) -> QSize:
        """Be a target of at least 24 pixels."""
        return QSize(theme.px(Height.TARGET), theme.px(Height.SMALL))

    def minimumSizeHint(self) -> QSize:
        """Never below the smallest target."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, and the figure or the face."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        if self.option.icon:
            self._face(painter_of=whole, icon=self.option.icon)
        elif self.isChecked():
            paint.rounded(painter, whole, Radius.KEY, theme.color("accent"))
        else:
            self._rest(whole)
        painter.end()
        self._figure(whole)

    def _rest(self, whole: QRectF) -> None:
        line = theme.color("border_strong" if self.underMouse() else "border")
        ground = theme.color("surface" if self.isEnabled() else "surface2")
        paint.rounded(paint.painter_on(self), whole, Radius.KEY, ground, line)

    def _face(self, painter_of: QRectF, icon: str) -> None:
        ink = "text3"
        if self.isChecked():
            tone = self.option.tone
            ink = "text" if tone == "neutral" else tone
            ground = theme.color("sunken" if tone == "neutral" else f"{tone}_soft")
            painter = paint.painter_on(self)
            paint.rounded(painter, painter_of, Radius.KEY, ground, theme.color(ink))
            painter.end()
        else:
            self._rest(painter_of)
        side = theme.px(_ICON)
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(painter_of.center())
        icons.paint(paint.painter_on(self), spot, icon, ink)

    def _figure(self, whole: QRectF) -> None:
        painter = paint.painter_on(self)
        if not self.option.icon:
            ink = "on_accent" if self.isChecked() else "text2" if self.isEnabled() else "text3"
            figure = str(self.option.value)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.words(painter, whole, figure, ink, Type.SECONDARY, Weight.SEMIBOLD, middle)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.KEY)


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
