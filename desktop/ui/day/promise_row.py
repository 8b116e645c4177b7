"""A promise that falls due: whom it was made to, what, when, and that it is kept."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import PromiseKind
from desktop.domain.day import DuePromise
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.day.words import who
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.tokens import Space


class PromiseRow(QWidget):
    """Two small buttons: say that it is kept, open the customer."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._promise: DuePromise | None = None
        self._tile = Tile("flag", "warning", 28, round_=True)
        self._name = ElidedLabel("", "strong")
        self._what = ElidedLabel("", "secondary")
        self._due = Chip("", "warning", "clock")
        self.keep = IconButton("check", QCoreApplication.translate("Day", "Tenue"))
        self.keep.clicked.connect(self._keep)
        self.view = IconButton("chevron-right", QCoreApplication.translate("Day", "Ouvrir"))
        self.view.clicked.connect(self._open)
        box = boxes.row(self._tile, spacing=Space.S)
        box.addLayout(boxes.column(self._name, self._what, spacing=0), 1)
        box.addWidget(self._due)
        box.addLayout(boxes.row(self.keep, self.view, spacing=0))
        self.setLayout(box)

    def show_promise(self, promise: DuePromise, now: datetime, *, kept: bool) -> None:
        """Show another promise, or that it was kept just now."""
        self._promise = promise
        callback = promise.kind is PromiseKind.CALLBACK
        name = who(promise.customer_name)
        self._tile.set_icon("phone-outgoing" if callback else "flag", "warning")
        self._name.setText(name)
        self._what.setText(_what(promise))
        if kept:
            self._due.set_text(QCoreApplication.translate("Day", "Tenue"))
            self._due.set_tone("success", "check")
        else:
            self._due.set_text(_due(promise, now))
            self._due.set_tone("warning", "clock")
        # Not hidden: the next promise must not slide under a second click.
        self.keep.setEnabled(not kept)
        self.keep.set_name(QCoreApplication.translate("Day", "Tenue : {name}").format(name=name))
        self.view.set_name(QCoreApplication.translate("Day", "Ouvrir {name}").format(name=name))
        self.view.setVisible(promise.customer_id is not None)

    def _keep(self) -> None:
        if self._promise is not None:
            self._viewmodel.keep_promise(self._promise.id)

    def _open(self) -> None:
        if self._promise is not None:
            self._viewmodel.open_customer(self._promise.customer_id)


def _what(promise: DuePromise) -> str:
    if promise.words:
        return promise.words
    if promise.kind is PromiseKind.CALLBACK:
        return QCoreApplication.translate("Day", "Rappel")
    return QCoreApplication.translate("Day", "Promesse")


def _due(promise: DuePromise, now: datetime) -> str:
    if promise.due_at.date() == now.date():
        return f"{promise.due_at:%H:%M}"
    return dates.due(promise.due_at.date(), now.date())
