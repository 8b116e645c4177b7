"""What the customer has done so far: five steps, each a word and an icon."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.video.happenings import Delivery
from desktop.domain.video.progress import Progress
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_DISC: Final = 22
_WORD: Final = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """One step: its word, its icon, whether it was reached."""

    word: str
    icon: str
    done: bool


def marks(told: Progress) -> tuple[Mark, ...]:
    """The five steps of a call."""
    sos = told.delivery is Delivery.SOS
    offered = (
        QCoreApplication.translate("VideoPanel", "Bouton")
        if sos
        else QCoreApplication.translate("VideoPanel", "Envoyé")
    )
    return (
        Mark(QCoreApplication.translate("VideoPanel", "Créé"), "link", told.asked_at is not None),
        Mark(offered, "bell-ring" if sos else "send", told.offered_at is not None),
        Mark(QCoreApplication.translate("VideoPanel", "Ouvert"), "eye", told.opened_at is not None),
        Mark(
            QCoreApplication.translate("VideoPanel", "Accepté"),
            "user-check",
            told.consented_at is not None,
        ),
        Mark(
            QCoreApplication.translate("VideoPanel", "Visage"),
            "scan-face",
            told.face_at is not None,
        ),
    )


class StepsRow(QWidget):
    """Discs on a thread; where words do not fit side by side, only the last reached is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks(Progress())
        # A stop of Tab: what can only be read is read there, and Enter does nothing.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def show_progress(self, told: Progress) -> None:
        """Show how far the customer has come."""
        found = marks(told)
        if found != self._marks or not self.accessibleName():
            self._marks = found
            self.setAccessibleName(self.words())
            self.setToolTip(self.words())
            self.update()

    def words(self) -> str:
        """Return all of it in words: « Créé, envoyé, ouvert\u00a0; pas encore : accepté, visage »."""
        done = ", ".join(mark.word for mark in self._marks if mark.done)
        left = ", ".join(mark.word.lower() for mark in self._marks if not mark.done)
        if not left:
            return done
        words = QCoreApplication.translate("VideoPanel", "{done}. Pas encore\u00a0: {left}.")
        return words.format(done=done, left=left)

    def sizeHint(self) -> QSize:
        """Disc and word."""
        return QSize(theme.px(240), theme.px(_DISC + _WORD + Space.S))

    def minimumSizeHint(self) -> QSize:
        """Never push the column."""
        return QSize(theme.px(5 * _DISC), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the thread, the discs and the words."""
        painter = paint.painter_on(self)
        width = self.width() / len(self._marks)
        middle = theme.px(_DISC) / 2 + theme.px(3)
        reached = sum(mark.done for mark in self._marks) - 1
        self._thread(painter, width, middle, reached)
        fits = all(
            paint.width_of(mark.word, Type.CAPTION, Weight.SEMIBOLD) <= width
            for mark in self._marks
        )
        for place, mark in enumerate(self._marks):
            self._disc(painter, QPointF((place + 0.5) * width, middle), mark)
            if fits or place == reached:
                spot = QRectF(place * width, theme.px(_DISC + 5), width, theme.px(_WORD))
                if not fits:
                    spot.adjust(-width, 0, width, 0)
                ink = "text" if place == reached else "text2" if mark.done else "text3"
                weight = Weight.SEMIBOLD if place == reached else Weight.MEDIUM
                centre = Qt.AlignmentFlag.AlignHCenter
                paint.words(painter, spot, mark.word, ink, Type.CAPTION, weight, centre)
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), Radius.KEY)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    def _thread(self, painter: QPainter, width: float, middle: float, reached: int) -> None:
        gap = theme.px(_DISC) / 2 + theme.px(3)
        for place in range(len(self._marks) - 1):
            token = "violet" if place < reached else "border_strong"
            painter.setPen(QPen(theme.color(token), 1.5))
            left, right = (place + 0.5) * width + gap, (place + 1.5) * width - gap
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _disc(self, painter: QPainter, centre: QPointF, mark: Mark) -> None:
        side = theme.px(_DISC)
        box = QRectF(0, 0, side, side)
        box.moveCenter(centre)
        ground = theme.color("violet_soft" if mark.done else "surface")
        line = theme.color("violet" if mark.done else "border_strong")
        paint.rounded(painter, box, side / 2, ground, line, 1.5)
        inner = box.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25)
        icons.paint(painter, inner, mark.icon, "violet" if mark.done else "text3")

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
