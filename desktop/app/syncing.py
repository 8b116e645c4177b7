"""Joins sync to the window: the badge's words, its panel, the count in the rail, what a pause asks."""

from PySide6.QtCore import QObject

from desktop.app import pages
from desktop.app.models import Models
from desktop.domain.sync import SyncStatus
from desktop.ui.kit.question import Question
from desktop.ui.shell.window import Window
from desktop.ui.sync import words
from desktop.ui.sync.deletions import ACCEPT, deletions_question
from desktop.ui.sync.panel import SyncPanel


class Syncing(QObject):
    """Listens to the engine's status; asks it nothing."""

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self._window = window
        self._sync = models.sync
        self._shared = models.services.shared
        self._meaning: tuple[object, ...] = words.meaning(self._sync.state.status)
        self.question: Question | None = None
        self._badge = window.topbar.badge
        self._sync.changed.connect(self._show)
        self._sync.review_asked.connect(lambda: window.show_page(pages.REVIEW))
        self._sync.deletions_asked.connect(self._ask_deletions)
        self._badge.panel_asked.connect(self.open_panel)
        if models.review is not None:
            models.review.counted.connect(lambda count: window.rail.set_badge(pages.REVIEW, count))
        self._show()

    def open_panel(self) -> None:
        """Show what waits, under the badge."""
        SyncPanel(self._sync, self._badge).open_under(self._badge)

    def clear(self) -> None:
        """The next person begins with a badge of their own."""
        self._badge.show_alone()
        self._window.rail.set_badge(pages.REVIEW, 0)

    def _show(self) -> None:
        status = self._sync.state.status
        look = words.badge(status)
        self._window.topbar.show_sync(look.text, look.icon, look.token)
        meaning = words.meaning(status)
        if meaning != self._meaning:
            self._meaning = meaning
            self._badge.say(words.spoken(status))

    def _ask_deletions(self) -> None:
        status: SyncStatus = self._sync.state.status
        if self.question is not None:
            self.question.dismiss()
            self.question.deleteLater()
        self.question = deletions_question(self._window, status)
        self.question.answered.connect(self._decide)
        self.question.ask("keep")

    def _decide(self, answer: str) -> None:
        if self.question is not None:
            self.question.dismiss()
        if self._shared is None:
            return
        if answer == ACCEPT:
            self._shared.engine.confirm_deletions()
        else:
            self._shared.engine.refuse_deletions()
