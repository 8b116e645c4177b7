"""One story as its author's lead reads it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.stories import StoryState, TeamStory
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel


class StoryCard(Card):
    """Publishing and declining are both one press; nobody has to give a reason."""

    def __init__(
        self,
        told: TeamStory,
        viewmodel: TeamStoriesViewModel,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", None, parent)
        self.setAccessibleName(told.author)
        self.body.addLayout(_head(told, now))
        said = Panel("quote")
        said.add(WrapLabel(told.story.words, "reading"))
        self.add(said)
        self._add_answers(told, viewmodel)

    @property
    def harmless(self) -> Button:
        """What may have the keyboard without being asked for."""
        return self.publish if self.decline.isHidden() else self.decline

    def _add_answers(self, told: TeamStory, viewmodel: TeamStoriesViewModel) -> None:
        story_id = told.story.id
        decline = QCoreApplication.translate("Stories", "Ne pas publier")
        if told.state is StoryState.PUBLISHED:
            decline = QCoreApplication.translate("Stories", "Ne plus publier")
        self.decline = Button(decline, None, "outline")
        self.decline.clicked.connect(lambda: viewmodel.decide(story_id, published=False))
        self.publish = Button(
            QCoreApplication.translate("Stories", "Publier"),
            "book-heart",
            "primary" if told.state is None else "outline",
        )
        self.publish.clicked.connect(lambda: viewmodel.decide(story_id, published=True))
        self.body.addLayout(boxes.row(None, self.decline, self.publish, spacing=Space.S))
        # Once they have a parent: before, showing one would open a window of its own.
        self.decline.setVisible(told.state is not StoryState.DECLINED)
        self.publish.setVisible(told.state is not StoryState.PUBLISHED)


def _head(told: TeamStory, now: datetime) -> QHBoxLayout:
    avatar = Avatar("", 28)
    avatar.set_person(told.author)
    when = dates.moment(told.story.at.astimezone(now.tzinfo), now)
    head = boxes.row(avatar, spacing=Space.M)
    head.addLayout(
        boxes.column(ElidedLabel(told.author, "strong"), ElidedLabel(when, "secondary"), spacing=2),
        1,
    )
    if told.state is not None:
        head.addWidget(_state(told.state))
    head.addWidget(_signature(told))
    return head


def _state(state: StoryState) -> Chip:
    if state is StoryState.PUBLISHED:
        return Chip(QCoreApplication.translate("Stories", "Publiée"), "success", "check")
    return Chip(QCoreApplication.translate("Stories", "Pas publiée"), "neutral", "info")


def _signature(told: TeamStory) -> Chip:
    if told.story.signed:
        return Chip(QCoreApplication.translate("Stories", "Signée"), "neutral", "pencil")
    words = QCoreApplication.translate("Stories", "Paraîtra sans nom")
    if told.state is StoryState.PUBLISHED:
        words = QCoreApplication.translate("Stories", "Sans nom")
    return Chip(words, "neutral", "eye-off")
