"""The guide beside its text, as an advisor will see it for a chosen customer."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedLayout

from desktop.domain.ids import CustomerId
from desktop.domain.scripts import Script
from desktop.ui.authoring.editor.preview_port import Preview
from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.trial import Trial
from desktop.ui.kit import boxes
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_EXAMPLE = ""


class PreviewPane(Card):
    """The chooser stays at the top; the page scrolls by itself."""

    def __init__(self, preview: Preview, trial: Trial) -> None:
        super().__init__()
        self._preview = preview
        self._trial = trial
        self._shown: tuple[object, ...] = ()
        self.setAccessibleName(QCoreApplication.translate("Editor", "Aperçu"))
        self.customers = Picker(QCoreApplication.translate("Editor", "Vu pour"), icon="user")
        self.customers.picked.connect(self._choose)
        title = Text(QCoreApplication.translate("Editor", "Aperçu"), "heading")
        line = boxes.row(title, self.customers, spacing=Space.M)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self._nothing = EmptyState(
            "scroll-text",
            QCoreApplication.translate("Editor", "Rien à montrer encore"),
            QCoreApplication.translate("Editor", "Le guide apparaît ici dès sa première étape."),
        )
        self._faces = QStackedLayout()
        # Placed first: a stack that lies nowhere yet would show what it is given as a window.
        self.body.addLayout(self._faces, 1)
        self._faces.addWidget(self._nothing)
        self._faces.addWidget(preview.widget())
        trial.changed.connect(self._show_customers)
        self._show_customers()

    def show_state(self, state: EditorState) -> None:
        """Show the step in front; with the guide itself in front, its first step."""
        self._faces.setCurrentIndex(int(bool(state.script.steps)))
        wanted = (state.script, state.step_id, self._trial.tried_on)
        if state.script.steps and wanted != self._shown:
            self._shown = wanted
            self._preview.show(_titled(state.script), state.step_id, self._trial.tried_on)

    def _show_customers(self) -> None:
        trial = self._trial
        example = trial.example.customer
        known = [one for one in trial.recent if one.id != example.id]
        chosen = trial.tried_on
        if not chosen.invented and all(one.id != chosen.customer.id for one in known):
            known.append(chosen.customer)
        invented = QCoreApplication.translate("Editor", "{0} (inventé)").format(example.full_name)
        self.customers.set_options(
            [
                Option(_EXAMPLE, invented, "sparkles"),
                *(Option(str(one.id), one.full_name, "user") for one in known),
            ]
        )
        self.customers.set_value(_EXAMPLE if chosen.invented else str(chosen.customer.id))

    def _choose(self, value: object) -> None:
        self._trial.choose(CustomerId(str(value)) if value else None)


def _titled(script: Script) -> Script:
    """Steps without a title yet bear a word for it: nothing would tell them from no step at all."""
    steps = (replace(step, title=step_title(step.title)) for step in script.steps)
    return replace(script, steps=tuple(steps))
