"""One of a step's lists: questions, points to check, reactions, suggestions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.authoring.checking import Problem
from desktop.domain.authoring.items import MOST, Item, Items
from desktop.ui.authoring.editor.field import ProblemLines
from desktop.ui.authoring.editor.item_row import ItemRow
from desktop.ui.authoring.editor.writing import StepWriting
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import give
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class ItemList(QWidget):
    """The lines, and a button to add one; `rebuilt` when Tab has other stops."""

    rebuilt = Signal()

    def __init__(self, kind: Items, write: StepWriting) -> None:
        super().__init__()
        self._kind = kind
        self._write = write
        self._ids: tuple[str, ...] = ()
        self._step_id = ""
        self.rows: list[ItemRow] = []
        title, add, self._one = _words(kind)
        self.setAccessibleName(title)
        self._count = Text("", "caption")
        self._problems = ProblemLines()
        self._box = boxes.column(spacing=Space.S)
        self.add = Button(add, "plus", "ghost")
        self.add.clicked.connect(self._add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(boxes.row(Text(title, "strong"), None, self._count))
        box.addLayout(self._box)
        box.addWidget(self._problems)
        box.addLayout(boxes.row(self.add, None))

    def show_items(
        self,
        step_id: str,
        items: Sequence[Item],
        problems: Sequence[Problem],
        targets: Sequence[Option[str]] = (),
    ) -> None:
        """Show the lines of a step; those that were there keep their cursor."""
        ids = tuple(one.id for one in items)
        if (step_id, ids) != (self._step_id, self._ids):
            self._arrange(ids, same_step=step_id == self._step_id)
            self._step_id = step_id
        for place, (row, item) in enumerate(zip(self.rows, items, strict=True)):
            row.set_targets(targets)
            row.show_item(item, [one for one in problems if one.item == item.id])
            row.set_ends(first=place == 0, last=place == len(items) - 1)
        self._problems.set_problems([one for one in problems if not one.item])
        self._count.setText(f"{len(items)}\u00a0/\u00a0{MOST[self._kind]}" if items else "")
        self.add.setEnabled(len(items) < MOST[self._kind])

    def control_of(self, item_id: str, field: str) -> QWidget:
        """Return where a line's field is written; the button to add one where it is gone."""
        if item_id not in self._ids:
            return self.add
        row = self.rows[self._ids.index(item_id)]
        return row.to if field == "to" and row.to is not None else row.input.control

    def _arrange(self, ids: tuple[str, ...], *, same_step: bool) -> None:
        """Make rows for new lines alone, so that the focus stays on the line that has it."""
        known = dict(zip(self._ids, self.rows, strict=True)) if same_step else {}
        if len(set(ids)) < len(ids):
            known, same_step = {}, False
        here = QApplication.focusWidget()
        for old_id, row in zip(self._ids, self.rows, strict=True):
            self._box.removeWidget(row)
            if old_id not in ids or not same_step:
                row.hide()
                row.deleteLater()
        self._ids = ids
        self.rows = [known.get(one) or self._row(one) for one in ids]
        for row in self.rows:
            self._box.addWidget(row)
            row.show()
        self.rebuilt.emit()
        if here is not None and any(row.isAncestorOf(here) for row in self.rows):
            give(here)

    def _row(self, item_id: str) -> ItemRow:
        row = ItemRow(self._kind, self._one)
        kind, write = self._kind, self._write
        row.edited.connect(lambda words: write.word(kind, item_id, words))
        row.led.connect(lambda to: write.lead(item_id, to))
        row.shifted.connect(lambda by: self._shift(item_id, by))
        row.removed.connect(lambda: self._remove(item_id))
        row.input.left.connect(lambda: write.leave("", item_id))
        row.another.connect(self._add)
        return row

    def _add(self) -> None:
        new = self._write.add(self._kind)
        if new in self._ids:
            give(self.rows[self._ids.index(new)].input.control)

    def _shift(self, item_id: str, by: int) -> None:
        place = self._ids.index(item_id) + by
        if 0 <= place < len(self._ids):
            self._write.move(self._kind, item_id, place)
            words = QCoreApplication.translate("Editor", "Ligne {0} sur {1}")
            announce(self, words.format(place + 1, len(self._ids)))

    def _remove(self, item_id: str) -> None:
        place = self._ids.index(item_id)
        self._write.remove(self._kind, item_id)
        near = self.rows[min(place, len(self.rows) - 1)].input.control if self.rows else self.add
        give(near)
        announce(self, QCoreApplication.translate("Editor", "Ligne retirée"))


def _words(kind: Items) -> tuple[str, str, str]:
    """Title of the list, words to add a line, and what a line is."""
    match kind:
        case Items.QUESTIONS:
            return (
                QCoreApplication.translate("Editor", "Questions que l’on peut poser"),
                QCoreApplication.translate("Editor", "Ajouter une question"),
                QCoreApplication.translate("Editor", "Question"),
            )
        case Items.CHECKS:
            return (
                QCoreApplication.translate("Editor", "À vérifier"),
                QCoreApplication.translate("Editor", "Ajouter un point"),
                QCoreApplication.translate("Editor", "Point à vérifier"),
            )
        case Items.REACTIONS:
            return (
                QCoreApplication.translate("Editor", "Réactions, et où elles mènent"),
                QCoreApplication.translate("Editor", "Ajouter une réaction"),
                QCoreApplication.translate("Editor", "Réaction"),
            )
        case Items.SUGGESTIONS:
            return (
                QCoreApplication.translate("Editor", "Suggestions venues d’écarts utiles"),
                QCoreApplication.translate("Editor", "Ajouter une suggestion"),
                QCoreApplication.translate("Editor", "Suggestion"),
            )
