"""Leaving while a customer is on video: asked first, and the customer is told that it ended."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.models import Models
from desktop.app.welcome import told
from desktop.domain.errors import VideoFailed
from desktop.ui.kit.question import Answer, Question
from desktop.ui.shell.window import Window

STAY, GO = "stay", "go"


class OnVideo(QObject):
    """`question` while it is asked."""

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self._window = window
        self._call = models.video.call
        self._facade = models.video.facade
        self.question: Question | None = None

    async def may_leave(self) -> bool:
        """Whether nobody is on video, or the person ends it to leave."""
        call = self._call.state.call
        if call is None or self.question is not None:
            return call is None
        self.question = _question(self._window, self._name())
        self._call.changed.connect(self._over)
        self.question.closed.connect(lambda: self._say(STAY))
        self.question.ask(STAY)
        answer = await told(self.question.answered)
        self._call.changed.disconnect(self._over)
        question, self.question = self.question, None
        question.dismiss()
        question.deleteLater()
        if answer == GO:
            # One that does not answer is told once more as the line is closed.
            with suppress(VideoFailed):
                await self._facade.end(str(call.asked.id))
        return bool(answer == GO)

    def _name(self) -> str:
        partner = self._call.state.partner
        return "" if partner is None else partner.name

    def _over(self) -> None:
        """It ended meanwhile: nothing holds the person here."""
        if self._call.state.call is None:
            self._say(GO)

    def _say(self, answer: str) -> None:
        if self.question is not None:
            self.question.answered.emit(answer)


def _question(window: Window, name: str) -> Question:
    title = QCoreApplication.translate("Leaving", "Une vidéo est en cours")
    question = Question(window, title, "video")
    words = QCoreApplication.translate(
        "Leaving", "Partir maintenant termine la vidéo avec {name}. Elle reste dans son parcours."
    )
    question.say(words.format(name=name), ())
    stay = QCoreApplication.translate("Leaving", "Rester")
    go = QCoreApplication.translate("Leaving", "Terminer et partir")
    question.offer((Answer(id=STAY, words=stay), Answer(id=GO, words=go, role="danger")))
    return question
