"""What a desk learns: own words at each step, suggestions and their authors, a lead's lessons."""

from PySide6.QtCore import QCoreApplication

from desktop.app.actions.rows import Row, actions_of
from desktop.app.guides import GuidesPart
from desktop.app.lessons import Lessons
from desktop.app.models import Models
from desktop.app.pages import CUSTOMER
from desktop.app.part import Part
from desktop.app.views import Views
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Role
from desktop.services.learning import Learning
from desktop.services.own_words import OwnWording
from desktop.ui.learning.credits_card import CreditsCard
from desktop.ui.learning.credits_viewmodel import CreditsViewModel
from desktop.ui.scripts.ownwords_viewmodel import OwnWordsViewModel
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window

WRITE_KEY = "Shift+F4"
TURN_KEY = "Ctrl+G"


class LearningPart(Part):
    """Everybody has their own words and « Écarts utiles »; who leads reads how it went."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services = models.services
        words = OwnWording(services.store, services.clock, services.changes)
        self.own_words = OwnWordsViewModel(words, services.changes, models.person.id, models.guide)
        views.guide.words.set_model(self.own_words)
        learning = Learning(services.store, services.clock, services.changes)
        self.credits = CreditsViewModel(learning, services.scripts, services.changes, models.person)
        self.credits.setParent(self)
        self.card = CreditsCard(self.credits)
        views.day.add_card(self.card, early=True)
        self.lessons: Lessons | None = None
        if models.person.role is Role.LEAD:
            # Guides stand before this in `parts.py`; the last one is this desk's.
            guides = window.findChildren(GuidesPart)[-1]
            self.lessons = Lessons(window, models, guides, learning)
        self.destroyed.connect(services.changes.listen(self._hear))

    def actions(self) -> tuple[Action, ...]:
        """One's own words at the step at hand, by their keys."""
        own = self.own_words

        def guided() -> bool:
            return self.models.guide.state.run is not None

        def write() -> None:
            self.window.show_page(CUSTOMER)
            self.views.guide.words.write.click()

        write_ = QCoreApplication.translate("Actions", "Dire l’étape avec mes mots")
        turn = QCoreApplication.translate("Actions", "Mots du guide, ou les miens")
        back = QCoreApplication.translate("Actions", "Revenir aux mots du guide")
        undo = QCoreApplication.translate("Actions", "Reprendre mes mots d’avant")
        return (
            *self._leads(),
            *actions_of(
                Group.GUIDE,
                Row("guide.own_words", write_, write, WRITE_KEY, "pencil", guided),
                Row("guide.whose_words", turn, own.turn, TURN_KEY, "scroll-text", guided),
                Row("guide.guide_words", back, own.go_back, "", "x", guided),
                Row("guide.own_words_undo", undo, own.undo, "", "undo-2", guided),
            ),
        )

    def _leads(self) -> tuple[Action, ...]:
        if self.lessons is None:
            return ()
        told = QCoreApplication.translate("Actions", "Ce que disent les écarts")
        return actions_of(Group.GUIDE, Row("guides.lessons", told, self.lessons.open, "", "split"))

    def begin(self) -> None:
        """Look whether a step-off of this person became a suggestion."""
        self.credits.load()

    async def flush(self) -> None:
        """Write what was typed a moment ago."""
        await self.own_words.flush()

    def _hear(self, changed: Changed) -> None:
        if changed.kind in (Kind.STEP_OFF, Kind.SCRIPT):
            self.models.guide.earlier.ask_again()
