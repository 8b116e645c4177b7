"""The screen without a customer: how to find one, and whom one opened last."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.customers import Customer
from desktop.domain.phones import national
from desktop.ui.customers.viewmodel import OpenCustomersViewModel
from desktop.ui.customers.words import DOT, customer_name, place_words
from desktop.ui.kit import theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.tokens import Space

_WIDTH = 460
_ROW = 56


class NoCustomer(QWidget):
    """Recent customers are those that this person opened on this machine."""

    def __init__(self, viewmodel: OpenCustomersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setAccessibleName(QCoreApplication.translate("NoCustomer", "Aucun client ouvert"))
        self._empty = EmptyState(
            "user",
            QCoreApplication.translate("NoCustomer", "Aucun client ouvert"),
            QCoreApplication.translate("NoCustomer", "F2 pour chercher"),
        )
        name = QCoreApplication.translate("NoCustomer", "Ouverts récemment")
        self.recent = ListView(name, RowDelegate(_look, lines=2))
        self._rows: RowsModel[Customer] = RowsModel(lambda one: one.id, customer_name, self)
        self.recent.setModel(self._rows)
        self.recent.opened.connect(self._open)
        self._card = Card(name)
        self._card.add(self.recent)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        box.setSpacing(Space.L)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addStretch(1)
        box.addWidget(self._empty, 0, middle)
        box.addWidget(self._card, 0, middle)
        box.addStretch(2)
        viewmodel.changed.connect(self._show)
        theme.instance().changed.connect(self._show)
        self._show()
        viewmodel.load_recent()

    def _open(self, customer: object) -> None:
        if isinstance(customer, Customer):
            self._viewmodel.open(customer.id)

    def _show(self) -> None:
        recent = self._viewmodel.state.recent
        self._rows.set_rows(recent)
        self._card.setVisible(bool(recent))
        if recent and self.hasFocus():
            # The page was left with the keyboard, as the last customer closed.
            self.recent.setFocus()
        self._card.setFixedWidth(theme.px(_WIDTH))
        self.recent.setFixedHeight(max(theme.px(_ROW) * len(recent), theme.px(_ROW)))


def _look(customer: object) -> RowLook:
    if not isinstance(customer, Customer):
        return RowLook("")
    facts = (
        national(customer.phone) if customer.phone else "",
        place_words(customer),
        customer.email,
    )
    return RowLook(
        customer_name(customer),
        subtitle=DOT.join(fact for fact in facts if fact),
        icon="user",
        tone="accent",
    )
