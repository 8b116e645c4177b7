"""The list that hangs under the search field, over the page; the field keeps the focus."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.search import Match
from desktop.ui.customers.search_rows import CreateRow, SearchRow, key_of, look_of, spoken
from desktop.ui.customers.search_state import Phase, Reach, SearchState
from desktop.ui.customers.search_words import correction, headline, reach
from desktop.ui.kit import boxes, paint, shadow, theme
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.listview import ListView, RowDelegate
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Radius, Space

_WIDTH: Final = 560
_MARGIN: Final = Space.XL
"""Room around the panel for its shadow."""

_MOST_ROWS: Final = 8


class SearchResults(QWidget):
    """A child of the window, not a window: it opens no loop and takes no focus."""

    opened = Signal(object)
    """The Match or CreateRow that was chosen."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel = QFrame(self)
        self.panel.setProperty("role", "overlay")
        self._box = QVBoxLayout(self.panel)
        self._moved = False
        self._head = ElidedLabel("", "caption")
        self._correction = IconLabel("lightbulb", "", "secondary", "accent")
        self._model: RowsModel[SearchRow] = RowsModel(key_of, spoken, self)
        self.list = ListView(
            QCoreApplication.translate("Search", "Clients trouvés"), RowDelegate(look_of, lines=2)
        )
        self._reach = IconLabel("globe", "", "caption", "text3")
        self._foot = boxes.holder(_keys())
        self._build()
        field.window().installEventFilter(self)
        self.hide()

    def show_state(self, state: SearchState) -> None:
        """Show what was found; the first row is the one that Enter opens."""
        self._head.setText(headline(state))
        opening = state.opening
        failed = state.phase is Phase.FAILED or (opening is not None and opening.failed)
        self._head.set_tone("danger" if failed else "")
        self._reach.set_text(reach(state))
        offline = state.reach is Reach.OFFLINE
        self._reach.set_icon("cloud-off" if offline else "globe", "warning" if offline else "text3")
        self._reach.setVisible(bool(reach(state)))
        words = correction(state)
        self._correction.setVisible(bool(words))
        self._correction.set_text(words)
        before = key_of(row) if (row := self.current()) is not None else ""
        self._model.set_rows(_rows(state))
        self.list.setVisible(self._model.rowCount() > 0)
        self._foot.setVisible(self._model.rowCount() > 0)
        kept = self._model.index_of(before) if before and self._moved else None
        chosen = kept if kept is not None and kept.isValid() else self._model.index(0)
        self.list.setCurrentIndex(chosen)
        self.list.scrollTo(chosen)
        self._fit()

    def step(self, by: int) -> None:
        """Move the current row; it then stays with its customer while the list changes."""
        self._moved = True
        self.list.step(by)

    def settle(self) -> None:
        """Forget that the current row was moved: the next list begins at its top."""
        self._moved = False

    def current(self) -> SearchRow | None:
        """The row that Enter opens."""
        row = self.list.current_row()
        return row if isinstance(row, Match | CreateRow) else None

    def rows(self) -> tuple[SearchRow, ...]:
        """All rows, in order."""
        return self._model.rows()

    def words(self) -> str:
        """What stands above the list."""
        said = (self._head, self._correction, self._reach)
        return " ".join(part.text() for part in said if part.text())

    def popup(self) -> None:
        """Show itself under the field, over everything."""
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; a click elsewhere closes the list."""
        if self.isVisible() and event.type() is QEvent.Type.Resize:
            self._fit()
        elif self.isVisible() and event.type() is QEvent.Type.MouseButtonPress:
            self.hide()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click between the rows is no click elsewhere."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel's shadow."""
        painter = paint.painter_on(self)
        shadow.under(painter, QRectF(self.panel.geometry()), Radius.CARD)

    def _build(self) -> None:
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self.opened)
        box = self._box
        box.setContentsMargins(Space.S, Space.M, Space.S, Space.S)
        box.setSpacing(Space.S)
        for line in (self._head, self._correction):
            box.addLayout(boxes.row(Space.S, line, Space.S, spacing=0))
        box.addWidget(self.list, 1)
        box.addLayout(boxes.row(Space.S, self._reach, Space.S, spacing=0))
        box.addWidget(self._foot)

    def _fit(self) -> None:
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + Space.XS))
        width = max(self._field.width(), theme.px(_WIDTH))
        width = min(width, window.width() - 2 * Space.M)
        rows = self._model.rowCount()
        if rows:
            height = self.list.sizeHintForRow(0)
            self.list.setFixedHeight(min(rows, _MOST_ROWS) * height)
        self._box.activate()
        height = self._box.sizeHint().height()
        height = min(height, window.height() - corner.y() - _MARGIN)
        left = min(corner.x(), window.width() - width - Space.M)
        self.setGeometry(left - _MARGIN, corner.y(), width + 2 * _MARGIN, height + _MARGIN)
        self.panel.setGeometry(_MARGIN, 0, width, height)


def _rows(state: SearchState) -> list[SearchRow]:
    if state.phase in (Phase.IDLE, Phase.FAILED):
        return []
    text = state.begun_with.strip()
    # A file is made once the whole company was looked through; until then a row that stood last
    # would be pushed down under the cursor by the answers that come.
    awaited = state.reach is Reach.ASKING or (
        state.phase is Phase.SEARCHING and not state.all_matches
    )
    return [*state.all_matches, *(() if awaited else (CreateRow(text),))]


def _keys() -> QHBoxLayout:
    told = (
        ("Up", QCoreApplication.translate("Search", "choisir")),
        ("Return", QCoreApplication.translate("Search", "ouvrir")),
        ("Esc", QCoreApplication.translate("Search", "fermer")),
    )
    row = boxes.row(Space.S, spacing=Space.S)
    for key, words in told:
        row.addWidget(KeyCap("↑ ↓" if key == "Up" else key_symbol(key)))
        row.addWidget(Text(words, "caption"))
        row.addSpacing(Space.S)
    row.addStretch(1)
    return row
