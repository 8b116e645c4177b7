"""The step in front: its title, its aim, what one may say, what it asks, and where it leads."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring import limits
from desktop.domain.authoring.checking import Problem
from desktop.domain.authoring.items import Items, items_of
from desktop.domain.scripts import Script, Step
from desktop.ui.authoring.editor.field import ProblemLines, TextInput
from desktop.ui.authoring.editor.item_list import ItemList
from desktop.ui.authoring.editor.law_form import LawForm
from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.writing import StepWriting
from desktop.ui.kit.choices import Option
from desktop.ui.kit.form import field
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.tokens import Space


class StepForm(QWidget):
    """All of a step, as far as it can be written."""

    def __init__(self, write: StepWriting) -> None:
        super().__init__()
        self._rebuilt = True
        self._ways = ProblemLines()
        self.title = TextInput(
            QCoreApplication.translate("Editor", "Titre de l’étape"),
            limits.STEP_TITLE,
            QCoreApplication.translate("Editor", "Un verbe\u00a0: Accueillir, Comprendre…"),
        )
        self.intention = TextInput(
            QCoreApplication.translate("Editor", "But de l’étape"),
            limits.TEXT,
            QCoreApplication.translate(
                "Editor", "Ce que la personne doit avoir gagné en la quittant"
            ),
            2,
        )
        self.say = TextInput(
            QCoreApplication.translate("Editor", "Ce que l’on peut dire"),
            limits.TEXT,
            QCoreApplication.translate("Editor", "Une proposition, jamais un texte à lire"),
            4,
        )
        self.lists = {kind: ItemList(kind, write) for kind in Items}
        self.then = Picker(QCoreApplication.translate("Editor", "Ensuite"))
        self._then_problems = ProblemLines()
        self.law = LawForm(write)
        self._lay_out()
        self._connect(write)

    def show_step(self, state: EditorState) -> None:
        """Show the step in front, and what is wrong with it."""
        step, script = state.step, state.script
        if step is None:
            return
        problems = state.of_step(step.id)
        self._ways.set_problems([one for one in problems if one.field == "id" and not one.item])
        for input_, name in (
            (self.title, "title"),
            (self.intention, "intention"),
            (self.say, "say"),
        ):
            input_.set_text(getattr(step, name))
            input_.set_problems(_of(problems, name))
        targets = _targets(script, step)
        for kind, shown in self.lists.items():
            found = [one for one in problems if kind in (one.list_name, one.field)]
            shown.show_items(step.id, items_of(step, kind), found, targets)
        if self._rebuilt:
            self._rebuilt = False
            follow_layouts(self._box)
        self.then.set_options(targets)
        self.then.set_value(step.then)
        self._then_problems.set_problems(_of(problems, "then"))
        self.law.show_law(step.law, problems)

    def control_of(self, problem: Problem) -> QWidget:
        """Return where something is to be mended."""
        if problem.item:
            return self.lists[Items(problem.list_name)].control_of(problem.item, problem.field)
        known: dict[str, QWidget] = {
            "title": self.title.control,
            "intention": self.intention.control,
            "say": self.say.control,
            "then": self.then,
            "law.why": self.law.why.control,
            "law.reference": self.law.reference.control,
        }
        if problem.field in known:
            return known[problem.field]
        lists = {kind.value: shown.add for kind, shown in self.lists.items()}
        return lists.get(problem.field, self.title.control)

    def _order(self) -> None:
        self._rebuilt = True

    def _lay_out(self) -> None:
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, Space.XS, 0)
        box.setSpacing(Space.L)
        after = field(
            QCoreApplication.translate("Editor", "Sans réaction choisie, ensuite"), self.then
        )
        for widget in (
            self._ways,
            self.title,
            self.say,
            self.intention,
            self.lists[Items.QUESTIONS],
            self.lists[Items.CHECKS],
            self.lists[Items.REACTIONS],
            after,
            self._then_problems,
            Divider(),
            self.law,
            Divider(),
            self.lists[Items.SUGGESTIONS],
        ):
            box.addWidget(widget)
        box.addStretch(1)

    def _connect(self, write: StepWriting) -> None:
        self.title.edited.connect(write.set_title)
        self.intention.edited.connect(write.set_intention)
        self.say.edited.connect(write.set_say)
        for input_, name in (
            (self.title, "title"),
            (self.intention, "intention"),
            (self.say, "say"),
        ):
            input_.left.connect(lambda name=name: write.leave(name))
        for shown in self.lists.values():
            shown.rebuilt.connect(self._order)
        self.then.picked.connect(lambda value: write.set_then(str(value or "")))


def _of(problems: Sequence[Problem], name: str) -> list[Problem]:
    return [one for one in problems if one.field == name and not one.item]


def _targets(script: Script, step: Step) -> tuple[Option[str], ...]:
    """Steps that one may be led to, the one that follows first; one that is gone is still named."""
    following = QCoreApplication.translate("Editor", "l’étape qui suit")
    steps = [
        Option(
            one.id,
            QCoreApplication.translate("Editor", "{0}. {1}").format(place, step_title(one.title)),
        )
        for place, one in enumerate(script.steps, 1)
    ]
    known = {one.id for one in script.steps}
    asked = dict.fromkeys([step.then, *(one.to for one in step.reactions)])
    gone = QCoreApplication.translate("Editor", "étape disparue ({0})")
    lost = [Option(one, gone.format(one)) for one in asked if one and one not in known]
    return (Option("", following), *steps, *lost)
