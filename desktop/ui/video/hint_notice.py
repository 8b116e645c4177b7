"""A wait, or a cut, in words, with what can be offered meanwhile; amber, never red."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.video.clocks import Hint
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video import words
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.viewmodel import VideoViewModel


class HintNotice(Panel):
    """Hidden while there is nothing to say."""

    def __init__(self, viewmodel: VideoViewModel) -> None:
        super().__init__("warning")
        self._hint = Hint.NONE
        self._title = WrapLabel("", "strong")
        self._advice = WrapLabel("", "secondary")
        self.call_back = Button(
            QCoreApplication.translate("VideoPanel", "Proposer un rappel"),
            "phone-outgoing",
            "outline",
        )
        self.call_back.clicked.connect(viewmodel.propose_callback)
        self.resend = Button(
            QCoreApplication.translate("VideoPanel", "Renvoyer le lien"), "send", "outline"
        )
        self.resend.clicked.connect(viewmodel.choose_again)
        self.buttons = Buttons(self.resend, self.call_back)
        self.body.addWidget(self._title)
        self.body.addWidget(self._advice)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self.buttons)
        self.hide()

    def show_hint(self, hint: Hint) -> None:
        """Say it, once aloud."""
        if hint is not self._hint and hint is not Hint.NONE:
            title, advice = words.hint(hint)
            self._title.setText(title)
            self._advice.setText(advice)
            self.resend.setVisible(hint is Hint.NOBODY)
            self.buttons.setVisible(hint is not Hint.RECONNECTING)
            announce(self, self.text())
        self._hint = hint
        self.setVisible(hint is not Hint.NONE)

    def text(self) -> str:
        """Return what it says."""
        return f"{self._title.text()}. {self._advice.text()}"
