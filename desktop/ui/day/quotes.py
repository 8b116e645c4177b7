"""Words that were addressed to the person, as quotations with who said them and when."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

Quotation = tuple[str, datetime, str]
"""Who, when, and the words."""


class Quotes(QWidget):
    """Rebuilt as a whole: there are a handful. `acted` gives the place of the one whose button,
    named `action`, was pressed.
    """

    acted = Signal(int)

    def __init__(self, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._told: tuple[tuple[str, str, str], ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)

    def show_all(self, quotations: Iterable[Quotation], now: datetime) -> None:
        """Show these, in this order; nothing moves when they are those shown already."""
        told = tuple((who, dates.moment(at, now), words) for who, at, words in quotations)
        if told == self._told:
            return
        self._told = told
        boxes.clear(self._box)
        for place, (who, when, words) in enumerate(told):
            self._box.addWidget(_quoted(who, when, words, self._offer(place, words)))

    def _offer(self, place: int, words: str) -> Button | None:
        if not self._action:
            return None
        button = Button(self._action, "book-heart", "ghost")
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.acted.emit(place))
        return button


def _quoted(who: str, when: str, words: str, button: Button | None) -> Panel:
    panel = Panel("quote")
    panel.add(WrapLabel(words, "reading"))
    avatar = Avatar("", 20)
    avatar.set_person(who)
    line = boxes.row(avatar, spacing=Space.S)
    line.addWidget(ElidedLabel(who, "secondary"), 1)
    line.addWidget(Text(when, "caption"))
    if button is not None:
        line.addWidget(button)
    panel.body.addLayout(line)
    return panel
