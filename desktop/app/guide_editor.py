"""The editor of guides, joined to customers, to the advisor's own page, and to what keeps drafts."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop.app import pages, reasons
from desktop.app.actions.rows import Row, actions_of
from desktop.app.guide_customers import RecentCustomers
from desktop.app.guide_preview import GuidePreview
from desktop.app.models import Models
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.reasons import codes
from desktop.ui.authoring.editor.ports import Authoring
from desktop.ui.authoring.editor.state import Rules
from desktop.ui.authoring.editor.view import EditorView
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Later
from desktop.ui.shell.actions import Action, Actions, Group
from desktop.ui.shell.window import Window

PUBLISH, PROBLEM = "guide.publish", "guide.next_problem"


class GuideEditor(QObject):
    """Put `place` into the page of guides; `model.published` and `model.left` lead back to the list."""

    def __init__(
        self, window: Window, models: Models, authoring: Authoring, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._services = models.services
        services, person = models.services, models.person
        self.model = EditorViewModel(authoring, RecentCustomers(services.customers, person), self)
        self._preview = GuidePreview(services.store, services.clock, person, self)
        self._preview.walked.connect(self.model.select)
        self.place = Later(self._build)

    @property
    def view(self) -> EditorView:
        """The editor, built at its first use."""
        return self.place.made()

    def edit(self, draft: ScriptDraft, step_id: str = "") -> None:
        """Have this draft in front, at that step."""
        tasks.run(self._read_rules(), self)
        self.model.edit(draft, step_id)

    def begin(self) -> None:
        """Have the buttons bear the keys in force, now and when the person changes them."""
        for registry in self._window.findChildren(Actions):
            registry.changed.connect(self._show_keys)

    async def flush(self) -> None:
        """Write what is not on the disk yet. Raises StoreUnavailable."""
        await self.model.flush()

    def actions(self) -> tuple[Action, ...]:
        """What can be asked for by the palette while a guide is being written."""

        def there() -> bool:
            return self.model.state.draft is not None and self._window.page() == pages.GUIDES

        publish = QCoreApplication.translate("Actions", "Publier ce guide")
        problem = QCoreApplication.translate("Actions", "Problème suivant du guide")
        add = QCoreApplication.translate("Actions", "Ajouter une étape au guide")
        do = self.place.doing
        return actions_of(
            Group.GUIDE,
            Row(PUBLISH, publish, do(EditorView.open_publish), "Ctrl+Shift+P", "send", there),
            Row(
                PROBLEM,
                problem,
                do(lambda view: view.problems.go_on()),
                "Shift+F8",
                "circle-alert",
                there,
            ),
            Row(
                "guide.add_step", add, do(lambda view: view.outline.add.click()), "", "plus", there
            ),
        )

    def _build(self) -> EditorView:
        services = self._services
        tree = reasons.options(services.reasons, services.language)
        view = EditorView(self.model, self._preview, tree, services.reason_label)
        view.set_keys(*self._keys())
        return view

    def _show_keys(self) -> None:
        if self.place.is_made:
            self.view.set_keys(*self._keys())

    def _keys(self) -> tuple[str, str]:
        """The keys that publish, and that lead to the next problem; "" where there is none."""
        held = {PUBLISH: "", PROBLEM: ""}
        for registry in self._window.findChildren(Actions):
            for one in held.keys() & {action.id for action in registry.all()}:
                held[one] = (registry.keys_of(one) or ("",))[0]
        return held[PUBLISH], held[PROBLEM]

    async def _read_rules(self) -> None:
        """The company's words and the reasons there are: read each time, another machine may change them."""
        library = await self._services.scripts.library()
        known = frozenset(codes(self._services.reasons)) or None
        self.model.set_rules(Rules(fallbacks=dict(library.wording.fallbacks), reasons=known))
        self._preview.set_wording(library.wording)
