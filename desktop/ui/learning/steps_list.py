"""The steps of a guide as a list: how many ways off each were tried, and how surely they helped."""

from PySide6.QtCore import QCoreApplication, Signal

from desktop.domain.learning.lessons import StepLesson
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.learning import words
from desktop.ui.learning.state import LessonState


class StepsList(Card):
    """`chosen` gives a step's id, `opened` too when one goes on to it; `turn` has the guides offered."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: RowsModel[StepLesson] = RowsModel(
            lambda step: step.step_id, words.step_title, self
        )
        self._title = ElidedLabel("", "heading")
        self._count = Text("", "secondary")
        self.limit = WrapLabel("", "secondary")
        self.limit.hide()
        self.turn = Button(
            QCoreApplication.translate("Learning", "Autre guide"), "chevron-down", "ghost"
        )
        self.list = ListView(
            QCoreApplication.translate("Learning", "Étapes du guide"), RowDelegate(_look, lines=2)
        )
        self.list.setModel(self._rows)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self._lay_out()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        head = boxes.row(spacing=4)
        head.addWidget(self._title, 1)
        head.addWidget(self.turn)
        self.body.addLayout(head)
        self.body.addWidget(self._count)
        self.body.addWidget(self.limit)
        self.body.addWidget(self.list, 1)
        told = QCoreApplication.translate(
            "Learning",
            "Compté sur ce que ce poste connaît, et jamais de moins de 5 contacts. Rien ici ne dit "
            "qui s’est écarté.",
        )
        self.body.addWidget(WrapLabel(told, "caption"))

    def show_lesson(self, state: LessonState) -> None:
        """Show the steps of the guide in front."""
        if state.script is None or state.lesson is None:
            return
        self._title.setText(state.script.title)
        self._count.setText(
            QCoreApplication.translate(
                "Learning", "Contacts qui l’ont suivi, connus ici\u00a0: {0}"
            ).format(dates.count(state.lesson.contacts))
        )
        self.limit.setText(words.limit(state.lesson))
        self.limit.setVisible(state.lesson.since is not None)
        self._rows.set_rows(state.lesson.steps)
        index = self._rows.index_of(state.step_id)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def _choose(self, step: object) -> None:
        if isinstance(step, StepLesson):
            self.chosen.emit(step.step_id)

    def _open(self, step: object) -> None:
        if isinstance(step, StepLesson):
            self.opened.emit(step.step_id)


def _look(step: object) -> RowLook:
    if not isinstance(step, StepLesson):
        return RowLook("")
    useful = words.useful(step.outcome)
    return RowLook(
        words.step_title(step),
        words.step_note(step),
        icon="lightbulb" if step.suggestions else "split",
        tone="warning" if step.chains else "neutral",
        chip=useful,
        chip_tone="success",
    )
