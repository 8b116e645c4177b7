"""What leads answered, and who read a check-in: quiet lines under it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.wellbeing import Named, NamedReply
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class Replies(QWidget):
    """Rebuilt as a whole: there are a handful at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[tuple[Named, ...], tuple[NamedReply, ...], date] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)

    def show_all(
        self, readings: Sequence[Named], replies: Sequence[NamedReply], now: datetime
    ) -> None:
        """Show who read and what was answered; `now` is in the zone to tell the times in.

        Nothing moves when they are those shown already: a reply under way changes at each key.
        """
        told = (tuple(readings), tuple(replies), now.date())
        if told == self._told:
            return
        self._told = told
        boxes.clear(self._box)
        for reading in readings:
            words = QCoreApplication.translate("Wellbeing", "Lu par {name} · {when}")
            when = dates.moment(reading.at.astimezone(now.tzinfo), now)
            self._box.addWidget(IconLabel("eye", words.format(name=reading.name, when=when)))
        for reply in replies:
            self._box.addWidget(_quoted(reply, now))
        self.setVisible(bool(readings or replies))


def _quoted(reply: NamedReply, now: datetime) -> Panel:
    panel = Panel("quote")
    avatar = Avatar("", 24)
    avatar.set_person(reply.name)
    when = Text(dates.moment(reply.at.astimezone(now.tzinfo), now), "caption")
    panel.body.addLayout(boxes.row(avatar, Text(reply.name, "strong"), None, when))
    panel.add(WrapLabel(reply.words, "reading"))
    return panel
