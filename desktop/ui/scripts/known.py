"""What is known already and need not be asked: the contract, its price, its term."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.customers import Contract
from desktop.ui.kit import boxes, dates, theme
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_ROOMY: Final = 560


class KnownFacts(Panel):
    """One line, from the contract that runs."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self._shown: Contract | None = None
        self._term: list[Divider | Text] = []
        self.setAccessibleName(QCoreApplication.translate("Guide", "Déjà connu"))
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.L)
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.body.addLayout(self._line)
        self.hide()

    def set_contract(self, contract: Contract | None) -> None:
        """Show a contract; nothing at all without one."""
        self.setVisible(contract is not None)
        if contract is None or contract == self._shown:
            return
        self._shown = contract
        boxes.clear(self._line)
        self._term = []
        name = QCoreApplication.translate("Guide", "Contrat {0}").format(contract.number)
        self._line.addLayout(_fact(name, contract.product), 1)
        if contract.monthly_cents is not None:
            self._add_price(contract.monthly_cents)
        if contract.committed_until is not None:
            until = f"{contract.committed_until:%d/%m/%Y}"
            self._add(QCoreApplication.translate("Guide", "Engagement jusqu’au"), until)
        if contract.remark:
            self._line.addWidget(Chip(contract.remark, "warning", "info"))
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the term where there is no room for it."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        for widget in self._term:
            widget.setVisible(width >= theme.px(_ROOMY))

    def _add_price(self, cents: int) -> None:
        self._line.addWidget(Divider(upright=True))
        name = QCoreApplication.translate("Guide", "Prix par mois")
        self._line.addLayout(_fact(name, dates.money(cents)))

    def _add(self, name: str, value: str) -> None:
        rule, caption, words = Divider(upright=True), Text(name, "caption"), Text(value, "strong")
        self._term = [rule, caption, words]
        self._line.addWidget(rule)
        self._line.addLayout(boxes.column(caption, words, spacing=0))


def _fact(name: str, value: str) -> QVBoxLayout:
    return boxes.column(Text(name, "caption"), ElidedLabel(value, "strong"), spacing=0)
