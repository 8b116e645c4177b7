"""The list that a picker opens: type to filter, digits to choose, arrows to walk a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import combining, normalize

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.choices import Option
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.tokens import Space

_SHOWN: Final = 9
_JOINT: Final = " › "


@dataclass(frozen=True, slots=True)
class _Line:
    """An option as the list shows it, with its digit, 0 for none."""

    option: Option[Any]
    words: str
    digit: int


def folded(text: str) -> str:
    """Return `text` without accents or capitals, for filtering."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))


def leaves(options: Sequence[Option[Any]], above: str = "") -> Iterator[tuple[str, Option[Any]]]:
    """Yield each option that has nothing under it, with its whole path in words."""
    for option in options:
        words = f"{above}{_JOINT}{option.label}" if above else option.label
        if option.children:
            yield from leaves(option.children, words)
        else:
            yield words, option


class PickerList(QFrame):
    """`chosen` gives a value once, then the list closes; Escape closes it without."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[Option[Any]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(name)
        self._root = tuple(options)
        self._branch: list[Option[Any]] = []
        self._model = RowsModel[_Line](lambda line: line.words, lambda line: line.words, self)
        self._filter = SearchField(name, QCoreApplication.translate("Picker", "Filtrer…"))
        self._view = ListView(name, RowDelegate(self._look))
        self._view.setModel(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.opened.connect(self._open)
        self._filter.textEdited.connect(self._fill)
        self._filter.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        box.setSpacing(Space.XS)
        box.addWidget(self._filter)
        box.addWidget(self._view, 1)
        self._fill()

    def open_at(self, corner: QPoint, width: int, value: object | None) -> None:
        """Show the list under `corner`, on the branch that holds `value`."""
        for option in self._root:
            if any(leaf.value == value for _words, leaf in leaves(option.children)):
                self._branch = [option]
        self._fill()
        longest = max([len(self._root), *(len(option.children) for option in self._root)])
        lines = min(longest, _SHOWN)
        height = (lines + 1) * theme.px(36) + 3 * Space.XS + Space.S
        self.resize(max(width, theme.px(240)), height)
        self.move(self._within(corner))
        self.show()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)
        for position, line in enumerate(self._model.rows()):
            if line.option.value == value and value is not None:
                self._view.setCurrentIndex(self._model.index(position))

    def lines(self) -> tuple[str, ...]:
        """Return the words that the list shows."""
        return tuple(line.words for line in self._model.rows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the list from the field that has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._keyed(event)
        return super().eventFilter(watched, event)

    def _keyed(self, event: QKeyEvent) -> bool:
        key = event.key()
        empty = not self._filter.text()
        digit = digit_of(event) if empty else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._open(self._view.current_row())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._view.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif empty and key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self._leave()
        elif empty and key == Qt.Key.Key_Right:
            self._enter(self._view.current_row())
        elif digit is not None:
            self._open(next((x for x in self._model.rows() if x.digit == digit), None))
        else:
            return False
        return True

    def _open(self, line: object) -> None:
        if not isinstance(line, _Line):
            return
        if line.option.children:
            self._enter(line)
            return
        self.chosen.emit(line.option.value)
        self.close()

    def _enter(self, line: object) -> None:
        if isinstance(line, _Line) and line.option.children:
            self._branch.append(line.option)
            self._filter.clear()
            self._fill()

    def _leave(self) -> None:
        if self._branch:
            self._branch.pop()
            self._fill()

    def _fill(self) -> None:
        pieces = folded(self._filter.text()).split()
        if pieces:
            found = [(words, option) for words, option in leaves(self._root)]
            shown = [x for x in found if all(piece in folded(x[0]) for piece in pieces)]
        else:
            options = self._branch[-1].children if self._branch else self._root
            shown = [(option.label, option) for option in options]
        numbered = not pieces
        lines = [
            _Line(option, words, place if numbered and place <= _SHOWN else 0)
            for place, (words, option) in enumerate(shown, 1)
        ]
        self._model.set_rows(lines)
        if lines:
            self._view.setCurrentIndex(self._model.index(0))

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, _Line):
            return RowLook("")
        more = "chevron-right" if row.option.children else ""
        cap = str(row.digit) if row.digit else ""
        return RowLook(row.words, icon=row.option.icon, cap=cap, trailing=more)

    def _within(self, corner: QPoint) -> QPoint:
        screen = self.screen().availableGeometry()
        x = min(max(corner.x(), screen.left()), max(screen.right() - self.width(), screen.left()))
        y = corner.y()
        if y + self.height() > screen.bottom():
            y = max(screen.top(), screen.bottom() - self.height())
        return QPoint(x, y)
