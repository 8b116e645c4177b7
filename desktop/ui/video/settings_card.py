"""Video in the settings: which gateway, how it stands, camera and microphone tried before a call."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop.domain.video.readiness import Readiness
from desktop.ui.kit import boxes
from desktop.ui.kit.browser import open_browser
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video import words
from desktop.ui.video.host import Host
from desktop.ui.video.page import MakePage
from desktop.ui.video.viewmodel import VideoViewModel


class VideoSettings(Card):
    """`warm_picked` says whether the view is to be kept ready before any call."""

    warm_picked = Signal(bool)

    def __init__(self, viewmodel: VideoViewModel, make: MakePage, *, warm: bool = False) -> None:
        super().__init__(QCoreApplication.translate("VideoSettings", "Vidéo"))
        self._viewmodel = viewmodel
        self.tile = Tile("video", "violet", 36)
        self.state = Text("", "strong")
        self.advice = WrapLabel("", "secondary")
        self.where = WrapLabel("", "secondary")
        self.address = ElidedLabel("", "caption")
        self.check = Button(
            QCoreApplication.translate("VideoSettings", "Vérifier"), "refresh-cw", "outline"
        )
        self.check.clicked.connect(viewmodel.check)
        self.host = Host(make, open_browser)
        self.host.set_whole()
        self.try_out = Button(_try(), "camera", "secondary")
        self.try_out.clicked.connect(self._try)
        self.warm = CheckRow(
            QCoreApplication.translate(
                "VideoSettings", "Prêt d’avance\u00a0: l’image vient plus tôt"
            )
        )
        self.warm.setChecked(warm)
        self.warm.clicked.connect(self.warm_picked)
        self._lay_out()
        viewmodel.changed.connect(self._show)
        self._show()

    def leave(self) -> None:
        """The page of settings is left: no camera stays on."""
        if self.host.isVisible() or not self.host.isHidden():
            self.host.show_page("")
            self._show()

    def _try(self) -> None:
        if self.host.isHidden():
            self.host.show_page(preview_of(self._viewmodel.state.readiness))
        else:
            self.host.show_page("")
        self._show()

    def _show(self) -> None:
        state = self._viewmodel.state
        readiness = state.readiness
        if readiness.why is not None:
            title, advice = words.unready(readiness.why)
        else:
            title = QCoreApplication.translate("VideoSettings", "Prête")
            advice = words.warning(readiness.warning) if readiness.warning else ""
        amiss = readiness.why is not None or readiness.warning is not None
        self.tile.set_tone(
            "video-off" if readiness.why else "video", "warning" if amiss else "violet"
        )
        self.state.setText(title)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        told = QCoreApplication.translate("VideoSettings", "Passerelle\u00a0: {where}")
        self.where.setText(told.format(where=words.where(readiness)))
        self.address.setText(_address(readiness))
        self.address.setVisible(bool(readiness.public))
        self.check.set_busy(state.checking)
        if state.busy:
            # The page goes to the call: its camera is no longer ours to let go of.
            self.host.hide()
        self.try_out.setEnabled(readiness.ok and not state.busy)
        self.try_out.set_text(_try() if self.host.isHidden() else _stop())
        self.try_out.set_icon("camera" if self.host.isHidden() else "x")

    def _lay_out(self) -> None:
        column = boxes.column(self.state, self.advice, self.where, self.address, spacing=2)
        line = boxes.row(self.tile, spacing=Space.M)
        line.addLayout(column, 1)
        line.addWidget(self.check)
        self.body.addLayout(line)
        self.add(Divider())
        tried = QCoreApplication.translate(
            "VideoSettings",
            "Choisissez caméra et micro, et voyez-vous, avant le premier appel. Personne d’autre ne vous voit.",
        )
        self.add(WrapLabel(tried, "secondary"))
        self.add(self.host)
        self.body.addLayout(boxes.row(self.try_out, None))
        self.add(Divider())
        self.add(self.warm)
        told = QCoreApplication.translate(
            "VideoSettings",
            "L’application garde alors la page prête en mémoire (environ 220 Mo). La caméra reste éteinte.",
        )
        self.warm.setAccessibleDescription(told)
        self.add(WrapLabel(told, "caption"))


def preview_of(readiness: Readiness) -> str:
    """Address of the page that shows devices and no call."""
    return f"{readiness.public.rstrip('/')}/a#preview"


def _address(readiness: Readiness) -> str:
    provider = f" · {readiness.provider}" if readiness.provider else ""
    return f"{readiness.public}{provider}"


def _try() -> str:
    return QCoreApplication.translate("VideoSettings", "Essayer caméra et micro")


def _stop() -> str:
    return QCoreApplication.translate("VideoSettings", "Éteindre la caméra")
