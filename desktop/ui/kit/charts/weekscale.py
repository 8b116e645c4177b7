"""Where weeks lie on a line from left to right, and their labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui.kit import paint
from desktop.ui.kit.tokens import Space, Type


@dataclass(frozen=True, slots=True)
class WeekScale:
    """`weeks` of equal width from `left` on."""

    left: float
    width: float
    weeks: int

    @property
    def step(self) -> float:
        """Width of one week."""
        return self.width / max(self.weeks, 1)

    def edge(self, place: float) -> float:
        """Where the week at `place` begins."""
        return self.left + place * self.step

    def middle(self, place: float, span: int = 1) -> float:
        """The middle of `span` weeks from `place` on."""
        return self.left + (place + span / 2) * self.step

    def place_of(self, x: float) -> int:
        """The week at `x`, the nearest one beyond the ends."""
        place = int((x - self.left) // self.step) if self.step else 0
        return min(max(place, 0), max(self.weeks - 1, 0))

    def shown(self, place: float) -> bool:
        """Tell whether the middle of the week at `place` is on the axis."""
        return 0 <= place < self.weeks

    def every(self, widest: float) -> int:
        """How many weeks apart words of this width can stand."""
        return max(1, -int(-(widest + Space.S) // self.step)) if self.step else 1


def labels(
    painter: QPainter,
    scale: WeekScale,
    rect: QRectF,
    words: Sequence[str],
    ink: str = "text3",
    clear: QRectF | None = None,
) -> None:
    """Paint the weeks' labels in `rect`, as many as fit, the last week's among them.

    None is painted that would touch `clear`.
    """
    if not words:
        return
    every = scale.every(max(paint.width_of(word, Type.CAPTION) for word in words))
    half = scale.step * every / 2
    middle = Qt.AlignmentFlag.AlignHCenter
    for place, word in enumerate(words):
        if (len(words) - 1 - place) % every:
            continue
        spot = QRectF(scale.middle(place) - half, rect.top(), 2 * half, rect.height())
        reach = paint.width_of(word, Type.CAPTION) / 2 + Space.XS
        if clear is None or abs(clear.center().x() - scale.middle(place)) >= (
            clear.width() / 2 + reach
        ):
            paint.words(painter, spot, word, ink, Type.CAPTION, align=middle)
