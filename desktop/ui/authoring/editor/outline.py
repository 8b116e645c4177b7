"""The guide's steps in order: arrows go through them, Alt and arrows or the mouse move them."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from desktop.domain.authoring import checking, limits
from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.authoring.editor.writing import GuideWriting
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.tokens import Space

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """The guide itself (`id` empty), or one of its steps."""

    id: str
    number: int
    title: str
    law: bool = False
    errors: int = 0
    advice: int = 0
    loud: bool = False
    """Some of the errors are faults, not fields that wait to be filled."""


class OutlineModel(RowsModel[OutlineRow]):
    """`dropped` gives a step's id and the place that it was drawn to; the list follows the guide."""

    dropped = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda row: row.id, spoken, parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Steps can be drawn; between all rows something can be dropped."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.row(index.row()).id else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, never copy."""
        return Qt.DropAction.MoveAction

    def moveRows(self, origin: Index, row: int, count: int, target: Index, child: int) -> bool:
        """Ask for the step at `row` to stand before the row that is at `child` now."""
        if origin.isValid() or target.isValid() or count != 1 or not self.row(row).id:
            return False
        place = max(child - 1, 0) - (1 if child > row else 0)
        self.dropped.emit(self.row(row).id, place)
        return True


class OutlineList(ListView):
    """Delete takes the step out, Insert adds one; keys that move are the editor's."""

    removal = Signal()
    addition = Signal()

    def __init__(self, name: str, delegate: RowDelegate) -> None:
        super().__init__(name, delegate)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete; leave Alt with the arrows to the editor."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.addition.emit()
        else:
            super().keyPressEvent(event)


class Outline(QWidget):
    """`picked` gives the id of what is to be shown; `entered` when it is to be written in."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self, write: GuideWriting) -> None:
        super().__init__()
        self._write = write
        self._showing = False
        self.model = OutlineModel(self)
        name = QCoreApplication.translate("Editor", "Étapes du guide")
        self.list = OutlineList(name, RowDelegate(_look))
        self.list.setModel(self.model)
        self.list.chosen.connect(self._pick)
        self.list.opened.connect(lambda _row: self.entered.emit())
        self.list.removal.connect(write.remove_step)
        self.list.addition.connect(self._add)
        self.model.dropped.connect(write.move_step)
        self.setFocusProxy(self.list)
        self._buttons(write)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self.list, 1)
        tools = boxes.row(self.add, None, self.up, self.down, self.twin, self.remove, spacing=0)
        box.addLayout(tools)

    def show_state(self, state: EditorState) -> None:
        """Show the steps, and which one is in front."""
        self._showing = True
        self.model.set_rows(rows_of(state))
        index = self.model.index_of(state.step_id)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self._showing = False
        place, count = state.script.position(state.step_id), len(state.script.steps)
        self.add.setEnabled(count < limits.STEPS)
        self.twin.setEnabled(place >= 0 and count < limits.STEPS)
        self.remove.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)

    def _buttons(self, write: GuideWriting) -> None:
        self.add = Button(QCoreApplication.translate("Editor", "Étape"), "plus", "ghost")
        self.add.setAccessibleName(
            QCoreApplication.translate("Editor", "Ajouter une étape (Inser)")
        )
        self.add.setToolTip(self.add.accessibleName())
        self.up = IconButton(
            "arrow-up", QCoreApplication.translate("Editor", "Monter l’étape (Alt+↑)")
        )
        self.down = IconButton(
            "arrow-down", QCoreApplication.translate("Editor", "Descendre l’étape (Alt+↓)")
        )
        self.twin = IconButton("copy", QCoreApplication.translate("Editor", "Dupliquer l’étape"))
        self.remove = IconButton(
            "trash-2", QCoreApplication.translate("Editor", "Retirer l’étape (Suppr)")
        )
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(lambda: write.shift_step(-1))
        self.down.clicked.connect(lambda: write.shift_step(1))
        self.twin.clicked.connect(write.duplicate_step)
        self.remove.clicked.connect(write.remove_step)

    def _add(self) -> None:
        self._write.add_step()
        self.entered.emit()

    def _pick(self, row: object) -> None:
        if isinstance(row, OutlineRow) and not self._showing:
            self.picked.emit(row.id)


def rows_of(state: EditorState) -> tuple[OutlineRow, ...]:
    """The guide itself, then its steps."""

    def counts(step_id: str) -> tuple[int, int, bool]:
        found = state.of_step(step_id)
        errors = checking.errors(found)
        return len(errors), len(found) - len(errors), any(not one.quiet for one in errors)

    top = OutlineRow("", 0, state.script.title, False, *counts(""))
    return (
        top,
        *(
            OutlineRow(step.id, place, step.title, step.law is not None, *counts(step.id))
            for place, step in enumerate(state.script.steps, 1)
        ),
    )


def spoken(row: OutlineRow) -> str:
    """« Étape 2, Comprendre, demandée par la loi, 1 chose à reprendre »."""
    title = step_title(row.title)
    if row.id:
        words = QCoreApplication.translate("Editor", "Étape {0}, {1}").format(row.number, title)
    else:
        words = QCoreApplication.translate("Editor", "Le guide, {0}").format(title)
    parts = [words]
    if row.law:
        parts.append(QCoreApplication.translate("Editor", "demandée par la loi"))
    if row.errors:
        parts.append(
            QCoreApplication.translate("Editor", "à reprendre\u00a0: {0}").format(row.errors)
        )
    if row.advice:
        parts.append(QCoreApplication.translate("Editor", "conseils\u00a0: {0}").format(row.advice))
    return ", ".join(parts)


def _look(row: Any) -> RowLook:
    if not isinstance(row, OutlineRow):
        return RowLook("")
    mark, tone = ("circle-dashed", "text3") if row.errors else ("info", "info")
    if row.loud:
        mark, tone = "circle-alert", "danger"
    guide = QCoreApplication.translate("Editor", "Titre, résumé et motifs")
    return RowLook(
        step_title(row.title) if row.id else guide,
        icon="scale" if row.law else None if row.id else "scroll-text",
        tone="info" if row.law else "neutral",
        cap=str(row.number) if row.number else "",
        trailing=mark if row.errors or row.advice else "",
        trailing_tone=tone,
    )
