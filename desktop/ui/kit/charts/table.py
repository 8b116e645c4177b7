"""The table beside a chart: the same figures cell by cell, to be read, chosen and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.ui.kit.announce import announce


class ChartTable(QTableWidget):
    """Ctrl+C copies what is chosen, or all of it, for a spreadsheet."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # A few narrow columns would leave half of the frame empty.
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_table(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other figures; where one stood is kept."""
        here = self.currentRow(), self.currentColumn()
        self.clear()
        self.setColumnCount(len(headers))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(headers))
        for line, row in enumerate(rows):
            for place, words in enumerate(row):
                self.setItem(line, place, QTableWidgetItem(words))
        if 0 <= here[0] < len(rows) and 0 <= here[1] < len(headers):
            self.setCurrentCell(*here)

    def text(self, *, chosen: bool = False) -> str:
        """Return the figures as lines of cells with tabs between, headers first."""
        places = range(self.columnCount())
        lines = range(self.rowCount())
        if chosen:
            picked = [(index.row(), index.column()) for index in self.selectedIndexes()]
            lines = range(min(row for row, _ in picked), max(row for row, _ in picked) + 1)
            places = range(min(at for _, at in picked), max(at for _, at in picked) + 1)
        rows = [[self._header(place) for place in places]]
        rows += [[self._cell(line, place) for place in places] for line in lines]
        return "\n".join("\t".join(row) for row in rows)

    def copy(self) -> None:
        """Put on the clipboard what is chosen, if it is more than one cell, else all of it."""
        chosen = len(self.selectedIndexes()) > 1
        QGuiApplication.clipboard().setText(self.text(chosen=chosen))
        announce(self, QCoreApplication.translate("Charts", "Tableau copié."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def _header(self, place: int) -> str:
        item = self.horizontalHeaderItem(place)
        return item.text() if item is not None else ""

    def _cell(self, line: int, place: int) -> str:
        item = self.item(line, place)
        return item.text() if item is not None else ""
