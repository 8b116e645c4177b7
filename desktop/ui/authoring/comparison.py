"""Two versions side by side: what became of each step, and the words that changed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.authoring.comparing import (
    Comparison,
    Fate,
    FieldChange,
    Part,
    Piece,
    StepChange,
)
from desktop.ui.authoring.marked import ChangedLabel
from desktop.ui.authoring.words import part_words
from desktop.ui.kit import boxes
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import introduced
from desktop.ui.kit.wraplabel import WrapLabel


class ComparisonPane(ScrollColumn):
    """Steps that are the same are named on one line; arrows scroll it."""

    def __init__(self, reason: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = reason
        self._shown: tuple[Comparison, str, str] | None = None
        self.set_reading(QCoreApplication.translate("Guides", "Comparaison"))
        self.body.setContentsMargins(Space.XS, Space.XS, Space.S, Space.XS)

    def show_comparison(self, comparison: Comparison, earlier: str, later: str) -> None:
        """Show what changed; `earlier` and `later` are the names of the two."""
        if (comparison, earlier, later) == self._shown:
            return
        self._shown = (comparison, earlier, later)
        self.verticalScrollBar().setValue(0)
        boxes.clear(self.body)
        self.setAccessibleDescription(summary(comparison))
        self.body.addWidget(WrapLabel(summary(comparison), "strong"))
        if comparison.fields:
            panel = Panel("outline")
            panel.body.addLayout(self._columns(comparison.fields, earlier, later))
            self.body.addWidget(panel)
        for change in comparison.steps:
            if _differs(change):
                self.body.addWidget(self._step(change, earlier, later))
        same = [one.title for one in comparison.steps if not _differs(one)]
        if same and not comparison.same:
            words = QCoreApplication.translate("Guides", "Sans changement\u00a0: {titles}.")
            self.body.addWidget(WrapLabel(words.format(titles=", ".join(same)), "caption"))
        self.body.addStretch(1)

    def _step(self, change: StepChange, earlier: str, later: str) -> Panel:
        panel = Panel("outline")
        chips = Flow(Space.XS)
        for words, tone, icon in _fates(change):
            chips.add(Chip(words, tone, icon))
        head = boxes.row(Text(change.title, "heading"), chips, None, spacing=Space.S)
        panel.body.setSpacing(Space.S)
        panel.body.addLayout(head)
        if change.fields:
            panel.body.addLayout(self._columns(change.fields, earlier, later))
        elif change.fate in (Fate.ADDED, Fate.REMOVED):
            step = change.after or change.before
            said = (Piece(text=step.say if step else ""),)
            panel.body.addWidget(ChangedLabel(said, gone=change.fate is Fate.REMOVED))
        return panel

    def _columns(self, fields: tuple[FieldChange, ...], earlier: str, later: str) -> QGridLayout:
        """Each text over both columns' width: the earlier at the left, the later at the right."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Text(earlier, "eyebrow"), 0, 0)
        grid.addWidget(Text(later, "eyebrow"), 0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, field in enumerate(fields):
            row = 2 * place + 1
            grid.addWidget(Text(part_words(field.part), "caption"), row, 0, 1, 2)
            for column, pieces in enumerate((field.before, field.after)):
                label = ChangedLabel(self._pieces(field, pieces), gone=column == 0)
                label.setAccessibleName(f"{(earlier, later)[column]}, {part_words(field.part)}")
                grid.addWidget(label, row + 1, column, top)
        return grid

    def _pieces(self, field: FieldChange, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        if not pieces:
            return (Piece(text="—"),)
        if field.part is not Part.REASONS:
            return _without_marks(field, pieces)
        codes = "".join(one.text for one in pieces).split()
        return (Piece(text=", ".join(self._reason(code) for code in codes), changed=True),)


def summary(comparison: Comparison) -> str:
    """« 1 étape ajoutée, 2 modifiées » in words and counts."""
    if comparison.same:
        return QCoreApplication.translate("Guides", "Rien ne change entre ces deux versions.")
    counts = (
        (QCoreApplication.translate("Guides", "étapes ajoutées"), comparison.count(Fate.ADDED)),
        (QCoreApplication.translate("Guides", "étapes retirées"), comparison.count(Fate.REMOVED)),
        (QCoreApplication.translate("Guides", "étapes modifiées"), comparison.count(Fate.CHANGED)),
        (QCoreApplication.translate("Guides", "étapes déplacées"), comparison.moved),
        (
            QCoreApplication.translate("Guides", "textes du guide modifiés"),
            len(comparison.fields),
        ),
    )
    said = [introduced(words, str(count)) for words, count in counts if count]
    line = ", ".join(said)
    return f"{line[:1].upper()}{line[1:]}."


def _differs(change: StepChange) -> bool:
    return change.fate is not Fate.SAME or change.moved


def _fates(change: StepChange) -> list[tuple[str, str, str]]:
    found = {
        Fate.ADDED: (QCoreApplication.translate("Guides", "Ajoutée"), "success", "plus"),
        Fate.REMOVED: (QCoreApplication.translate("Guides", "Retirée"), "neutral", "x"),
        Fate.CHANGED: (QCoreApplication.translate("Guides", "Modifiée"), "info", "pencil"),
    }
    chips = [found[change.fate]] if change.fate in found else []
    if change.moved:
        words = QCoreApplication.translate("Guides", "Déplacée")
        chips.append((words, "accent", "arrow-left-right"))
    return chips


def _without_marks(field: FieldChange, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without the marks of weight, unless they are all that changed."""
    before, after = ("".join(one.text for one in side) for side in (field.before, field.after))
    if before.replace("**", "") == after.replace("**", ""):
        return pieces
    return tuple(replace(one, text=one.text.replace("**", "")) for one in pieces)
