"""The three honest clocks, side by side and grey: to the offer, to the opening, to the face."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.video.clocks import Clocks
from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 44
_DOT: Final = 5
NONE: Final = "–"


class ClocksRow(QWidget):
    """A figure a second is painted; the whole is read aloud when the focus of reading is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = (NONE, NONE, NONE)
        self._running: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            QCoreApplication.translate(
                "VideoPanel",
                "De votre touche à l’envoi, de l’envoi à l’ouverture, de l’ouverture au visage.",
            )
        )
        paint.follow(self, self._fit)

    def show_clocks(self, clocks: Clocks) -> None:
        """Show how they stand."""
        spans = (clocks.asked_to_offered, clocks.offered_to_opened, clocks.opened_to_face)
        values = (_shown(spans[0]), _shown(spans[1]), _shown(spans[2]))
        if (values, clocks.running) != (self._values, self._running):
            self._values, self._running = values, clocks.running
            self.setAccessibleName(self.words())
            self.update()

    def words(self) -> str:
        """Return all three in words."""
        pairs = zip(_titles(), self._values, strict=True)
        return ", ".join(
            f"{title} {value}" if value != NONE else f"{title} {_not_yet()}"
            for title, value in pairs
        )

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.px(220), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Cut words rather than push the column."""
        return QSize(0, theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint three cells; a dot beside the one that runs."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
        width = whole.width() / 3
        for place, (title, value) in enumerate(zip(_titles(), self._values, strict=True)):
            cell = QRectF(place * width, 0, width, whole.height())
            cell = cell.adjusted(theme.px(Space.S), 0, -theme.px(Space.XS), 0)
            top = cell.adjusted(0, theme.px(3), 0, -cell.height() / 2)
            below = cell.adjusted(0, cell.height() / 2 - theme.px(2), 0, -theme.px(3))
            running = place == self._running
            weight = Weight.SEMIBOLD if running else Weight.MEDIUM
            paint.words(painter, top, title, "text3", Type.CAPTION, Weight.MEDIUM)
            ink = "text3" if value == NONE else "text2"
            paint.words(painter, below, value, ink, Type.BODY, weight)
            if running:
                side = theme.px(_DOT)
                left = below.left() + paint.width_of(value, Type.BODY, weight) + theme.px(6)
                spot = QRectF(left, below.center().y() - side / 2, side, side)
                paint.rounded(painter, spot, side / 2, theme.color("text3"))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


def _titles() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("VideoPanel", "Envoi"),
        QCoreApplication.translate("VideoPanel", "Ouverture"),
        QCoreApplication.translate("VideoPanel", "Visage"),
    )


def _shown(span: timedelta | None) -> str:
    return NONE if span is None else dates.span(int(span.total_seconds()))


def _not_yet() -> str:
    return QCoreApplication.translate("VideoPanel", "pas encore")
