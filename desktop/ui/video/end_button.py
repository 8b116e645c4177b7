"""The button that ends a call: one press, no question."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit.button import Button
from desktop.ui.kit.keys import key_symbol
from desktop.ui.video.state import VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class EndButton(Button):
    """The same in each pane of the card."""

    def __init__(self, viewmodel: VideoViewModel) -> None:
        words = QCoreApplication.translate("VideoPanel", "Terminer")
        super().__init__(words, "phone-off", "secondary", key_symbol("Shift+F9"))
        tip = QCoreApplication.translate(
            "VideoPanel",
            "Terminer la vidéo, sans question (Maj+F9)\u00a0; Échap ne raccroche jamais",
        )
        self.setToolTip(tip)
        self.clicked.connect(viewmodel.end)

    def show_state(self, state: VideoState) -> None:
        """While it is being ended it cannot be pressed twice."""
        self.set_busy(state.ending)
