"""Guides at a desk: the page of all of them, the editor, and the guide under way that follows."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.exported.guides import guides
from desktop.app.exported.versions import versions
from desktop.app.guide_editor import GuideEditor
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.views import Views
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.authoring.versions import ScriptVersion
from desktop.domain.changes import Changed, Kind
from desktop.domain.own_words import Place
from desktop.domain.people import Role
from desktop.services.authoring import Authoring
from desktop.services.own_words import OwnWording
from desktop.services.yaml_files import Problem
from desktop.ui.authoring.page import GuidesPage
from desktop.ui.authoring.view import GuidesView, Wordings
from desktop.ui.authoring.viewmodel import GuidesViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported, Giving
from desktop.ui.scripts.problemwords import problem_place, problem_words
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


class GuidesPart(Part):
    """`authoring` is the one of this desk: whoever writes guides uses it. `script_selected` gives the
    id of the guide in front of the page, "" for none; `page` takes tabs of others, `exported` what
    they give to be written down.
    """

    script_selected = Signal(str)

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services = models.services
        store, clock, changes = services.store, services.clock, services.changes
        self.authoring = Authoring(store, clock, changes, services.scripts)
        self.model = GuidesViewModel(self.authoring, changes, models.person, self)
        self._own_words = OwnWording(store, clock, changes)
        self._wording = tasks.Latest(self)
        wordings = Wordings(reason=services.reason_label, problem=_told)
        self._list = Later(lambda: GuidesView(self.model, wordings))
        self.page = GuidesPage(self._list)
        self.editor = self._make_editor() if models.person.role is Role.LEAD else None
        window.add_page(pages.GUIDES, self.page)
        self.exported: dict[str, Giving] = {}
        views.exported[pages.GUIDES] = self._exported
        models.customers.journey.guide_title = services.scripts.title
        self.model.script_selected.connect(self._follow)
        self.destroyed.connect(changes.listen(self._hear))

    @property
    def view(self) -> GuidesView:
        """The list and the guide in front, built at their first use."""
        return self._list.made()

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for by the palette."""
        model, do = self.model, self._list.doing

        def leads() -> bool:
            return self.editor is not None and not self.page.editing

        def chosen() -> bool:
            there = self.window.page() == pages.GUIDES and not self.page.editing
            return there and model.state.row is not None

        new = QCoreApplication.translate("Actions", "Écrire un nouveau guide")
        take_in = QCoreApplication.translate("Actions", "Importer un guide…")
        write = QCoreApplication.translate("Actions", "Exporter le guide affiché en YAML…")
        versions = QCoreApplication.translate("Actions", "Versions du guide affiché")
        own = actions_of(
            Group.GUIDE,
            Row("guides.new", new, model.verbs.new, "", "plus", leads),
            Row("guides.import", take_in, do(GuidesView.ask_read), "", "folder-open", leads),
            Row("guides.export", write, do(GuidesView.ask_write), "", "download", chosen),
            Row(
                "guides.versions",
                versions,
                do(GuidesView.show_versions),
                "",
                "scroll-text",
                chosen,
            ),
        )
        return (*own, *(self.editor.actions() if self.editor else ()))

    def begin(self) -> None:
        """Show keys in the editor as they are."""
        if self.editor is not None:
            self.editor.begin()

    async def flush(self) -> None:
        """Write what was typed a moment ago."""
        if self.editor is not None:
            await self.editor.flush()

    def edit(self, draft: ScriptDraft, step_id: str = "") -> None:
        """Have a draft in the editor, at a step ("": its beginning), in the place of the list."""
        if self.editor is not None:
            self.window.show_page(pages.GUIDES)
            self.editor.edit(draft, step_id)
            self.page.show_editor()

    async def _exported(self) -> Exported | None:
        """What the tab in front gives; of the list, two versions while they are compared."""
        if (front := self.exported.get(self.page.tabs.current)) and not self.page.editing:
            return await front()
        reason, compared = self.models.services.reason_label, self.model.versions.state.comparison
        if compared is not None and self.view.detail.timeline.isVisible():
            return versions(compared, reason)
        rows = self.model.state.rows
        return guides(rows, reason) if rows else None

    def _make_editor(self) -> GuideEditor:
        editor = GuideEditor(self.window, self.models, self.authoring, self)
        self.page.set_editor(editor.place)
        editor.model.left.connect(self.page.show_list)
        self.page.left_asked.connect(editor.model.leave)
        editor.model.published.connect(self._say_published)
        self.model.verbs.edit_asked.connect(self.edit)
        return editor

    def _say_published(self, version: ScriptVersion) -> None:
        self.page.show_list()
        self.model.say_published(version)

    def _follow(self, script_id: str) -> None:
        self.script_selected.emit(script_id)
        self._wording.run(self._read_own_words(script_id))

    async def _read_own_words(self, script_id: str) -> None:
        """How the person says the steps of the guide in front."""
        row, person_id = self.model.state.row, self.models.person.id
        found = {}
        for step in row.script.steps if row and row.script else ():
            wording = await self._own_words.of_step(person_id, Place(script_id, step.id))
            if wording.own is not None:
                found[step.id] = wording.own.words
        self.model.show_own_words(script_id, found)

    def _hear(self, changed: Changed) -> None:
        """What was published is what advisors get from now on, but for contacts under way."""
        if changed.kind in (Kind.SCRIPT, Kind.DOCUMENT):
            self.models.guide.reload()
            if self.editor is not None:
                self.editor.model.look_around()


def _told(problem: Problem) -> tuple[str, str]:
    return problem_place(problem), problem_words(problem)
