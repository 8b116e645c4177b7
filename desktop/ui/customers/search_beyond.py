"""The part of the search that asks the server: once one stops typing, and for whole files."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import Gone, OutsideFailed, Refused
from desktop.domain.search import Match
from desktop.ui.customers.search_state import Beyond, Opening, Reach
from desktop.ui.kit.tasks import Latest

PAUSE_MS = 200
"""Between the last letter and the question to the server, which would hear every letter else."""

SHORTEST = 3
"""Signs from which the server is asked: fewer mean half of the company."""


class BeyondSearch(QObject):
    """`answered` gives the text, the matches and the Reach; `opening` an Opening that came to an end."""

    answered = Signal(str, object, object)
    fetched = Signal(object)
    """The Match whose file is here now."""
    missed = Signal(object)
    """An Opening that failed."""

    def __init__(self, beyond: Beyond | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beyond = beyond
        self._text = ""
        self._finding = Latest(self)
        self._fetching = Latest(self)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._ask)

    def reach(self, text: str) -> Reach:
        """How far a search for this text looks."""
        asked = self._beyond is not None and len(text.strip()) >= SHORTEST
        return Reach.ASKING if asked else Reach.HERE

    def ask(self, text: str) -> None:
        """Ask the server once nothing is typed for a moment."""
        self._text = text
        self.pause.start()

    def fetch(self, match: Match) -> None:
        """Bring a customer's file here."""
        if self._beyond is not None:
            self._fetching.run(self._fetch(match, self._beyond))

    def stop(self) -> None:
        """Ask nothing more, and wait for nothing."""
        self.pause.stop()
        self._finding.cancel()
        self._fetching.cancel()

    def _ask(self) -> None:
        if self._beyond is not None:
            self._finding.run(self._find(self._text, self._beyond))

    async def _find(self, text: str, beyond: Beyond) -> None:
        try:
            further = tuple(await beyond.find(text))
        except (OutsideFailed, Refused):
            self.answered.emit(text, (), Reach.OFFLINE)
        else:
            self.answered.emit(text, further, Reach.EVERYWHERE)

    async def _fetch(self, match: Match, beyond: Beyond) -> None:
        try:
            await beyond.fetch(match.customer_id)
        except Gone:
            self.missed.emit(Opening(match=match, gone=True))
        except (OutsideFailed, Refused):
            self.missed.emit(Opening(match=match, failed=True))
        else:
            self.fetched.emit(match)
