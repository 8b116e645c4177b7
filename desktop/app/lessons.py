"""« Ce que disent les écarts » at a lead's desk: a tab of the guides, and the way into the editor."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app import pages
from desktop.app.exported.learning import lesson
from desktop.app.guides import GuidesPart
from desktop.app.models import Models
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.editing import add_suggestion
from desktop.domain.ids import SuggestionId
from desktop.domain.learning.facts import ChainMerge
from desktop.domain.scripts import Suggestion
from desktop.services.learning import Learning
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported
from desktop.ui.learning.view import LessonView
from desktop.ui.learning.viewmodel import LessonViewModel, SuggestionAsked
from desktop.ui.shell.window import Window

TAB = "lessons"
"""Id of the tab in the page of guides."""

UNDO_FOR = 10
"""Seconds that the message stays which takes a merge back."""


class Lessons(QObject):
    """Follows the guide in front of the page; a chain becomes a suggestion in a draft of it."""

    def __init__(
        self, window: Window, models: Models, guides: GuidesPart, learning: Learning
    ) -> None:
        super().__init__(guides)
        self._window = window
        self._guides = guides
        self._person = models.person
        self._clock = models.services.clock
        services = models.services
        self.model = LessonViewModel(learning, services.scripts, services.changes, models.person)
        self.model.setParent(self)
        self._place = Later(lambda: LessonView(self.model))
        title = QCoreApplication.translate("Learning", "Ce que disent les écarts")
        guides.page.add_tab(TAB, title, self._place)
        guides.exported[TAB] = self._exported
        guides.script_selected.connect(self.model.show)
        self.model.suggested.connect(lambda asked: tasks.run(self._suggest(asked), self))
        self.model.merged.connect(self._tell)

    @property
    def view(self) -> LessonView:
        """The tab, built at its first use."""
        return self._place.made()

    def open(self) -> None:
        """Bring the tab to the front."""
        self._window.show_page(pages.GUIDES)
        self._guides.page.show_list()
        self._guides.page.show_tab(TAB)
        self.view.take_focus()

    async def _exported(self) -> Exported | None:
        return lesson(self.model.state)

    async def _suggest(self, asked: SuggestionAsked) -> None:
        """A draft under way is gone on with; what it suggests already is not suggested twice."""
        draft = await self._guides.authoring.draft_of(asked.script_id, self._person)
        step_id = asked.step_id if draft.script.step(asked.step_id) else draft.script.steps[0].id
        if not _suggests(draft, asked.chain_id):
            suggestion = Suggestion(
                id=SuggestionId(f"sug-{self._clock.new_id()}"),
                words=asked.words,
                chain=asked.chain_id,
            )
            written = add_suggestion(draft.script, step_id, suggestion)
            draft = replace(draft, script=written)
            await self._guides.authoring.save(draft)
        self._guides.edit(draft, step_id)

    def _tell(self, merge: ChainMerge) -> None:
        words = (
            QCoreApplication.translate("Learning", "Les deux chaînes comptent ensemble.")
            if merge.into_id
            else QCoreApplication.translate("Learning", "Les deux chaînes comptent séparément.")
        )
        undo = QCoreApplication.translate("Learning", "Annuler")
        toast = self._window.toasts.say(words, "success", undo, UNDO_FOR)
        toast.acted.connect(lambda: self.model.undo_of(merge))


def _suggests(draft: ScriptDraft, chain_id: str) -> bool:
    return any(one.chain == chain_id for step in draft.script.steps for one in step.suggestions)
