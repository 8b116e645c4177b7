"""« Histoires »: what people of the team agree to see published, and what was."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.stories.team_card import StoryCard
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel


class TeamStoriesView(QWidget):
    """Each story with its two answers; what was decided stays below, and can be changed."""

    def __init__(self, viewmodel: TeamStoriesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._shown: object = None
        self._cards: list[StoryCard] = []
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(Space.M)
        self._decided = QVBoxLayout()
        self._decided.setSpacing(Space.M)
        self._title = Text(QCoreApplication.translate("Stories", "Déjà lues"), "heading")
        self.none = Text(QCoreApplication.translate("Stories", "Plus rien n’attend."), "secondary")
        self.failure = Banner("danger", _not_written())
        self._lay_out()
        viewmodel.changed.connect(self._show)
        viewmodel.decided.connect(self._say)
        viewmodel.gone.connect(self._say_gone)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the oldest that waits: one Enter too many must not publish."""
        if self._cards:
            first = self._cards[0]
            harmless = first.publish if first.decline.isHidden() else first.decline
            harmless.setFocus(Qt.FocusReason.TabFocusReason)

    def cards(self) -> tuple[StoryCard, ...]:
        """Return the cards, those that wait first."""
        return tuple(self._cards)

    def _lay_out(self) -> None:
        title = QCoreApplication.translate("Stories", "Histoires proposées")
        subtitle = QCoreApplication.translate(
            "Stories",
            "Chacune avec l’accord de qui l’a écrite, et qui peut la retirer à tout moment. Une histoire publiée se lit dans «\u202fMa journée\u202f» de tous.",
        )
        scroll = ScrollColumn()
        scroll.body.setSpacing(Space.M)
        scroll.body.addLayout(self._waiting)
        scroll.body.addWidget(self.none)
        scroll.body.addWidget(self._title)
        scroll.body.addLayout(self._decided)
        scroll.body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(Loading(QCoreApplication.translate("Stories", "Lecture…")))
        self._stack.addWidget(scroll)
        self._stack.addWidget(_nothing())
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addLayout(
            boxes.column(Text(title, "title"), WrapLabel(subtitle, "secondary"), spacing=2)
        )
        box.addWidget(self.failure)
        box.addWidget(self._stack, 1)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.failure.setVisible(state.failed)
        if state.now is None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1 if state.waiting or state.decided else 2)
        told = (state.waiting, state.decided)
        if told == self._shown:
            return
        self._shown = told
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._cards = []
        for box, stories in ((self._waiting, state.waiting), (self._decided, state.decided)):
            boxes.clear(box)
            for one in stories:
                card = StoryCard(one, self._viewmodel, state.now)
                self._cards.append(card)
                box.addWidget(card)
        self._title.setVisible(bool(state.decided))
        self.none.setVisible(not state.waiting)
        if held:
            self.take_focus()

    def _say(self, published: bool) -> None:  # noqa: FBT001 - a signal's own
        if published:
            words = QCoreApplication.translate("Stories", "L’histoire est publiée.")
        else:
            words = QCoreApplication.translate("Stories", "L’histoire n’est pas publiée.")
        announce(self, words)

    def _say_gone(self) -> None:
        announce(
            self,
            QCoreApplication.translate(
                "Stories", "Cette histoire a été retirée par qui l’a écrite."
            ),
        )


def _nothing() -> EmptyState:
    return EmptyState(
        "book-heart",
        QCoreApplication.translate("Stories", "Pas encore d’histoire"),
        QCoreApplication.translate(
            "Stories",
            "Quand quelqu’un voudra partager un merci ou une réussite, vous la lirez ici.",
        ),
    )


def _not_written() -> str:
    return QCoreApplication.translate(
        "Stories",
        "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Réessayez.",
    )
