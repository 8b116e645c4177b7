"""The list of guides: title, use, version and who published it; drafts of new ones first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.authoring import words
from desktop.ui.authoring.state import GuideRow
from desktop.ui.kit import dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel


class GuideList(Card):
    """`chosen` gives the GuideRow in front, `opened` one that Enter opens."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._now: datetime | None = None
        self._model: RowsModel[GuideRow] = RowsModel(lambda one: one.id, self._aloud, self)
        self.view = ListView(
            QCoreApplication.translate("Guides", "Guides"), RowDelegate(self._look, lines=3)
        )
        self.view.setModel(self._model)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.add(self.view, 1)
        self.setFocusProxy(self.view)

    def show_rows(self, rows: Sequence[GuideRow], front: str, now: datetime) -> None:
        """Show these lines, the one in front chosen."""
        self._now = now
        self._model.set_rows(rows)
        wanted = self._model.index_of(front)
        if wanted.isValid() and wanted != self.view.currentIndex():
            self.view.setCurrentIndex(wanted)
        self.view.viewport().update()

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, GuideRow):
            return RowLook("")
        chip, tone = self._chip(row)
        retired = row.guide is not None and row.guide.retired
        return RowLook(
            words.title_of(row),
            self._second(row),
            note=self._third(row),
            icon="pencil" if row.summary is None else "scroll-text",
            tone="neutral" if retired or row.summary is None else "accent",
            chip=chip,
            chip_tone=tone,
        )

    def _chip(self, row: GuideRow) -> tuple[str, str]:
        chip, tone = words.state_chip(row.guide) if row.guide else ("", "neutral")
        if not chip and row.draft is not None:
            return QCoreApplication.translate("Guides", "Brouillon"), "info"
        return chip, tone

    def _second(self, row: GuideRow) -> str:
        if row.summary is not None:
            return words.use_words(row)
        return QCoreApplication.translate("Guides", "Nouveau guide, pas encore publié")

    def _third(self, row: GuideRow) -> str:
        if self._now is None:
            return ""
        if row.summary is not None:
            return words.in_force(row.summary, self._now)
        if row.draft is None:
            return ""
        at = dates.moment(row.draft.updated_at.astimezone(self._now.tzinfo), self._now)
        return QCoreApplication.translate("Guides", "Écrit {when}").format(when=at)

    def _aloud(self, row: GuideRow) -> str:
        third = self._third(row)
        if row.summary is not None and self._now is not None:
            third = words.published(row.summary, self._now)
        parts = (words.title_of(row), self._chip(row)[0], self._second(row), third)
        return ", ".join(part for part in parts if part)
