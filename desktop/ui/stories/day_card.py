"""« Histoires »: those that are published, and one's own with where they stand."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.stories import OwnStory, PublishedStory, StoryState
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.stories import words
from desktop.ui.stories.viewmodel import StoriesViewModel

_FEW = 3


class StoriesCard(Card):
    """`asked` when one wants to tell a story of its own."""

    asked = Signal()

    def __init__(self, viewmodel: StoriesViewModel, parent: QWidget | None = None) -> None:
        self.tell = Button(QCoreApplication.translate("Stories", "Raconter"), "pencil", "ghost")
        title = QCoreApplication.translate("Stories", "Histoires de l’équipe")
        super().__init__(title, self.tell, parent)
        self._viewmodel = viewmodel
        self.linked = False
        self._whole = False
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self.none = _nothing()
        self.all = Button(
            QCoreApplication.translate("Stories", "Voir toutes les histoires"), None, "ghost"
        )
        self.mine = Text(QCoreApplication.translate("Stories", "Les vôtres"), "eyebrow")
        self._own = QVBoxLayout()
        self._own.setSpacing(Space.S)
        self.body.addLayout(self._rows)
        self.add(self.none)
        self.add(self.all)
        self.add(self.mine)
        self.body.addLayout(self._own)
        self.tell.clicked.connect(self.asked)
        self.all.clicked.connect(self._show_whole)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show_whole(self) -> None:
        self._whole = True
        self._show()

    def _show(self) -> None:
        state = self._viewmodel.state
        if state.now is None:
            return
        told = (state.own, state.published, self._whole)
        if told == self._shown:
            return
        self._shown = told
        shown = state.published if self._whole else state.published[:_FEW]
        boxes.clear(self._rows)
        for one in shown:
            self._rows.addWidget(_published(one, state.now))
        self.none.setVisible(not shown)
        # All of them once asked for: each can be taken back at any time.
        mine = [one for one in state.own if one.state is not StoryState.WITHDRAWN]
        own = mine if self._whole else mine[:_FEW]
        boxes.clear(self._own)
        for each in own:
            self._own.addWidget(OwnRow(each, self._viewmodel, linked=self.linked))
        self.mine.setVisible(bool(own))
        self.all.setVisible(len(shown) < len(state.published) or len(own) < len(mine))


class OwnRow(Panel):
    """One's own story, and the way to take it back."""

    def __init__(self, own: OwnStory, viewmodel: StoriesViewModel, *, linked: bool) -> None:
        super().__init__("sunken")
        chip, tone, icon = words.state(own, linked=linked)
        head = boxes.row(Chip(chip, tone, icon), None, spacing=Space.S)
        self.withdraw = Button(QCoreApplication.translate("Stories", "Retirer"), "undo-2", "ghost")
        self.withdraw.setAccessibleDescription(own.story.words)
        self.withdraw.clicked.connect(lambda: viewmodel.withdraw(own.story.id))
        head.addWidget(self.withdraw)
        self.body.addLayout(head)
        self.add(WrapLabel(own.story.words, "body"))
        line = words.state_line(own)
        if line:
            self.add(WrapLabel(line, "secondary"))


def _published(story: PublishedStory, now: datetime) -> Panel:
    panel = Panel("quote")
    panel.add(WrapLabel(story.words, "reading"))
    line = boxes.row(spacing=Space.S)
    line.addWidget(ElidedLabel(story.author, "secondary"), 1)
    line.addWidget(Text(dates.day(story.at.astimezone(now.tzinfo).date(), now.date()), "caption"))
    panel.body.addLayout(line)
    return panel


def _nothing() -> QWidget:
    told = QCoreApplication.translate(
        "Stories", "Les histoires que l’équipe choisit de partager se liront ici."
    )
    row = boxes.row(Tile("book-heart", "neutral", 28, round_=True), spacing=Space.M)
    row.addWidget(WrapLabel(told, "secondary"), 1)
    return boxes.holder(row)
