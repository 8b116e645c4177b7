"""The form of what is in front: the guide itself, or one of its steps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollBar, QStackedLayout, QWidget

from desktop.domain.authoring.checking import Problem
from desktop.ui.authoring.editor.guide_form import GuideForm
from desktop.ui.authoring.editor.passing_column import PassingColumn
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.step_form import StepForm
from desktop.ui.authoring.editor.writing import GuideWriting, StepWriting
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import give


class Form(QWidget):
    """Both forms stay; only what they show changes."""

    def __init__(
        self,
        guide: GuideWriting,
        step: StepWriting,
        reasons: Sequence[Option[str]],
        label: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.setAccessibleName(QCoreApplication.translate("Editor", "Rédaction"))
        self.guide = GuideForm(guide, reasons, label)
        self.step = StepForm(step)
        self._place: str | None = None
        self._stack = QStackedLayout(self)
        self._columns = (PassingColumn(), PassingColumn())
        for column, form in zip(self._columns, (self.guide, self.step), strict=True):
            column.add(form)
            self._stack.addWidget(column)

    def show_state(self, state: EditorState) -> None:
        """Show what is in front; another step begins at its top."""
        at_step = state.step is not None
        if at_step:
            self.step.show_step(state)
        elif state.draft is not None:
            self.guide.show_guide(state)
        self._stack.setCurrentIndex(int(at_step))
        if state.step_id != self._place:
            self._place = state.step_id
            self.bar().setValue(0)

    def bar(self) -> QScrollBar:
        """Return the bar of what is in front."""
        return self._columns[self._stack.currentIndex()].verticalScrollBar()

    def begin(self) -> None:
        """Put the keyboard where one begins to write."""
        give(self.step.title.control if self._stack.currentIndex() else self.guide.title.control)

    def lead_to(self, problem: Problem) -> None:
        """Put the keyboard where something is to be mended."""
        form = self.step if self._stack.currentIndex() else self.guide
        give(form.control_of(problem))
