"""Guides at a desk: the page of all of them, and the guide under way that follows what is published."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.views import Views
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Role
from desktop.services.authoring import Authoring
from desktop.services.yaml_files import Problem
from desktop.ui.authoring.page import GuidesPage
from desktop.ui.authoring.view import GuidesView, Wordings
from desktop.ui.authoring.viewmodel import GuidesViewModel
from desktop.ui.scripts.problemwords import problem_place, problem_words
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


class GuidesPart(Part):
    """`authoring` is the one of this desk: whoever writes guides uses it. `script_selected` gives the
    id of the guide in front of the page, "" for none; `edit_asked` a ScriptDraft to open.
    """

    script_selected = Signal(str)
    edit_asked = Signal(object)

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services = models.services
        self.authoring = Authoring(
            services.store, services.clock, services.changes, services.scripts
        )
        self.model = GuidesViewModel(self.authoring, services.changes, models.person, self)
        wordings = Wordings(reason=services.reason_label, problem=_told)
        self.page = GuidesPage(GuidesView(self.model, wordings))
        window.add_page(pages.GUIDES, self.page)
        self.model.script_selected.connect(self.script_selected)
        self.model.verbs.edit_asked.connect(self.edit)
        self.destroyed.connect(services.changes.listen(self._hear))

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for by the palette."""
        view, model = self.page.view, self.model

        def leads() -> bool:
            return self.models.person.role is Role.LEAD

        def chosen() -> bool:
            return self._there() and model.state.row is not None

        new = QCoreApplication.translate("Actions", "Écrire un nouveau guide")
        take_in = QCoreApplication.translate("Actions", "Importer un guide…")
        write = QCoreApplication.translate("Actions", "Exporter le guide affiché…")
        versions = QCoreApplication.translate("Actions", "Versions du guide affiché")
        return actions_of(
            Group.GUIDE,
            Row("guides.new", new, model.verbs.new, "", "plus", leads),
            Row("guides.import", take_in, view.ask_read, "", "folder-open", leads),
            Row("guides.export", write, view.ask_write, "", "download", chosen),
            Row("guides.versions", versions, view.show_versions, "", "scroll-text", chosen),
        )

    def edit(self, draft: ScriptDraft) -> None:
        """Have a draft in the editor, in the place of the list."""
        self.window.show_page(pages.GUIDES)
        self.edit_asked.emit(draft)
        self.page.show_editor()

    def leave_editor(self) -> None:
        """Bring the list back."""
        self.page.show_list()

    def say_published(self, version: ScriptVersion) -> None:
        """The editor made a version: back to the list, which says so."""
        self.page.show_list()
        self.model.say_published(version)

    def _there(self) -> bool:
        return self.window.page() == pages.GUIDES and not self.page.editing

    def _hear(self, changed: Changed) -> None:
        """What was published is what advisors get from now on, but for contacts under way."""
        if changed.kind in (Kind.SCRIPT, Kind.DOCUMENT):
            self.models.guide.reload()


def _told(problem: Problem) -> tuple[str, str]:
    return problem_place(problem), problem_words(problem)
