"""The lead's list: who shared and when, those not answered yet above those answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import CheckInId
from desktop.domain.talks import Talk
from desktop.domain.wellbeing import SharedCheckIn
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import talk_words

_ANY: Final = 16_777_215
"""Qt's own « no limit » of a height."""


class SharedList(Card):
    """`opened` gives a SharedCheckIn; the lines say who and when, never what."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._now: datetime | None = None
        self._talks: Mapping[CheckInId, Talk] = {}
        self._waiting_rows = self._rows()
        self._answered_rows = self._rows()
        waiting = QCoreApplication.translate("Wellbeing", "Sans réponse")
        answered = QCoreApplication.translate("Wellbeing", "Répondus")
        self.waiting = self._list(waiting, self._waiting_rows)
        self.answered = self._list(answered, self._answered_rows)
        self._count = Chip("", "neutral")
        self._answered_count = Chip("", "neutral")
        self._caught_up = WrapLabel(
            QCoreApplication.translate("Wellbeing", "Vous avez répondu à tous."), "secondary"
        )
        self._below = QWidget()
        head = boxes.row(Text(answered, "strong"), self._answered_count, None)
        below = boxes.column(Divider(), head)
        below.addWidget(self.answered, 1)
        self._below.setLayout(below)
        self.body.addLayout(boxes.row(Text(waiting, "strong"), self._count, None))
        self.body.addWidget(self._caught_up)
        self.body.addWidget(self.waiting, 3)
        self.body.addWidget(self._below, 2)
        self.setFocusProxy(self.waiting)

    def show_talks(self, talks: Mapping[CheckInId, Talk]) -> None:
        """Mark those about which a talk is planned, or was held."""
        self._talks = talks
        for view in (self.waiting, self.answered):
            view.viewport().update()

    def show_lines(
        self,
        waiting: Sequence[SharedCheckIn],
        answered: Sequence[SharedCheckIn],
        now: datetime,
    ) -> None:
        """Show others; `now` is in the zone to tell the times in."""
        self._now = now
        self._waiting_rows.set_rows(waiting)
        self._answered_rows.set_rows(answered)
        self._count.set_text(dates.count(len(waiting)))
        self._answered_count.set_text(dates.count(len(answered)))
        self._caught_up.setVisible(not waiting)
        self.waiting.setVisible(bool(waiting))
        # A few that wait leave their room to those answered; where none are, to nobody.
        rows = self.waiting.sizeHintForRow(0) * len(waiting) + 2 * self.waiting.frameWidth()
        self.waiting.setMaximumHeight(max(rows, 1) if answered else _ANY)
        self._below.setVisible(bool(answered))
        self.setFocusProxy(self.waiting if waiting else self.answered)
        first = self.waiting if waiting else self.answered
        if not (self.waiting.currentIndex().isValid() or self.answered.currentIndex().isValid()):
            first.step(1)

    def _rows(self) -> RowsModel[SharedCheckIn]:
        return RowsModel(lambda line: line.id, self._aloud, self)

    def _list(self, name: str, rows: RowsModel[SharedCheckIn]) -> ListView:
        view = ListView(name, RowDelegate(self._look, lines=2))
        view.setModel(rows)
        view.opened.connect(self.opened)
        view.opened.connect(lambda _line: self._leave_other(view))
        return view

    def _leave_other(self, view: ListView) -> None:
        other = self.answered if view is self.waiting else self.waiting
        other.setCurrentIndex(QModelIndex())

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, SharedCheckIn) or self._now is None:
            return RowLook("")
        when = dates.moment(row.author.at.astimezone(self._now.tzinfo), self._now)
        unread = row.read_at is None
        talk = self._talk_of(row)
        return RowLook(
            row.author.name,
            f"{when} · {talk}" if talk else when,
            icon="user",
            tone="accent" if unread else "neutral",
            chip=QCoreApplication.translate("Wellbeing", "À lire") if unread else "",
            chip_tone="accent",
            trailing="check-check" if row.answered_at else "",
            trailing_tone="success",
        )

    def _talk_of(self, row: SharedCheckIn) -> str:
        talk = self._talks.get(row.id)
        if talk is None or self._now is None:
            return ""
        return talk_words.shortly(talk, self._now)

    def _aloud(self, row: SharedCheckIn) -> str:
        now = self._now or row.author.at
        when = dates.moment(row.author.at.astimezone(now.tzinfo), now)
        if row.answered_at:
            state = QCoreApplication.translate("Wellbeing", "répondu")
        elif row.read_at:
            state = QCoreApplication.translate("Wellbeing", "lu, sans réponse")
        else:
            state = QCoreApplication.translate("Wellbeing", "à lire")
        said = (row.author.name, when, state, self._talk_of(row))
        return ", ".join(part for part in said if part)
