"""« Histoires »: what people of the team agree to see published, and what was."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.waiting_lists import WaitingLists, Words
from desktop.ui.stories.team_card import StoryCard
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel


class TeamStoriesView(WaitingLists[StoryCard, StoryCard]):
    """Each story with its two answers; what was decided stays below, and can be changed."""

    def __init__(self, viewmodel: TeamStoriesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(_words(), _nothing(), viewmodel.load, parent)
        self._viewmodel = viewmodel
        self.more = Button(
            QCoreApplication.translate("Stories", "Afficher la suite"), "chevron-down", "ghost"
        )
        self.more.clicked.connect(viewmodel.more)
        self._body.insertWidget(self._body.count() - 1, self.more)
        viewmodel.changed.connect(self._show)
        viewmodel.decided.connect(self._say)
        viewmodel.gone.connect(self._say_gone)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the oldest that waits: one Enter too many must not publish."""
        first = next(iter(self.cards()), None)
        if first is not None:
            give(first.harmless)

    def cards(self) -> tuple[StoryCard, ...]:
        """Return the cards, those that wait first."""
        return (*self.waiting.values(), *self.done.values())

    def _show(self) -> None:
        state = self._viewmodel.state
        self.failure.setVisible(state.failed)
        if state.now is not None:
            card = partial(StoryCard, viewmodel=self._viewmodel, now=state.now)
            shown, held = len(self.done), self.more.hasFocus()
            self.show_lists(
                {one: partial(card, one) for one in state.waiting},
                {one: partial(card, one) for one in state.decided},
            )
            new = [*self.done.values()][shown:]
            if held and new:
                give(new[0].harmless)
            self.more.setVisible(state.more)

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


def _words() -> Words:
    return Words(
        title=QCoreApplication.translate("Stories", "Histoires proposées"),
        subtitle=QCoreApplication.translate(
            "Stories",
            "Chacune avec l’accord de qui l’a écrite, et qui peut la retirer à tout moment. Une histoire publiée se lit dans «\u202fMa journée\u202f» de tous.",
        ),
        reading=QCoreApplication.translate("Stories", "Lecture…"),
        none=QCoreApplication.translate("Stories", "Plus rien n’attend."),
        done=QCoreApplication.translate("Stories", "Déjà lues"),
        failure=QCoreApplication.translate(
            "Stories",
            "Pas encore enregistré\u00a0: les données de ce poste ne répondent pas. Réessayez.",
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
