"""Who has data on this machine already: chosen by digit, arrows and Enter, or a click."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.rows import RowsModel
from desktop.ui.shell.connect_state import Account
from desktop.ui.shell.connect_words import host_of
from desktop.ui.shell.person_delegate import PeopleList, PersonDelegate, PersonLook

_MOST: Final = 3
"""Rows shown without scrolling: beneath them the form begins."""


class AccountList(PeopleList):
    """`opened` gives the Account."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Connect", "Comptes de ce poste"), None, parent)
        self._accounts: RowsModel[Account] = RowsModel(lambda one: one.key, _spoken, self)
        self.setItemDelegate(PersonDelegate(_look, self))
        self.setModel(self._accounts)

    def show_accounts(self, accounts: Sequence[Account], chosen: Account | None) -> None:
        """Show these, one of them chosen; without any the list takes no room."""
        self._accounts.set_rows(accounts)
        self.setVisible(bool(accounts))
        rows = min(len(accounts), _MOST)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) + 2)
        if chosen is not None:
            self.setCurrentIndex(self._accounts.index_of(chosen.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit."""
        digit = digit_of(event)
        if digit is None:
            super().keyPressEvent(event)
        elif 1 <= digit <= self._accounts.rowCount():
            self.opened.emit(self._accounts.row(digit - 1))


def _look(account: object) -> PersonLook:
    if not isinstance(account, Account):
        return PersonLook("", "")
    return PersonLook(account.sign_in, host_of(account.server))


def _spoken(account: Account) -> str:
    return f"{account.sign_in}, {host_of(account.server)}"
