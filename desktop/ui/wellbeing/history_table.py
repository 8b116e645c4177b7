"""The twin of the picture: the same days or weeks, to be read cell by cell."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.domain.own_history import Stretch
from desktop.ui.kit import dates
from desktop.ui.wellbeing.history_strip import name_of

SCALES = ("mood", "energy", "load")


class HistoryTable(QTableWidget):
    """The newest first; those without a check-in are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("History", "Vos check-ins en tableau"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.setTabKeyNavigation(False)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Show others."""
        told = [one for one in reversed(stretches) if one.items]
        heads = [QCoreApplication.translate("History", "Période"), *map(name_of, SCALES)]
        heads.append(QCoreApplication.translate("History", "Check-ins"))
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(told))
        for line, one in enumerate(told):
            values = (getattr(one, scale) for scale in SCALES)
            shown = ["—" if value is None else dates.decimal(value) for value in values]
            cells = (dates.day_month(one.first), *shown, dates.count(len(one.items)))
            for cell, words in enumerate(cells):
                self.setItem(line, cell, QTableWidgetItem(words))
