"""The chains of one step as a list, all of them together first."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal

from desktop.domain.learning.lessons import ChainLesson, StepLesson
from desktop.ui.kit import theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.learning import words
from desktop.ui.learning.state import WHOLE, LessonState, key_of

_ROW = 54
_MOST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A chain, or the whole step where there is none."""

    key: str
    step: StepLesson
    chain: ChainLesson | None = None


class ChainsList(Card):
    """`chosen` gives the key of a line."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: RowsModel[Line] = RowsModel(lambda line: line.key, _aloud, self)
        self.list = ListView(
            QCoreApplication.translate("Learning", "Écarts de cette étape"),
            RowDelegate(_look, lines=2),
        )
        self.list.setModel(self._rows)
        self.list.chosen.connect(self._choose)
        self._none = WrapLabel(
            QCoreApplication.translate("Learning", "Personne ne s’est écarté à cette étape."),
            "secondary",
        )
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_step(self, state: LessonState) -> None:
        """Show the chains of the step in front."""
        step = state.step
        if step is None:
            return
        self.set_title(words.step_title(step))
        lines = [Line(WHOLE, step)] if step.chains else []
        lines += [Line(key_of(chain), step, chain) for chain in step.chains]
        self._rows.set_rows(lines)
        self._none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        shown = min(max(len(lines), 1), _MOST)
        self.list.setFixedHeight(theme.px(_ROW) * shown)
        index = self._rows.index_of(state.key)
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def _choose(self, line: object) -> None:
        if isinstance(line, Line):
            self.chosen.emit(line.key)


def _aloud(line: Line) -> str:
    look = _look(line)
    return ", ".join(part for part in (look.title, look.subtitle, look.chip, look.meta) if part)


def _look(line: object) -> RowLook:
    if not isinstance(line, Line):
        return RowLook("")
    chain = line.chain
    if chain is None:
        return RowLook(
            QCoreApplication.translate("Learning", "Tous les écarts de l’étape"),
            words.step_note(line.step),
            meta=words.contacts(line.step.outcome),
            icon="split",
            tone="warning",
            chip=words.useful(line.step.outcome),
            chip_tone="success",
        )
    return RowLook(
        words.chain_title(chain),
        words.chain_note(chain),
        meta=words.contacts(chain.outcome),
        icon="lightbulb" if chain.suggestion_id else "route",
        tone="accent" if chain.suggestion_id else "neutral",
        chip=words.useful(chain.outcome),
        chip_tone="success",
    )
