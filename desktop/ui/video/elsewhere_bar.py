"""Another contact's call is under way: with whom, and the way back to it."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.end_button import EndButton
from desktop.ui.video.state import VideoState
from desktop.ui.video.viewmodel import VideoViewModel


class ElsewhereBar(Panel):
    """Stands in the place of the key: one call at a time."""

    def __init__(self, viewmodel: VideoViewModel) -> None:
        super().__init__("sunken")
        self.words = WrapLabel("", "strong", "violet")
        self.back = Button(
            QCoreApplication.translate("VideoPanel", "Y revenir"), "arrow-right", "video"
        )
        self.back.clicked.connect(viewmodel.go_back)
        self.end = EndButton(viewmodel)
        line = boxes.row(Glyph("video", "violet", 18), spacing=Space.S)
        line.addWidget(self.words, 1)
        buttons = Buttons(self.back, self.end)
        self.body.setSpacing(Space.S)
        self.body.addLayout(line)
        self.body.addWidget(buttons)

    def show_state(self, state: VideoState) -> None:
        """Say with whom."""
        if state.partner is not None:
            words = QCoreApplication.translate("VideoPanel", "Vidéo en cours avec {name}")
            self.words.setText(words.format(name=state.partner.name))
            self.back.setVisible(state.partner.customer_id is not None)
        self.end.show_state(state)

    def first(self) -> Button:
        """What takes the keyboard."""
        return self.back
