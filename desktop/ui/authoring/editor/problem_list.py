"""All that is wrong in the guide, in a list that takes one there."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring.checking import Problem
from desktop.domain.scripts import Script
from desktop.ui.authoring.editor.problem_words import (
    place_words,
    problem_mark,
    problem_words,
)
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.tokens import Space

_SHOWN: Final = 3
_LOW: Final = 760
"""A window lower than this has room for one problem at a time."""


class ProblemList(QWidget):
    """`asked` gives the Problem that one wants to be taken to: Enter, a click, or the next one."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._script: Script | None = None
        self._shown: tuple[Problem, ...] = ()
        self._at = -1
        self._rows: RowsModel[Problem] = RowsModel(_key, self._spoken, self)
        self._summary = IconLabel("circle-check", "", "strong")
        self.next = Button(QCoreApplication.translate("Editor", "Suivant"), "arrow-right", "ghost")
        self.next.setAccessibleName(QCoreApplication.translate("Editor", "Problème suivant"))
        name = QCoreApplication.translate("Editor", "À reprendre")
        self.list = ListView(name, RowDelegate(self._look, lines=2))
        self.list.setModel(self._rows)
        self.list.opened.connect(self._ask)
        self.next.clicked.connect(self.go_on)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(Divider())
        box.addLayout(boxes.row(self._summary, None, self.next))
        box.addWidget(self.list)
        theme.instance().changed.connect(self._fit)

    def show_state(self, state: EditorState) -> None:
        """Show what is wrong; no list at all while nothing is."""
        if state.script is not self._script or state.problems != self._shown:
            self._script, self._shown = state.script, state.problems
            self._rows.set_rows(_told_apart(state.problems))
        errors, found = len(state.errors), len(state.problems)
        if errors and not state.loud:
            words = QCoreApplication.translate("Editor", "{0} à remplir avant de publier")
            self._summary.set_icon("circle-dashed", "text3")
        elif errors:
            words = QCoreApplication.translate("Editor", "{0} à reprendre avant de publier")
            self._summary.set_icon("circle-alert", "danger")
        elif found:
            words = QCoreApplication.translate(
                "Editor", "Prêt à publier\u00a0; conseils\u00a0: {0}"
            )
            self._summary.set_icon("info", "info")
        else:
            words = QCoreApplication.translate("Editor", "Prêt à publier")
            self._summary.set_icon("circle-check", "success")
        self._summary.set_text(words.format(errors or found))
        self.list.setVisible(bool(found))
        self.next.setVisible(bool(found))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer lines in a low window."""
        super().resizeEvent(event)
        self._fit()

    def go_on(self) -> None:
        """Ask for the next problem, and after the last for the first."""
        rows = self._rows.rows()
        if rows:
            here = self.list.currentIndex().row() if self.list.currentIndex().isValid() else -1
            here = (here + 1) % len(rows)
            self.list.setCurrentIndex(self._rows.index(here))
            self.asked.emit(rows[here])

    def _ask(self, problem: object) -> None:
        if isinstance(problem, Problem):
            self.asked.emit(problem)

    def _spoken(self, problem: Problem) -> str:
        place = place_words(self._script, problem) if self._script else ""
        return f"{problem_words(problem)} {place}"

    def _look(self, row: Any) -> RowLook:
        if not isinstance(row, Problem) or self._script is None:
            return RowLook("")
        icon, tone = problem_mark(row)
        return RowLook(
            problem_words(row),
            place_words(self._script, row),
            icon=icon,
            tone="neutral" if row.quiet else tone,
        )

    def _fit(self) -> None:
        room = 1 if self.window().height() < theme.px(_LOW) else _SHOWN
        count = min(len(self._rows.rows()), room)
        row = self._rows.index(0)
        height = self.list.sizeHintForRow(0) if row.isValid() else 0
        self.list.setFixedHeight(count * height + Space.XS)


def _key(problem: Problem) -> tuple[object, ...]:
    return (problem.place, problem.code, problem.values)


def _told_apart(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The same slip twice in one text is one line."""
    return tuple({_key(one): one for one in problems}.values())
