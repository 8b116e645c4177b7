"""One chain, or a step as a whole: how it went, and what a lead can make of it."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.learning.lessons import ChainLesson, Part
from desktop.domain.scripts import Suggestion
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.learning import words
from desktop.ui.learning.figures import Figures
from desktop.ui.learning.state import LessonState

_WIDTH = 460


class ChainCard(Card):
    """`merge_asked` gives the id of the chain to go into; `part_asked` that of one to count apart."""

    merge_asked = Signal(str)
    part_asked = Signal(str)
    suggest_asked = Signal()
    suggestion_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = LessonState()
        self._list: PickerList | None = None
        self._shown: tuple[object, ...] = ()
        self._origin = WrapLabel("", "secondary")
        self.figures = Figures()
        self.merge = Button(
            QCoreApplication.translate("Learning", "Réunir avec une autre…"), "git-merge"
        )
        self.suggest = Button(
            QCoreApplication.translate("Learning", "En faire une suggestion"),
            "lightbulb",
            "primary",
        )
        self._parts = boxes.column(spacing=Space.XS)
        self._actions = boxes.holder(boxes.row(self.suggest, self.merge, None))
        for widget in (self._origin, self._actions):
            self.add(widget)
        self.body.addLayout(self._parts)
        self.add(self.figures)
        self.merge.clicked.connect(self.open_list)
        self.suggest.clicked.connect(self.suggest_asked)

    def show_state(self, state: LessonState) -> None:
        """Show what is in front."""
        self._state = state
        chain, step = state.chain, state.step
        self.setVisible(step is not None and bool(step.chains))
        if step is None:
            return
        whole = QCoreApplication.translate("Learning", "Tous les écarts de l’étape")
        self.set_title(words.chain_title(chain) if chain else whole)
        self.figures.show_outcome(state.outcome)
        named = chain is not None and bool(chain.id)
        self._actions.setVisible(named)
        self.merge.setEnabled(bool(state.others()))
        self.suggest.setVisible(named and chain is not None and not chain.suggestion_id)
        self._tell_origin(chain)
        self._rebuild(chain.parts if chain else (), step.suggestions if chain is None else ())

    def open_list(self) -> None:
        """Offer the chains that this one can go into, under the button."""
        options = [Option(one.id, words.chain_title(one), "route") for one in self._state.others()]
        if not options:
            return
        name = QCoreApplication.translate("Learning", "Réunir avec quelle chaîne\u202f?")
        shown = PickerList(name, options, self)
        shown.chosen.connect(lambda value: self.merge_asked.emit(str(value)))
        shown.open_at(self.merge.mapToGlobal(QPoint(0, self.merge.height() + 2)), _WIDTH, None)
        self._list = shown

    def list_shown(self) -> PickerList | None:
        """Return the open list, if there is one."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def _tell_origin(self, chain: ChainLesson | None) -> None:
        told = ""
        if chain is not None and chain.suggestion_id:
            told = QCoreApplication.translate(
                "Learning", "Cet écart est devenu une suggestion du guide."
            )
        elif chain is not None and not chain.id:
            told = QCoreApplication.translate(
                "Learning",
                "Ces écarts n’ont que leur raison en commun\u00a0: rien à réunir ni à suggérer.",
            )
        self._origin.setText(told)
        self._origin.setVisible(bool(told))

    def _rebuild(self, parts: tuple[Part, ...], suggestions: tuple[Suggestion, ...]) -> None:
        if (parts, suggestions) == self._shown:
            return
        self._shown = (parts, suggestions)
        boxes.clear(self._parts)
        for part in parts:
            self._parts.addLayout(self._part(part))
        for one in suggestions:
            if one.chain:
                self._parts.addLayout(self._suggestion(one))

    def _part(self, part: Part) -> QHBoxLayout:
        told = QCoreApplication.translate("Learning", "Réunie ici\u00a0: «\u202f{0}\u202f»")
        button = Button(QCoreApplication.translate("Learning", "Séparer"), "split", "ghost")
        button.setAccessibleName(
            QCoreApplication.translate("Learning", "Séparer\u00a0: {0}").format(part.words)
        )
        button.clicked.connect(lambda: self.part_asked.emit(part.id))
        return _line("git-merge", told.format(part.words), button)

    def _suggestion(self, one: Suggestion) -> QHBoxLayout:
        told = QCoreApplication.translate("Learning", "Suggestion\u00a0: «\u202f{0}\u202f»")
        button = Button(QCoreApplication.translate("Learning", "Voir son écart"), "route", "ghost")
        button.setAccessibleName(
            QCoreApplication.translate("Learning", "Voir l’écart d’où vient\u00a0: {0}").format(
                one.words
            )
        )
        button.clicked.connect(lambda: self.suggestion_asked.emit(one.id))
        return _line("lightbulb", told.format(one.words), button)


def _line(icon: str, told: str, button: Button) -> QHBoxLayout:
    line = boxes.row(Glyph(icon, "text3", 14), spacing=Space.S)
    line.addWidget(WrapLabel(told, "secondary"), 1)
    line.addWidget(button)
    return line
