"""The numbered steps of a guide, joined by lines; one may go to any of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.choices import ChoiceButton, Choices, Option
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_DISC: Final = 20
_HEIGHT: Final = 30
_MOST: Final = 160


@dataclass(frozen=True, slots=True)
class Step:
    """A step's title, and where it stands: done, current, next or skipped."""

    label: str
    state: str = "next"


class _StepButton(ChoiceButton):
    """A disc, a title, and the line to the next step."""

    def __init__(self, option: Option[Any], step: Step, *, last: bool, parent: QWidget) -> None:
        self._step = step
        self._last = last
        super().__init__(option, parent)
        self.setToolTip(step.label)
        if last:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit disc and title; the line takes what is left."""
        words = paint.width_of(self._step.label, Type.SECONDARY, Weight.SEMIBOLD)
        line = 0 if self._last else 2 * Space.S
        width = Space.XS + theme.px(_DISC) + Space.S + words + line + Space.XS
        return QSize(round(width + 0.5), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow step, its title cut; never that of the one where one stands."""
        width = Space.XS + theme.px(_DISC) + Space.S
        if self._step.state == "current":
            words = paint.width_of(self._step.label, Type.SECONDARY, Weight.SEMIBOLD)
            width += round(min(words, theme.px(_MOST)) + 0.5) + Space.S
        return QSize(width, theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc, title and line."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        disc = QRectF(Space.XS, 0, theme.px(_DISC), theme.px(_DISC))
        disc.moveTop((whole.height() - disc.height()) / 2)
        self._disc(painter, disc)
        current = self._step.state == "current"
        weight = Weight.SEMIBOLD if current else Weight.MEDIUM
        ink = "text" if current else "text2" if self._step.state == "done" else "text3"
        words = paint.width_of(self._step.label, Type.SECONDARY, weight)
        left = disc.right() + Space.S
        room = min(words + 1, max(whole.width() - left - Space.XS, 0))
        if not current and not self._all_fit():
            room = 0
        spot = QRectF(left, 0, room, whole.height())
        if room:
            paint.words(painter, spot, self._step.label, ink, Type.SECONDARY, weight)
        start = round(spot.right() + Space.S if room else disc.right() + Space.XS)
        if not self._last and start + Space.XS < whole.width():
            painter.setPen(QPen(theme.color("border"), 2))
            middle = round(whole.height() / 2)
            painter.drawLine(start, middle, round(whole.width() - 2), middle)
        if self.hasFocus():
            ring = QRectF(0, 0, spot.right() + Space.XS, whole.height())
            paint.focus_ring(painter, ring, Radius.KEY)

    def _all_fit(self) -> bool:
        """Whether every title has its room: cut ones beside whole ones say less than numbers."""
        row = self.parentWidget()
        steps = row.findChildren(_StepButton) if row is not None else []
        return all(one.width() + 1 >= one._needed() for one in steps if not one.isHidden())

    def _needed(self) -> float:
        current = self._step.state == "current"
        weight = Weight.SEMIBOLD if current else Weight.MEDIUM
        words = paint.width_of(self._step.label, Type.SECONDARY, weight)
        return 0 if current else Space.XS + theme.px(_DISC) + Space.S + words + Space.XS

    def _disc(self, painter: QPainter, disc: QRectF) -> None:
        state = self._step.state
        radius = disc.width() / 2
        if state == "done":
            paint.rounded(painter, disc, radius, theme.color("accent"))
            icons.paint(painter, disc.adjusted(4, 4, -4, -4), "check", "on_accent")
            return
        if state == "skipped":
            ground, line = theme.color("warning_soft"), theme.color("warning")
            paint.rounded(painter, disc, radius, ground, line, 1.5)
            icons.paint(painter, disc.adjusted(4, 4, -4, -4), "split", "warning")
            return
        current = state == "current"
        line = theme.color("accent" if current else "border_strong")
        ground = theme.color("accent_soft" if current else "surface")
        paint.rounded(painter, disc, radius, ground, line, 1.5)
        ink = "accent" if current else "text3"
        figure = str(self.option.value + 1)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, disc, figure, ink, Type.CAPTION, Weight.SEMIBOLD, middle)


class Stepper(QWidget):
    """`picked` gives the place, from 0, of the step that the person went to."""

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices(name, 0)
        self._choices.picked.connect(self._tell)
        self._here: int | None = None
        self.setFocusProxy(self._choices)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._choices)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show `steps`; the one that is "current" is where one stands."""
        had_focus = self._choices.holds_focus()
        buttons = [
            _StepButton(
                Option(place, step.label), step, last=place == len(steps) - 1, parent=self._choices
            )
            for place, step in enumerate(steps)
        ]
        self._choices.set_buttons(buttons)
        self._here = next((i for i, step in enumerate(steps) if step.state == "current"), None)
        self._choices.set_value(self._here)
        if had_focus:
            self._choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, place: int | None) -> None:
        if place is None:
            self._choices.set_value(self._here)
        else:
            self.picked.emit(place)
