"""One measure of the customer's answers: figure, word, line, count; it opens the whole trend."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.customers import Civility
from desktop.domain.trends import Measure, Recommendation, Trend
from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.labels import label
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.spark import Spark
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

SCALES: Final = {Measure.SATISFACTION: (1, 5), Measure.EFFORT: (1, 7), Measure.NPS: (0, 10)}
INKS: Final = {Measure.SATISFACTION: "info", Measure.EFFORT: "warning", Measure.NPS: "success"}
NOTABLE: Final = 0.05
"""A change smaller than this shows as none."""

_SPARK: Final = (62, 18)


class Room(IntEnum):
    """How much a measure may show, from all of it to the least."""

    CURVE = 0
    WORDS = 1
    COUNT = 2


def recommendation_words(word: Recommendation, civility: Civility) -> str:
    """« promotrice », « promoteur »; without a gender where none is known."""
    match word, civility:
        case Recommendation.PROMOTER, Civility.MADAM:
            return QCoreApplication.translate("Measure", "promotrice")
        case Recommendation.PROMOTER, Civility.SIR:
            return QCoreApplication.translate("Measure", "promoteur")
        case Recommendation.DETRACTOR, Civility.MADAM:
            return QCoreApplication.translate("Measure", "détractrice")
        case Recommendation.DETRACTOR, Civility.SIR:
            return QCoreApplication.translate("Measure", "détracteur")
        case Recommendation.PASSIVE, _:
            return QCoreApplication.translate("Measure", "neutre")
        case Recommendation.PROMOTER, _:
            return QCoreApplication.translate("Measure", "recommande")
        case _:
            return QCoreApplication.translate("Measure", "ne recommande pas")


def word_of(trend: Trend, civility: Civility) -> tuple[str, str]:
    """The word under a figure and its colour; amber where there is something to mend."""
    if trend.recommendation is not None:
        inks = {
            Recommendation.PROMOTER: "success",
            Recommendation.PASSIVE: "text2",
            Recommendation.DETRACTOR: "warning",
        }
        return recommendation_words(trend.recommendation, civility), inks[trend.recommendation]
    change = trend.change or 0.0
    if abs(change) >= NOTABLE:
        better = (change > 0) is (trend.measure is Measure.SATISFACTION)
        sign = "+" if change > 0 else ""
        words = QCoreApplication.translate("Measure", "{change} en 3 mois")
        return words.format(change=sign + dates.decimal(change)), "success" if better else "warning"
    if trend.change is not None:
        return QCoreApplication.translate("Measure", "stable"), "text2"
    return "", "text2"


def count_words(count: int) -> str:
    """« 6 réponses »."""
    if count == 0:
        # French has it in the singular, English does not.
        return QCoreApplication.translate("Measure", "0 réponse")
    if count == 1:
        return QCoreApplication.translate("Measure", "1 réponse")
    return QCoreApplication.translate("Measure", "{n} réponses").format(n=dates.count(count))


class MeasureButton(PushButton):
    """Shows a trend in three lines, as much of it as there is room for."""

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = measure
        self._trend = Trend(measure=measure)
        self._civility = Civility.NONE
        self._room = Room.CURVE
        self._spark = Spark((), INKS[measure], *_SPARK)
        self._spark.setParent(self)
        self._spark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_trend(self, trend: Trend, civility: Civility) -> None:
        """Show another trend."""
        self._trend = trend
        self._civility = civility
        values = [month.value for month in trend.months if month.value is not None]
        self._spark.set_values(values)
        self.setEnabled(trend.count > 0)
        self.setAccessibleName(self._said())
        self.setToolTip(self._said())
        self._fit()

    def set_room(self, room: Room) -> None:
        """Show more, or less."""
        if room is not self._room:
            self._room = room
            self._fit()

    def sizeHint(self) -> QSize:
        """Fit the widest of the three lines."""
        return self._size(self._figure_width() + self._spark_room(), self._foot())

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as the count alone allows; the header then gives less room."""
        return self._size(self._figure_width(), count_words(self._trend.count))

    def _size(self, figure: float, foot: str) -> QSize:
        width = max(
            paint.width_of(label(self.measure), Type.SECONDARY),
            figure,
            paint.width_of(foot, Type.CAPTION, Weight.SEMIBOLD),
        )
        return QSize(round(width) + 2 * theme.px(Space.S), theme.px(58))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the line at the end of the figure's row."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, the figure, the word and the count."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
        left, width = theme.px(Space.S), self.width() - 2.0 * theme.px(Space.S)
        top = QRectF(left, theme.px(3), width, theme.px(16))
        paint.words(painter, top, label(self.measure), "text2", Type.SECONDARY)
        figure, unit = self._figure()
        line = QRectF(left, theme.px(19), width, theme.px(22))
        ink = "text" if self._trend.count else "text3"
        paint.words(painter, line, figure, ink, Type.SECTION + 1, Weight.SEMIBOLD)
        line.setLeft(left + paint.width_of(figure, Type.SECTION + 1, Weight.SEMIBOLD) + 4)
        line.translate(0, theme.px(2))
        paint.words(painter, line, unit, "text3", Type.SECONDARY)
        self._paint_foot(painter, QRectF(left, theme.px(41), width, theme.px(14)))
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _paint_foot(self, painter: QPainter, spot: QRectF) -> None:
        word, ink = self._word()
        paint.words(painter, spot, word, ink, Type.CAPTION, Weight.SEMIBOLD)
        if word:
            spot.setLeft(spot.left() + paint.width_of(word + " · ", Type.CAPTION, Weight.SEMIBOLD))
        paint.words(painter, spot, self._count(), "text3", Type.CAPTION)

    def _count(self) -> str:
        if not self._trend.count and self._room < Room.COUNT:
            return QCoreApplication.translate("Measure", "pas encore de réponse")
        return count_words(self._trend.count)

    def _word(self) -> tuple[str, str]:
        return word_of(self._trend, self._civility) if self._room < Room.COUNT else ("", "text2")

    def _foot(self) -> str:
        word, _ = self._word()
        return f"{word} · {self._count()}" if word else self._count()

    def _figure(self) -> tuple[str, str]:
        if self._trend.value is None:
            return "—", ""
        places = 0 if self.measure is Measure.NPS else 1
        return dates.decimal(self._trend.value, places), f"/ {SCALES[self.measure][1]}"

    def _figure_width(self) -> float:
        figure, unit = self._figure()
        width = paint.width_of(figure, Type.SECTION + 1, Weight.SEMIBOLD)
        return width + 4 + paint.width_of(unit, Type.SECONDARY)

    def _spark_room(self) -> int:
        return 0 if self._room > Room.CURVE else _SPARK[0] + theme.px(Space.M)

    def _said(self) -> str:
        figure, unit = self._figure()
        word, _ = word_of(self._trend, self._civility)
        parts = (f"{label(self.measure)} {figure} {unit}".strip(), word, self._count())
        return ", ".join(part for part in parts if part)

    def _place(self) -> None:
        x = self.width() - theme.px(Space.S) - _SPARK[0]
        self._spark.setGeometry(x, theme.px(22), *_SPARK)

    def _fit(self) -> None:
        curve = [month for month in self._trend.months if month.value is not None]
        self._spark.setVisible(self._room is Room.CURVE and len(curve) > 1)
        self.updateGeometry()
        self._place()
        self.update()
