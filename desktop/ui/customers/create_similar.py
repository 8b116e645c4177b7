"""Customers who may be the very person: offered, never imposed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.search import Match
from desktop.ui.customers.search_rows import key_of, look_of, spoken
from desktop.ui.kit.listview import ListView, RowDelegate
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class SimilarList(QWidget):
    """`opened` gives the id of the customer whom the advisor would rather open."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QCoreApplication.translate("Create", "Déjà connu\u202f? Entrée ouvre la fiche.")
        self._model: RowsModel[Match] = RowsModel(key_of, spoken, self)
        self.list = ListView(title, RowDelegate(look_of, lines=2))
        self.list.setModel(self._model)
        self.list.opened.connect(self._open)
        panel = Panel("warning")
        panel.body.setSpacing(Space.XS)
        panel.body.addWidget(Text(title, "strong"))
        panel.body.addWidget(self.list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self.hide()

    def show_matches(self, matches: tuple[Match, ...]) -> None:
        """Show them, or nothing at all."""
        self._model.set_rows(matches)
        if matches:
            self.list.setFixedHeight(len(matches) * self.list.sizeHintForRow(0))
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._model.index(0))
        self.setVisible(bool(matches))

    def _open(self, row: object) -> None:
        if isinstance(row, Match):
            self.opened.emit(row.customer_id)
