"""Before a call: where the picture will be, the one violet key, or why it cannot be used."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video import words
from desktop.ui.video.preview_place import PreviewPlace
from desktop.ui.video.state import Stage, VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class ReadyPane(QWidget):
    """`started` when the button is pressed; the reason why not stands there before it could be."""

    started = Signal()

    def __init__(self, viewmodel: VideoViewModel, name: str) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self.preview = PreviewPlace(name)
        seen = QCoreApplication.translate(
            "VideoPanel", "Le client vous verra, vous ne le verrez pas."
        )
        self.note = IconLabel("eye", seen, "secondary", "text2")
        self.why = Text("", "strong")
        self.why.setWordWrap(True)
        self.advice = WrapLabel("", "secondary")
        self.check = Button(
            QCoreApplication.translate("VideoPanel", "Vérifier maintenant"), "refresh-cw", "outline"
        )
        self.check.clicked.connect(viewmodel.check)
        self.reason = Panel("sunken")
        self.reason.add(self.why)
        self.reason.add(self.advice)
        self.reason.body.addSpacing(Space.XS)
        self.reason.body.addLayout(boxes.row(self.check, None))
        self.warning = WrapLabel("", "caption", "warning")
        self.start = Button(_start(), "video", "video", key_symbol("F9"))
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start.clicked.connect(self.started)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for part in (self.preview, self.reason, self.note, self.warning, self.start):
            box.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window may have become high, or low."""
        super().resizeEvent(event)
        self.note.setVisible(not self.preview.isHidden() and not self.preview.low)
        self.preview.updateGeometry()

    def show_state(self, state: VideoState) -> None:
        """Show whether a call can be begun."""
        stage, readiness = state.stage, state.readiness
        self.start.setEnabled(self._viewmodel.can_start())
        self.start.set_text(_starting() if stage is Stage.BEGINNING else _start())
        unready = not readiness.ok and stage is not Stage.BEGINNING
        self.reason.setVisible(unready)
        self.preview.setVisible(not unready)
        self.note.setVisible(not unready and not self.preview.low)
        self.check.set_busy(state.checking)
        tip = QCoreApplication.translate("VideoPanel", "Commencer la vidéo avec le client (F9)")
        if readiness.why is not None:
            title, advice = words.unready(readiness.why)
            self.why.setText(title)
            self.advice.setText(advice)
            tip = title
        elif state.front is None:
            tip = QCoreApplication.translate("VideoPanel", "Ouvrez d’abord un client.")
        self.start.setToolTip(tip)
        self.start.setAccessibleDescription(tip)
        told = words.warning(readiness.warning) if readiness.ok and readiness.warning else ""
        self.warning.setText(told)
        self.warning.setVisible(bool(told))


def _start() -> str:
    return QCoreApplication.translate("VideoPanel", "Lancer la vidéo")


def _starting() -> str:
    return QCoreApplication.translate("VideoPanel", "Préparation…")
