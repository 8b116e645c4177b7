"""The one list model for all lists: keeps the selection, and tells views only what changed."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW: Final = Qt.ItemDataRole.UserRole + 1
"""Role under which `data` returns the row's object."""


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows of one type, told apart by `key` and read aloud as `text`."""

    def __init__(
        self,
        key: Callable[[T], Hashable],
        text: Callable[[T], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._text = text
        self._rows: list[T] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are; a row has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row's object under ROW, its words under the display and accessible roles."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self._rows[index.row()])
        return None

    def rows(self) -> tuple[T, ...]:
        """Return all rows in order."""
        return tuple(self._rows)

    def row(self, index: int) -> T:
        """Return the row at `index`; IndexError when there is none."""
        return self._rows[index]

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the index of the row with `key`, or an invalid index."""
        for position, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(position)
        return QModelIndex()

    def append_rows(self, rows: Sequence[T]) -> None:
        """Add `rows` at the end, as one insertion: the next page of a list."""
        self._insert(len(self._rows), list(rows))

    def set_rows(self, rows: Sequence[T]) -> None:
        """Become `rows`, by the fewest removals, moves, insertions and changes."""
        wanted = [self._key(row) for row in rows]
        self._remove_all_but(set(wanted))
        position = 0
        while position < len(rows):
            if self._stands(position, wanted[position]):
                self._replace(position, rows[position])
                position += 1
                continue
            here = self._keys()
            run = self._new_from(position, wanted, set(here))
            if run:
                self._insert(position, list(rows[position : position + run]))
                position += run
                continue
            self._move(here.index(wanted[position], position), position)

    def _stands(self, position: int, key: Hashable) -> bool:
        return position < len(self._rows) and self._key(self._rows[position]) == key

    def _keys(self) -> list[Hashable]:
        return [self._key(row) for row in self._rows]

    @staticmethod
    def _new_from(position: int, wanted: Sequence[Hashable], here: set[Hashable]) -> int:
        end = position
        while end < len(wanted) and wanted[end] not in here:
            end += 1
        return end - position

    def _remove_all_but(self, kept: set[Hashable]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            if self._key(self._rows[last]) in kept:
                last -= 1
                continue
            first = last
            while first > 0 and self._key(self._rows[first - 1]) not in kept:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _insert(self, position: int, rows: list[T]) -> None:
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), position, position + len(rows) - 1)
        self._rows[position:position] = rows
        self.endInsertRows()

    def _move(self, origin: int, target: int) -> None:
        self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), target)
        self._rows.insert(target, self._rows.pop(origin))
        self.endMoveRows()

    def _replace(self, position: int, row: T) -> None:
        if self._rows[position] == row:
            return
        self._rows[position] = row
        index = self.index(position)
        self.dataChanged.emit(index, index)
