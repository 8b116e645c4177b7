"""The editor of a guide: outline and map, the form, and the page that advisors see, side by side."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring.checking import Problem
from desktop.ui.authoring.editor.columns import Columns
from desktop.ui.authoring.editor.form import Form
from desktop.ui.authoring.editor.header import EditorHeader
from desktop.ui.authoring.editor.map import BranchMap
from desktop.ui.authoring.editor.meanwhile_banner import MeanwhileBanner
from desktop.ui.authoring.editor.outline import Outline
from desktop.ui.authoring.editor.preview_pane import PreviewPane
from desktop.ui.authoring.editor.preview_port import Preview
from desktop.ui.authoring.editor.problem_list import ProblemList
from desktop.ui.authoring.editor.publish_overlay import PublishOverlay
from desktop.ui.authoring.editor.undo_keys import UndoKeys
from desktop.ui.authoring.editor.viewmodel import EditorViewModel
from desktop.ui.authoring.editor.writing import GuideWriting, StepWriting
from desktop.ui.kit import tab_order
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.tokens import Space

_ALL: Final = 1160
"""From this width on all three stand side by side."""
_OUTLINE: Final = 272
_WRITING, _PREVIEW = "writing", "preview"


class EditorView(QWidget):
    """`reasons` is the tree that a picker offers, `label` a reason's code in words."""

    def __init__(
        self,
        model: EditorViewModel,
        preview: Preview,
        reasons: Sequence[Option[str]] = (),
        label: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._overlay: PublishOverlay | None = None
        self.write = GuideWriting(model)
        self.header = EditorHeader()
        self.meanwhile = MeanwhileBanner(model, label)
        self.outline = Outline(self.write)
        self.map = BranchMap()
        self.form = Form(self.write, StepWriting(model), reasons, label)
        self.problems = ProblemList()
        self.preview = PreviewPane(preview, model.trial)
        self.columns = Columns((self.outline, self.map), (self.form, self.problems), self.preview)
        self._build()
        self._connect()
        UndoKeys(self, model.undo, model.redo)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the outline."""
        give(self.outline.list)

    def open_publish(self) -> None:
        """Ask what changed, and publish."""
        if self._model.state.draft is None:
            return
        if self._overlay is None:
            self._overlay = PublishOverlay(self.window())
            self._overlay.confirmed.connect(self._model.publish)
            self._overlay.problems_asked.connect(self.problems.go_on)
        self._overlay.show_state(self._model.state)
        self._overlay.open()
        self._model.prepare()

    def set_keys(self, publish: str, problem: str) -> None:
        """Show the keys of « Publier » and of the next problem, as portable shortcuts."""
        self.header.set_key(publish)
        self.problems.next.set_key(key_symbol(problem) if problem else None)

    def overlay(self) -> PublishOverlay | None:
        """Return the form of publishing once it was opened."""
        return self._overlay

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the step, F6 goes to the next pane."""
        key, modifiers = event.key(), event.modifiers()
        if modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.write.shift_step(-1 if key == Qt.Key.Key_Up else 1)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            self.step(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_F6:
            self.columns.next_pane(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Go through the page as it lies: its rows and the preview are made anew while one writes."""
        return tab_order.go_on(self, forward=forward)

    def step(self, by: int) -> None:
        """Have the step before or after in front."""
        script = self._model.state.script
        place = script.position(self._model.state.step_id) + by
        if 0 <= place < len(script.steps):
            self._model.select(script.steps[place].id)
        elif place < 0:
            self._model.select("")

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        box.setSpacing(Space.M)
        box.addWidget(self.header)
        box.addWidget(self.meanwhile)
        box.addWidget(self.columns, 1)

    def _connect(self) -> None:
        model = self._model
        self.header.left.connect(model.leave)
        self.header.undone.connect(model.undo)
        self.header.redone.connect(model.redo)
        self.header.publish.connect(self.open_publish)
        self.outline.picked.connect(model.select)
        self.map.picked.connect(model.select)
        for part in (self.outline, self.map):
            part.entered.connect(self._enter)
        self.problems.asked.connect(model.point)
        model.pointed.connect(self._lead)
        model.changed.connect(self._show)
        model.published.connect(self._close)
        model.trial.changed.connect(lambda: self.preview.show_state(model.state))

    def _show(self) -> None:
        state = self._model.state
        around = (self.header, self.meanwhile, self.outline, self.map)
        for part in (*around, self.form, self.problems, self.preview):
            part.show_state(state)
        if self._overlay is not None and self._overlay.isVisible():
            self._overlay.show_state(state)

    def _enter(self) -> None:
        self.columns.write()
        self.form.begin()

    def _lead(self, problem: Problem) -> None:
        if self._overlay is not None:
            self._overlay.dismiss()
        self.columns.write()
        self.form.lead_to(problem)

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.note.set_text("")
            self._overlay.dismiss()
