"""A promise that falls due: whom it was made to, what, when, and that it is kept."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import PromiseKind
from desktop.domain.day import DuePromise
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.tokens import Space


class PromiseRow(QWidget):
    """Two small buttons: open the customer, say that it is kept."""

    def __init__(
        self,
        promise: DuePromise,
        now: datetime,
        viewmodel: DayViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._promise = promise
        self._viewmodel = viewmodel
        callback = promise.kind is PromiseKind.CALLBACK
        name = promise.customer_name or QCoreApplication.translate("Day", "Personne non identifiée")
        tile = Tile("phone-outgoing" if callback else "flag", "warning", 28, round_=True)
        texts = boxes.column(
            ElidedLabel(name, "strong"), ElidedLabel(_what(promise), "secondary"), spacing=0
        )
        kept = QCoreApplication.translate("Day", "Tenue : {name}").format(name=name)
        self.keep = IconButton("check", kept)
        self.keep.clicked.connect(lambda: viewmodel.keep_promise(promise.id))
        view = QCoreApplication.translate("Day", "Ouvrir {name}").format(name=name)
        self.view = IconButton("chevron-right", view)
        self.view.clicked.connect(lambda: viewmodel.open_customer(promise.customer_id))
        self.view.setVisible(promise.customer_id is not None)
        box = boxes.row(tile, spacing=Space.S)
        box.addLayout(texts, 1)
        box.addWidget(Chip(_due(promise, now), "warning", "clock"))
        box.addLayout(boxes.row(self.keep, self.view, spacing=0))
        self.setLayout(box)


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
