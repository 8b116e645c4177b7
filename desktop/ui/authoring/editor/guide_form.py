"""The guide itself: its title, what it is for, and the reasons for which it is offered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring import limits
from desktop.domain.authoring.checking import Problem
from desktop.ui.authoring.editor.field import ProblemLines, TextInput
from desktop.ui.authoring.editor.reasons_field import ReasonsField
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.writing import GuideWriting
from desktop.ui.kit.choices import Option
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.tokens import Space


class GuideForm(QWidget):
    """What stands above the steps."""

    def __init__(
        self,
        write: GuideWriting,
        reasons: Sequence[Option[str]],
        label: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.title = TextInput(
            QCoreApplication.translate("Editor", "Titre du guide"),
            limits.SCRIPT_TITLE,
            QCoreApplication.translate("Editor", "Ce qui amène la personne, en quelques mots"),
        )
        self.summary = TextInput(
            QCoreApplication.translate("Editor", "En bref"),
            limits.TEXT,
            QCoreApplication.translate("Editor", "Ce que ce guide aide à faire"),
            3,
        )
        self.reasons = ReasonsField(reasons, label)
        self._steps = ProblemLines()
        self._codes: tuple[str, ...] = ()
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, Space.XS, 0)
        box.setSpacing(Space.L)
        for widget in (self.title, self.summary, self.reasons, self._steps):
            box.addWidget(widget)
        box.addStretch(1)
        self._connect(write)

    def _connect(self, write: GuideWriting) -> None:
        self.title.edited.connect(write.set_title)
        self.summary.edited.connect(write.set_summary)
        self.reasons.picked.connect(write.set_reasons)
        self.title.left.connect(lambda: write.leave("title"))
        self.summary.left.connect(lambda: write.leave("summary"))

    def show_guide(self, state: EditorState) -> None:
        """Show it, and what is wrong with it."""
        problems = state.of_step("")
        self.title.set_text(state.script.title)
        self.summary.set_text(state.script.summary)
        self.title.set_problems(_of(problems, "title", "id"))
        self.summary.set_problems(_of(problems, "summary"))
        self.reasons.show_reasons(state.script.reasons, _of(problems, "reasons"))
        if state.script.reasons != self._codes:
            self._codes = state.script.reasons
            follow_layouts(self._box)
        self._steps.set_problems(_of(problems, "steps"))

    def control_of(self, problem: Problem) -> QWidget:
        """Return where something is to be mended."""
        if problem.field == "reasons":
            return self.reasons.adding
        return self.summary.control if problem.field == "summary" else self.title.control


def _of(problems: Sequence[Problem], *names: str) -> list[Problem]:
    return [one for one in problems if one.field in names]
