"""A difficult exchange once it was reported: words that may help, a warning, the right to end it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.care import Phrase
from desktop.domain.contacts import Draft, Incivility
from desktop.services.care import Exchanges
from desktop.ui.kit import tasks

Phrases = Callable[[], Awaitable[tuple[Phrase, ...]]]


class ExchangeViewModel(QObject):
    """`changed` when how it stands does."""

    changed = Signal()

    def __init__(
        self, exchanges: Exchanges, phrases: Phrases, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._exchanges = exchanges
        self._read_phrases = phrases
        self._latest = tasks.Latest(self)
        self._busy = False
        self.report: Incivility | None = None
        """The newest report about the contact that is looked at."""
        self.phrases: tuple[Phrase, ...] = ()

    def look(self, draft: Draft) -> None:
        """Find how the exchange of this contact stands."""
        self.report = None
        self._latest.run(self._look(draft))

    def show(self, report: Incivility) -> None:
        """Look at what was just reported."""
        self._latest.cancel()
        before = self.report
        if before is not None and before.contact_id == report.contact_id:
            warned, ended = report.warned or before.warned, report.ended or before.ended
            report = replace(report, warned=warned, ended=ended)
        self.report = report
        self.changed.emit()
        if not self.phrases:
            tasks.run(self._read(), self)

    def warn(self) -> None:
        """The customer was told that the exchange may end; once is enough."""
        if self.report is not None and not self.report.warned and not self._busy:
            self._busy = True
            tasks.run(self._warn(self.report), self)

    def end(self) -> None:
        """End the exchange: possible after a warning alone."""
        report = self.report
        if report is not None and report.warned and not report.ended and not self._busy:
            self._busy = True
            tasks.run(self._end(report), self)

    async def _look(self, draft: Draft) -> None:
        await self._read()
        self.report = await self._exchanges.of(draft)
        self.changed.emit()

    async def _read(self) -> None:
        if not self.phrases:
            self.phrases = await self._read_phrases()
            self.changed.emit()

    async def _warn(self, report: Incivility) -> None:
        try:
            self._take(await self._exchanges.warn(report))
        finally:
            self._busy = False

    async def _end(self, report: Incivility) -> None:
        try:
            self._take(await self._exchanges.end(report))
        finally:
            self._busy = False

    def _take(self, report: Incivility) -> None:
        """Only while the same exchange is looked at."""
        if self.report is not None and self.report.contact_id == report.contact_id:
            self.report = report
            self.changed.emit()
