"""The list of what to look at: what it is, whose, what is the matter."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.outbox import Attention, LineState
from desktop.ui.kit.card import Card
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.sync.kinds import kind_icon, kind_word
from desktop.ui.sync.reasons import short


class _Lines(ListView):
    """`digit` gives the 1 or 2 that was pressed on a line."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits that pick one of two values."""
        digit = digit_of(event)
        if digit in (1, 2):
            self.digit.emit(digit)
        else:
            super().keyPressEvent(event)


class ReviewList(Card):
    """`chosen` gives the Attention in front, `opened` one that Enter opens."""

    chosen = Signal(object)
    opened = Signal(object)
    digit = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._model: RowsModel[Attention] = RowsModel(lambda one: one.op_id, self._aloud, self)
        self.view = _Lines(
            QCoreApplication.translate("Review", "À voir"), RowDelegate(self._look, lines=2)
        )
        self.view.setModel(self._model)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.digit.connect(self.digit)
        self.add(self.view, 1)
        self.setFocusProxy(self.view)

    def show_lines(self, lines: Sequence[Attention], front: str) -> None:
        """Show these lines, the one in front chosen."""
        self._model.set_rows(lines)
        wanted = self._model.index_of(front) if front else None
        if wanted is not None and wanted.isValid() and wanted != self.view.currentIndex():
            self.view.setCurrentIndex(wanted)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, Attention):
            return RowLook("")
        chip, tone = state_chip(row)
        return RowLook(
            title_of(row),
            short(row),
            icon=kind_icon(row.kind),
            tone=tone,
            chip=chip,
            chip_tone=tone,
        )

    def _aloud(self, row: Attention) -> str:
        return f"{title_of(row)}, {state_chip(row)[0]}, {short(row)}"


def title_of(line: Attention) -> str:
    """What it is, and whose."""
    return " · ".join(part for part in (kind_word(line.kind), line.customer_name) if part)


def state_chip(line: Attention) -> tuple[str, str]:
    """Word and tone of what is to be done."""
    match line.state:
        case LineState.CONFLICT:
            return QCoreApplication.translate("Review", "À choisir"), "accent"
        case LineState.HELD | LineState.WAITING:
            return QCoreApplication.translate("Review", "Attend"), "neutral"
        case _ if line.exported:
            return QCoreApplication.translate("Review", "Exporté"), "info"
        case _:
            return QCoreApplication.translate("Review", "À corriger"), "warning"
