"""« Ce que disent les écarts »: a guide's steps, the ways off each, and how it went."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.ids import StepOffId, SuggestionId
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.question import Answer, Fact, Question
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space
from desktop.ui.learning import words
from desktop.ui.learning.chain_card import ChainCard
from desktop.ui.learning.chains_list import ChainsList
from desktop.ui.learning.steps_list import StepsList
from desktop.ui.learning.viewmodel import LessonViewModel

_WIDTH = 340


class LessonView(QWidget):
    """A tab of the page of guides, for who leads; nothing in it tells who stepped off."""

    def __init__(self, model: LessonViewModel) -> None:
        super().__init__()
        self.setAccessibleName(QCoreApplication.translate("Learning", "Ce que disent les écarts"))
        self._model = model
        self._question: Question | None = None
        self._merging: tuple[StepOffId, StepOffId] | None = None
        self.guides: PickerList | None = None
        self.steps = StepsList()
        self.chains = ChainsList()
        self.card = ChainCard()
        self._failed = EmptyState(
            "triangle-alert",
            QCoreApplication.translate("Learning", "Les écarts n’ont pas pu être lus"),
            QCoreApplication.translate("Learning", "Rien n’en est perdu."),
            QCoreApplication.translate("Learning", "Réessayer"),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed."""
        super().showEvent(event)
        self._model.attend()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody looks."""
        super().hideEvent(event)
        self._model.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the last merge with Ctrl+Z."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._model.state.undoable:
            self._model.undo()
            return
        super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the keyboard on the steps."""
        give(self.steps.list)

    def question(self) -> Question | None:
        """Return what is asked before two chains become one, once it was asked."""
        return self._question

    def _lay_out(self) -> None:
        column = ScrollColumn()
        column.body.setSpacing(Space.L)
        column.add(self.chains)
        column.add(self.card)
        column.body.addStretch(1)
        self.panes = ListAndDetail(self.steps, column)
        empty = EmptyState(
            "scroll-text",
            QCoreApplication.translate("Learning", "Aucun guide"),
            QCoreApplication.translate("Learning", "Les écarts viendront avec le premier."),
        )
        loading = Loading(QCoreApplication.translate("Learning", "Lecture des écarts…"))
        for face in (loading, self.panes, empty, self._failed):
            self._stack.addWidget(face)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        box.addWidget(self._stack)

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        self.steps.chosen.connect(model.select_step)
        self.steps.opened.connect(self._open_step)
        self.steps.turn.clicked.connect(self._offer_guides)
        self.chains.chosen.connect(model.select)
        self.card.merge_asked.connect(self._ask)
        self.card.part_asked.connect(lambda part: model.part(StepOffId(part)))
        self.card.suggest_asked.connect(model.suggest)
        self.card.suggestion_asked.connect(lambda one: model.find(SuggestionId(one)))
        if self._failed.button:
            self._failed.button.clicked.connect(model.retry)

    def _show(self) -> None:
        state = self._model.state
        if state.failed:
            self._stack.setCurrentWidget(self._failed)
        elif state.lesson is None:
            self._stack.setCurrentIndex(2 if state.read else 0)
        else:
            self.steps.show_lesson(state)
            self.chains.show_step(state)
            self.card.show_state(state)
            self._stack.setCurrentWidget(self.panes)

    def _open_step(self, step_id: str) -> None:
        self._model.select_step(step_id)
        self.panes.reveal()
        give(self.chains.list)

    def _offer_guides(self) -> None:
        state = self._model.state
        options = [Option(one.id, one.title, "scroll-text") for one in state.scripts]
        name = QCoreApplication.translate("Learning", "Quel guide regarder\u202f?")
        shown = PickerList(name, options, self)
        shown.chosen.connect(lambda value: self._model.show(str(value)))
        button = self.steps.turn
        corner = button.mapToGlobal(QPoint(button.width() - _WIDTH, button.height() + 2))
        shown.open_at(corner, _WIDTH, state.script.id if state.script else None)
        self.guides = shown

    def _ask(self, into: str) -> None:
        state, chain = self._model.state, self._model.state.chain
        if chain is None:
            return
        self._merging = (chain.id, StepOffId(into))
        if self._question is None:
            title = QCoreApplication.translate("Learning", "Réunir deux chaînes d’écarts\u202f?")
            self._question = Question(self.window(), title, "git-merge")
            self._question.answered.connect(self._answer)
        target = next(one for one in state.others() if one.id == into)
        self._question.say(
            QCoreApplication.translate(
                "Learning",
                "«\u202f{0}\u202f» comptera dans «\u202f{1}\u202f», dont les mots resteront. Rien n’est "
                "effacé\u00a0: vous pourrez les séparer.",
            ).format(chain.words, target.words),
            [
                Fact(icon="route", words=one.words, value=words.contacts(one.outcome))
                for one in (chain, target)
            ],
        )
        keep = QCoreApplication.translate("Learning", "Laisser séparées")
        join = QCoreApplication.translate("Learning", "Réunir")
        self._question.offer(
            [Answer(id="keep", words=keep), Answer(id="join", words=join, role="primary")]
        )
        self._question.ask("join")

    def _answer(self, answer: str) -> None:
        if self._question is not None:
            self._question.dismiss()
        if answer == "join" and self._merging is not None:
            self._model.merge(*self._merging)
        self._merging = None
        self.chains.list.setFocus(Qt.FocusReason.TabFocusReason)
