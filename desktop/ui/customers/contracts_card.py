"""The customer's contracts: product, number, price, and the word that matters."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import Contract, ContractStatus
from desktop.ui.customers.words import DOT, contract_state, contract_words
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

FIRST: Final = 3
"""Contracts shown until all are asked for."""
_BESIDE: Final = 18
"""Letters of a remark that still leave room for the number beside it."""

_ICONS: Final = {
    "fibre": "router",
    "mobile": "smartphone",
    "energy": "lightbulb",
    "insurance": "badge-check",
    "bank": "receipt",
}


class ContractsCard(Card):
    """Running contracts first; the others on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = Text("", "secondary")
        super().__init__(
            QCoreApplication.translate("ContractsCard", "Contrats"), self._count, parent
        )
        self._file: CustomerFile | None = None
        self._all = False

    def show_file(self, file: CustomerFile) -> None:
        """Show a customer's contracts."""
        if self._file is None or self._file.customer.id != file.customer.id:
            self._all = False
        self._file = file
        self._fill()

    def _fill(self) -> None:
        if self._file is None:
            return
        boxes.clear(self.body)
        order = list(ContractStatus)
        contracts = sorted(self._file.contracts, key=lambda one: order.index(one.status))
        self._count.setText(dates.count(len(contracts)) if contracts else "")
        shown = contracts if self._all else contracts[:FIRST]
        for place, contract in enumerate(shown):
            if place:
                self.add(Divider())
            self.add(self._row(contract, self._file))
        if not contracts:
            words = QCoreApplication.translate("ContractsCard", "Aucun contrat connu sur ce poste.")
            self.add(Text(words, "caption"))
        if len(shown) < len(contracts):
            words = QCoreApplication.translate("ContractsCard", "Voir les {n} autres")
            more = Button(words.format(n=len(contracts) - len(shown)), "chevron-down", role="ghost")
            more.clicked.connect(self._show_all)
            self.add(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    @staticmethod
    def _row(contract: Contract, file: CustomerFile) -> QWidget:
        ended = contract.status is ContractStatus.ENDED
        tile = Tile(_ICONS.get(contract.kind, "file-text"), "neutral" if ended else "accent")
        name = ElidedLabel(contract.product, "strong", "text2" if ended else "")
        price = "" if contract.monthly_cents is None else dates.money(contract.monthly_cents)
        # The line may wrap, but never within the number.
        number, *rest = contract_words(contract, file.read_at.date()).split(DOT)
        words = DOT.join((number.replace(" ", dates.NBSP), *rest))
        line = WrapLabel(words, "caption", "text2")
        state, tone = contract_state(contract)
        top = boxes.row(name, Text(price, "strong"))
        top.setStretch(0, 1)
        words_and_state = boxes.column(top, spacing=1)
        if len(state) > _BESIDE:
            words_and_state.addWidget(line)
            words_and_state.addWidget(WrapLabel(state, "caption", tone))
        else:
            bottom = boxes.row(line, Text(state, "caption", tone))
            bottom.setStretch(0, 1)
            words_and_state.addLayout(bottom)
        whole = boxes.row(tile, words_and_state, spacing=Space.S + 2)
        whole.setStretch(1, 1)
        return boxes.holder(whole)
