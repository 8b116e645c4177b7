"""A photo whole, over the window: when, with which consent, its fingerprint, and a file of it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from desktop.domain.video.calls import VideoPhoto
from desktop.ui.kit import boxes, dates, icons, paint, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.labels import label
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Radius, Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.photos_viewmodel import PhotosViewModel, jpeg

_HEIGHT: Final = 420


class Picture(QWidget):
    """The photo, as large as its place allows, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self._id = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_photo(self, photo: VideoPhoto | None, name: str) -> None:
        """Show one, or nothing."""
        wanted = "" if photo is None else str(photo.id)
        self.setAccessibleName(name)
        if wanted == self._id:
            return
        self._id = wanted
        self._whole = QPixmap()
        if photo is not None:
            self._whole.loadFromData(jpeg(photo))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a comfortable height; the window gives what it has."""
        return QSize(theme.px(640), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Shrink where the window is small."""
        return QSize(120, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle of a sunken ground."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        paint.rounded(painter, whole, Radius.BLOCK, theme.color("sunken"))
        if self._whole.isNull():
            spot = QRectF(0, 0, theme.px(32), theme.px(32))
            spot.moveCenter(whole.center())
            icons.paint(painter, spot, "images", "text3")
            return
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        room = whole.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        size = self._whole.size().toSizeF()
        share = min(room.width() / size.width(), room.height() / size.height(), 1.0)
        box = QRectF(0, 0, size.width() * share, size.height() * share)
        box.moveCenter(room.center())
        painter.drawPixmap(box, self._whole, QRectF(self._whole.rect()))
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.BLOCK)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here: arrows go from one to the other."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()


class PhotoViewer(Overlay):
    """Left and right go from one to the other; Escape closes."""

    def __init__(self, window: QWidget, viewmodel: PhotosViewModel) -> None:
        super().__init__(window, QCoreApplication.translate("VideoPhotos", "Photo"), 760)
        self._viewmodel = viewmodel
        self.picture = Picture()
        self.loading = Loading(QCoreApplication.translate("VideoPhotos", "Lecture de la photo…"))
        self.told = WrapLabel("", "secondary")
        self.sum = TextField(QCoreApplication.translate("VideoPhotos", "Empreinte SHA-256"))
        self.sum.setReadOnly(True)
        self.trouble = WrapLabel("", "secondary", "warning")
        self.before = IconButton(
            "chevron-left", QCoreApplication.translate("VideoPhotos", "Photo précédente (←)")
        )
        self.after = IconButton(
            "chevron-right", QCoreApplication.translate("VideoPhotos", "Photo suivante (→)")
        )
        self.place = Text("", "secondary")
        self.save = Button(
            QCoreApplication.translate("VideoPhotos", "Enregistrer sous…"), "save", "secondary"
        )
        self._lay_out()
        self.before.clicked.connect(lambda: viewmodel.step(-1))
        self.after.clicked.connect(lambda: viewmodel.step(1))
        self.save.clicked.connect(self._ask_path)
        self.closed.connect(viewmodel.close)
        viewmodel.changed.connect(self._show)
        viewmodel.opened.connect(self._begin)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the one before."""
        if not self._stepped(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The same from the buttons, which would take arrows for themselves."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._stepped(event)
        return super().eventFilter(watched, event)

    def _stepped(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._viewmodel.step(step)
        return step is not None

    def _begin(self) -> None:
        self.open()
        give(self.picture if self.picture.isVisible() else self.cross)

    def _show(self) -> None:
        state = self._viewmodel.state
        photo = state.photo
        name = self._told(photo) if photo is not None else ""
        self.picture.show_photo(photo, name)
        self.picture.setVisible(photo is not None)
        self.loading.setVisible(state.loading)
        self.told.setText(name)
        self.told.setVisible(photo is not None)
        self._sum_line.setVisible(photo is not None)
        self.sum.setText(photo.sha256 if photo is not None else "")
        self.sum.setCursorPosition(0)
        trouble = self._trouble()
        if trouble and trouble != self.trouble.text():
            announce(self, trouble)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.save.setEnabled(photo is not None)
        count = len(state.photos)
        for button in (self.before, self.after, self.place):
            button.setVisible(count > 1)
        self.before.setEnabled(state.place > 0)
        self.after.setEnabled(state.place < count - 1)
        self.place.setText(f"{state.place + 1} / {count}")

    def _trouble(self) -> str:
        state = self._viewmodel.state
        if state.saved:
            words = QCoreApplication.translate("VideoPhotos", "Photo écrite dans {name}.")
            return words.format(name=state.saved)
        if state.failed and state.photo is not None:
            return QCoreApplication.translate(
                "VideoPhotos",
                "Le fichier n’a pas pu être écrit\u00a0: choisissez un autre dossier.",
            )
        if state.failed:
            return QCoreApplication.translate(
                "VideoPhotos",
                "Les photos ne se lisent pas pour l’instant. Rien n’est perdu\u202f; réessayez.",
            )
        if not state.loading and state.photo is None:
            return QCoreApplication.translate(
                "VideoPhotos", "Les photos de cet appel ne sont pas sur ce poste."
            )
        return ""

    def _told(self, photo: VideoPhoto) -> str:
        zone, now = self._viewmodel.zone(), self._viewmodel.now()
        words = QCoreApplication.translate(
            "VideoPhotos",
            "{source}, {when} · accord du client à {consent} · {width} × {height} · {size}",
        )
        return words.format(
            source=label(photo.source),
            when=dates.moment(photo.at.astimezone(zone), now),
            consent=f"{photo.consented_at.astimezone(zone):%H:%M:%S}",
            width=photo.width,
            height=photo.height,
            size=size_words(photo.size),
        )

    def _ask_path(self) -> None:
        photo = self._viewmodel.state.photo
        if photo is None:
            return
        title = QCoreApplication.translate("VideoPhotos", "Enregistrer la photo sous…")
        dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jpg")
        at = photo.at.astimezone(self._viewmodel.zone())
        dialog.selectFile(f"photo-{at:%Y-%m-%d-%H%M%S}.jpg")
        dialog.fileSelected.connect(lambda name: self._viewmodel.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        label_ = Text(QCoreApplication.translate("VideoPhotos", "SHA-256"), "caption")
        label_.setBuddy(self.sum)
        line = boxes.row(label_, self.sum, spacing=Space.S)
        line.setStretch(1, 1)
        self._sum_line = boxes.holder(line)
        for part in (self.picture, self.loading, self.told, self._sum_line, self.trouble):
            self.body.addWidget(part, 1 if part is self.picture else 0)
        for part in (self.before, self.place, self.after):
            self.footer.addWidget(part)
        for button in (self.before, self.after, self.save, self.cross):
            button.installEventFilter(self)
        self.footer.addStretch(1)
        self.footer.addWidget(self.save)


def size_words(size: int) -> str:
    """« 812 ko », « 1,4 Mo »."""
    if size < 1_000_000:
        words = QCoreApplication.translate("VideoPhotos", "{n}\u00a0ko")
        return words.format(n=dates.count(max(round(size / 1000), 1)))
    words = QCoreApplication.translate("VideoPhotos", "{n}\u00a0Mo")
    return words.format(n=dates.decimal(size / 1_000_000))
