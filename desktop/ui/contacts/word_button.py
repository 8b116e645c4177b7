"""One word to avoid: pressed, it selects that word in the note."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.note_words import Sensitive
from desktop.ui.kit import paint, theme
from desktop.ui.kit.labels import label
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight


class WordButton(PushButton):
    """Shows the word as it was typed, then why it warns."""

    def __init__(self, word: str, kind: Sensitive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = QCoreApplication.translate("WrapUp", "«\u202f{word}\u202f»").format(word=word)
        self._why = label(kind)
        said = QCoreApplication.translate("WrapUp", "Mot à éviter\u00a0: {word}, {why}")
        self.setAccessibleName(said.format(word=word, why=self._why))
        self.setToolTip(QCoreApplication.translate("WrapUp", "Sélectionner dans la note"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def sizeHint(self) -> QSize:
        """Fit the word and the reason."""
        width = self._word_width() + self._why_width() + 3 * theme.px(Space.S)
        return QSize(round(width + 1), theme.px(Height.TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, the word and the reason."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        line = theme.color("warning" if over else "border")
        paint.rounded(painter, whole, Radius.KEY, theme.color("warning_soft"), line)
        left = theme.px(Space.S)
        spot = QRectF(left, 0, self._word_width() + 1, whole.height())
        paint.words(painter, spot, self._word, "warning", Type.CAPTION, Weight.SEMIBOLD)
        rest = QRectF(spot.right() + left, 0, self._why_width() + 1, whole.height())
        paint.words(painter, rest, self._why, "text2", Type.CAPTION)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.KEY)

    def _word_width(self) -> float:
        return min(paint.width_of(self._word, Type.CAPTION, Weight.SEMIBOLD), theme.px(120))

    def _why_width(self) -> float:
        return min(paint.width_of(self._why, Type.CAPTION), theme.px(140))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
