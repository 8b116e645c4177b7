"""The sync badge: in words, what of this machine's work has gone elsewhere, and what waits."""

from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import dates
from desktop.ui.shell.barbutton import BarButton
from desktop.ui.shell.infopopup import InfoPopup


class SyncState(StrEnum):
    """How this machine stands with the shared database."""

    ALONE = "alone"
    """No shared database: everything is, and stays, on this machine."""


class SyncBadge(BarButton):
    """`set_counter` gives the number of facts kept here, asked when the panel opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "hard-drive", parent=parent)
        self._ask: Callable[[], Coroutine[Any, Any, int]] | None = None
        self.clicked.connect(self.open_panel)
        self.set_state(SyncState.ALONE)

    def set_state(self, state: SyncState) -> None:
        """Say how this machine stands."""
        match state:
            case SyncState.ALONE:
                text = QCoreApplication.translate("SyncBadge", "Poste seul")
                self.set_look(text, "hard-drive", "text2")

    def set_counter(self, ask: Callable[[], Coroutine[Any, Any, int]]) -> None:
        """Take what counts the facts kept on this machine."""
        self._ask = ask

    def open_panel(self) -> None:
        """Ask for the count if somebody can tell it, and show the panel."""
        if self._ask is None:
            self._show(None)
            return
        from desktop.ui.kit import tasks

        tasks.run(self._count(self._ask()), owner=self)

    async def _count(self, asked: Coroutine[Any, Any, int]) -> None:
        self._show(await asked)

    def _show(self, count: int | None) -> None:
        title = QCoreApplication.translate("SyncBadge", "Ce poste travaille seul")
        InfoPopup(title, self._sentences(count), self).open_under(self)

    def _sentences(self, count: int | None) -> tuple[str, ...]:
        where = QCoreApplication.translate(
            "SyncBadge",
            "Tout ce que vous faites est enregistré ici, au fur et à mesure. Aucune base partagée n’est encore reliée à ce poste.",
        )
        if count is None:
            return (where,)
        kept = QCoreApplication.translate(
            "SyncBadge",
            "Faits gardés sur ce poste, prêts à partir le jour où une base sera reliée\u00a0: {count}.",
        )
        return where, kept.format(count=dates.count(count))
