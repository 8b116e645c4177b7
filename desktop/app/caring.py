"""A lead hears of an incivility of the team as soon as it is known here, and finds the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app.models import Models
from desktop.domain.care import TeamIncivility
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing import care_words
from desktop.ui.wellbeing.care_overlay import CareOverlay
from desktop.ui.wellbeing.care_viewmodel import CareViewModel

SEEN = "care.seen"
"""Name of the preference that remembers what was seen."""


class Caring(QObject):
    """Says it once, in a toast that stays a while."""

    def __init__(self, window: Window, models: Models, care: CareViewModel) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._care = care
        self.overlay: CareOverlay | None = None
        care.told.connect(self._tell)

    async def begin(self) -> None:
        """Start with what this lead has seen before."""
        models = self._models
        self._care.begin(await models.services.preferences.get(models.person.id, SEEN, []))

    def open(self) -> None:
        """Show what was not seen yet."""
        if self.overlay is None:
            self.overlay = CareOverlay(self._window, self._care)
        self.overlay.show_unseen()

    def _tell(self, new: Sequence[TeamIncivility]) -> None:
        look = QCoreApplication.translate("Care", "Voir")
        self._window.toasts.say(care_words.told(new), "warning", look, 30).acted.connect(self.open)
