"""Photos of a call as they come, side by side; each opens whole."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from desktop.domain.video.calls import VideoPhoto
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Radius
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.photos_viewmodel import jpeg

_SIDE: Final = 62


class Thumb(PushButton):
    """One photo, cut to a square."""

    def __init__(self, photo: VideoPhoto, name: str) -> None:
        super().__init__()
        self._picture = small(photo)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """A square, always."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the middle of the photo, its border and the focus."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
        if self._picture.isNull():
            icons.paint(painter, whole.adjusted(20, 20, -20, -20), "images", "text3")
        else:
            shape = QPainterPath()
            shape.addRoundedRect(whole, Radius.CONTROL, Radius.CONTROL)
            painter.setClipPath(shape)
            side = min(self._picture.width(), self._picture.height())
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QRectF(self._picture.rect()).center())
            painter.drawPixmap(whole, self._picture, middle)
            painter.setClipping(False)
        line = theme.color("violet" if self.underMouse() else "border_strong")
        paint.rounded(painter, whole, Radius.CONTROL, border=line)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


class PhotosStrip(Buttons):
    """`opened` gives the place of the photo that was chosen; `grown` when there are more."""

    opened = Signal(int)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self.hide()

    def show_photos(self, photos: tuple[VideoPhoto, ...]) -> None:
        """Show these; the ones already there stay as they are."""
        ids = tuple(str(one.id) for one in photos)
        if ids == self._ids:
            return
        if ids[: len(self._ids)] != self._ids:
            self.clear()
            self._ids = ()
        for place in range(len(self._ids), len(ids)):
            words = QCoreApplication.translate("VideoPhotos", "Photo {n}, l’ouvrir en entier")
            thumb = Thumb(photos[place], words.format(n=place + 1))
            thumb.clicked.connect(lambda _checked=False, at=place: self.opened.emit(at))
            self.add(thumb)
        self._ids = ids
        self.setVisible(bool(ids))
        self.grown.emit()


def small(photo: VideoPhoto) -> QPixmap:
    """The photo, reduced: a full-size one is held once only, where it is looked at."""
    whole = QPixmap()
    whole.loadFromData(jpeg(photo))
    if whole.isNull():
        return whole
    side = 3 * _SIDE
    return whole.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
