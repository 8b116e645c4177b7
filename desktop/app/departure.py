"""Leaving a connected desk: nothing that waits here alone is left behind without a word."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from desktop.app import pages
from desktop.app.models import Models
from desktop.app.welcome import told
from desktop.domain.errors import VisAVisError
from desktop.domain.sync import Phase
from desktop.ui.kit import tasks
from desktop.ui.kit.question import Question
from desktop.ui.shell.window import Window
from desktop.ui.sync import leaving

_GOING = frozenset({Phase.UP_TO_DATE, Phase.WORKING, Phase.WAITING})
"""While sync is in one of these, what waits is sent at once and one leaves by itself."""


class Departure(QObject):
    """Asks while something waits; `go` is called once nothing holds the person here."""

    def __init__(self, window: Window, models: Models, go: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._go = go
        self._wiping = False
        self._sending = False
        self.question: Question | None = None
        models.sync.changed.connect(self._follow)

    async def ask(self, *, wiping: bool = False) -> None:
        """Leave, or have the person say what becomes of what waits here."""
        self._wiping = wiping
        if not await self._models.services.outbox.anything_waiting():
            if not wiping or await self._sure(leaving.wipe_question(self._window)):
                self._leave()
            return
        self._sending = False
        await self._show()
        if self._models.sync.state.status.phase in _GOING:
            self._send()

    async def may_quit(self) -> bool:
        """Say what waits to who closes the window; whether they close it all the same."""
        counts = await self._models.services.outbox.by_kind()
        if not counts:
            return True
        return await self._sure(leaving.quit_question(self._window, sum(counts.values())))

    async def _sure(self, question: Question) -> bool:
        question.ask(leaving.GO)
        question.closed.connect(lambda: question.answered.emit(leaving.STAY))
        answer = await told(question.answered)
        question.dismiss()
        question.deleteLater()
        return bool(answer == leaving.GO)

    async def _show(self) -> None:
        counts = await self._models.services.outbox.by_kind()
        if self._sending:  # chosen meanwhile: the question stays as it is
            return
        self._close()
        self.question = leaving.sign_out_question(self._window)
        self.question.answered.connect(self._answer)
        status, now = self._models.sync.state.status, self._models.sync.now()
        leaving.ask_sign_out(self.question, status, counts, now, wiping=self._wiping)

    def _answer(self, answer: str) -> None:
        match answer:
            case leaving.SEND:
                self._send()
            case leaving.EXPORT:
                self._ask_path()
            case leaving.LOOK:
                self._close()
                self._window.show_page(pages.REVIEW)
            case _:
                self._close()

    def _send(self) -> None:
        """Send what may leave; an undo's ten seconds are awaited."""
        self._sending = True
        if self.question is not None:
            self.question.note.setText(_sending())
            self.question.note.setVisible(True)
        self._models.sync.send_now()

    def _ask_path(self) -> None:
        words = QCoreApplication.translate("Leaving", "Exporter vers…")
        dialog = QFileDialog(self._window, words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(QCoreApplication.translate("Leaving", "a-envoyer.json"))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path) -> None:
        """Write what waits to a file, then leave."""
        tasks.run(self._export(path), self)

    async def _export(self, path: Path) -> None:
        try:
            await self._models.services.outbox.export(path)
        except (VisAVisError, OSError):
            if self.question is not None:
                self.question.note.setText(_unwritten())
                self.question.note.setVisible(True)
            return
        self._leave()

    def _follow(self) -> None:
        if self.question is None or not self.question.isVisible() or not self._sending:
            return
        status = self._models.sync.state.status
        if status.phase in (Phase.OFFLINE, Phase.PAUSED):
            self._sending = False
            tasks.run(self._show(), self)
        elif not status.waiting:
            tasks.run(self._look_again(), self)

    async def _look_again(self) -> None:
        if not await self._models.services.outbox.anything_waiting():
            self._leave()
        elif self._sending:
            # What is left waits for a decision, not for the line.
            self._sending = False
            await self._show()

    def _leave(self) -> None:
        self._close()
        if self._wiping and self._models.services.shared is not None:
            self._models.services.shared.removal.asked = True
        self._go()

    def _close(self) -> None:
        self._sending = False
        if self.question is not None:
            self.question.dismiss()
            self.question.deleteLater()
            self.question = None


def _sending() -> str:
    return QCoreApplication.translate(
        "Leaving", "Envoi en cours\u00a0: vous partirez dès que c’est fait."
    )


def _unwritten() -> str:
    return QCoreApplication.translate(
        "Leaving", "Le fichier n’a pas pu être écrit\u00a0: choisissez un autre endroit."
    )
