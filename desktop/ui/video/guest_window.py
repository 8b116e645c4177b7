"""A colleague's call that one joined, in a window of its own: their customer, their contact."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.tokens import Space
from desktop.ui.video.host import Host
from desktop.ui.video.page import MakePage
from desktop.ui.video.rings_viewmodel import RingsViewModel
from desktop.ui.video.window import STANDING


class GuestWindow(QWidget):
    """Opens when a colleague's call is joined; closing it leaves the call, which goes on."""

    def __init__(
        self,
        window: QWidget,
        rings: RingsViewModel,
        make: MakePage,
        browse: Callable[[str], None],
    ) -> None:
        super().__init__(window, STANDING)
        self._rings = rings
        self._url = ""
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(760, 600)
        self.setMinimumSize(360, 280)
        self.words = IconLabel("users", "", "strong", "violet", 16)
        self.leave = Button(QCoreApplication.translate("VideoGuest", "Quitter l’appel"), "log-out")
        self.leave.clicked.connect(self.close)
        self.host = Host(make, browse)
        self.host.set_free(free=True)
        self.host.again.hide()
        head = boxes.row(spacing=Space.S, margins=Space.M)
        head.addWidget(self.words, 1)
        head.addWidget(self.leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.host, 1)
        rings.changed.connect(self._show)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave: camera and microphone are let go of, nobody is hung up on."""
        super().closeEvent(event)
        self._url = ""
        self.host.show_page("")
        self._rings.leave()

    def _show(self) -> None:
        state = self._rings.state
        if state.joined is None:
            if self.isVisible():
                self.close()
            return
        if state.page and state.page != self._url:
            self._url = state.page
            words = QCoreApplication.translate("VideoGuest", "Vous aidez {name}, en vidéo")
            self.words.set_text(words.format(name=state.joined.asker))
            self.setWindowTitle(self.words.text())
            self.host.show_page(state.page)
            self.show()
            self.raise_()
            self.activateWindow()
