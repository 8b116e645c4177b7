"""A label of several lines, set with air between them, that is as tall as its words need."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyleOption, QWidget

from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Weight

_AIR: Final = {"reading": 1.6}
_DEFAULT_AIR: Final = 1.35
_REMEMBERED: Final = 16
"""How many heights a label keeps before it measures anew."""
_WIDE: Final = 420
"""Width at which words prefer to wrap when nothing else holds them."""


class WrapLabel(Text):
    """Plain text on as many lines as it takes: never cut, never pushing its column wider."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        self._strong: tuple[tuple[int, int], ...] = ()
        self._heights: dict[tuple[object, ...], int] = {}
        super().__init__(text, role, tone, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words set in `width`; layouts ask for it over and over."""
        font = self.font()
        asked = (width, self.text(), font.pixelSize(), font.weight(), self._strong)
        if asked not in self._heights:
            if len(self._heights) >= _REMEMBERED:
                self._heights.clear()
            self._heights[asked] = round(self._set(width)[1] + 0.5)
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        """Prefer one line, up to a comfortable width."""
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, _WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow any width: the words wrap."""
        return QSize(0, self.heightForWidth(self.width()) if self.text() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the height that the new width asks for: nested layouts forget it otherwise."""
        super().resizeEvent(event)
        self._hold()

    def setText(self, text: str) -> None:
        """Show other words, and measure again."""
        super().setText(text)
        self._hold()

    def set_strong(self, *runs: tuple[int, int]) -> None:
        """Give more weight to runs of the words, each its start and length."""
        self._strong = runs
        self._hold()
        self.update()

    def formats(self) -> list[QTextLayout.FormatRange]:
        """Return how runs of the words are set; subclasses have runs of their own."""
        return [_heavy(start, length) for start, length in self._strong]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        painter.setPen(option.palette.color(self.foregroundRole()))
        layout, height = self._set(self.width())
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max((self.height() - height) / 2, 0.0)
        layout.draw(painter, QPointF(0, top))

    def _set(self, width: int) -> tuple[QTextLayout, float]:
        """Return the text set in lines of `width`, and their height together."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self.formats())
        air = _AIR.get(str(self.property("role")), _DEFAULT_AIR)
        pitch = round(self.font().pixelSize() * air)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height + round((pitch - line.height()) / 2)))
            height += pitch
        layout.endLayout()
        return layout, height

    def _hold(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


def _heavy(start: int, length: int) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    run.start = start
    run.length = length
    run.format.setFontWeight(Weight.SEMIBOLD)
    return run
