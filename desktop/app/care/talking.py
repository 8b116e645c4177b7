"""Talks at a lead's desk: what was said of one can be taken back, and no note is lost."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.talks import Talk, TalkState
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel

_STAYS = 9
"""Seconds: a little less than the time in which it can be taken back."""


class Talking(QObject):
    """For who leads."""

    def __init__(self, window: Window, talk: TalkViewModel) -> None:
        super().__init__(window)
        self._window = window
        self.model = talk
        talk.said.connect(self._say)

    def _say(self, talk: object) -> None:
        if not isinstance(talk, Talk):
            return
        match talk.state:
            case TalkState.PLANNED:
                words = QCoreApplication.translate("Talks", "Échange prévu. La personne le verra.")
            case TalkState.HELD:
                words = QCoreApplication.translate("Talks", "Échange tenu, c’est noté.")
            case TalkState.DROPPED:
                words = QCoreApplication.translate("Talks", "L’échange n’est plus prévu.")
        undo = QCoreApplication.translate("Talks", "Annuler")
        toast = self._window.toasts.say(words, "success", undo, _STAYS)
        toast.acted.connect(lambda: self.model.take_back(talk))
