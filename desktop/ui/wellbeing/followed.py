"""What followed an incivility: quiet lines, with who did it and when."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

import desktop.ui.kit.labels_wellbeing  # noqa: F401 - importing it registers the words
from desktop.domain.care import FollowUpBy, FollowUpKind
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import introduced
from desktop.ui.kit.wraplabel import WrapLabel

ICONS = {
    FollowUpKind.TALK: "users",
    FollowUpKind.MESSAGE: "mail",
    FollowUpKind.MEASURE: "badge-check",
    FollowUpKind.OTHER: "message-square",
}


class Followed(QWidget):
    """Rebuilt as a whole: there are a handful at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[FollowUpBy, ...], frozenset[str], date] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)

    def show_all(
        self, followed: Sequence[FollowUpBy], now: datetime, new: Collection[str] = ()
    ) -> None:
        """Show them, those of the ids in `new` marked; `now` is in the zone to tell times in."""
        shown = (tuple(followed), frozenset(new), now.date())
        if shown == self._shown:
            return
        self._shown = shown
        boxes.clear(self._box)
        for one in followed:
            self._box.addWidget(_line(one, now, new=one.follow_up.id in new))
        self.setVisible(bool(followed))


def told(one: FollowUpBy, now: datetime) -> str:
    """What followed, in a sentence."""
    when = dates.moment(one.follow_up.at.astimezone(now.tzinfo), now)
    words = f"{label(one.follow_up.kind)}, {one.name}, {when}"
    return introduced(words, one.follow_up.words) if one.follow_up.words else words


def _line(one: FollowUpBy, now: datetime, *, new: bool) -> Panel:
    panel = Panel("quote")
    when = dates.moment(one.follow_up.at.astimezone(now.tzinfo), now)
    head = boxes.row(
        Glyph(ICONS[one.follow_up.kind], "accent", 16),
        Text(label(one.follow_up.kind), "strong"),
        Text(f"{one.name} · {when}", "caption"),
        None,
    )
    if new:
        head.addWidget(Chip(QCoreApplication.translate("Care", "Nouveau"), "accent"))
    panel.body.addLayout(head)
    if one.follow_up.words:
        panel.add(WrapLabel(one.follow_up.words, "body"))
    panel.setAccessibleName(told(one, now))
    return panel
