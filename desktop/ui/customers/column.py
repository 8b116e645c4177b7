"""The left column of a customer: contracts, what is awaited, journey, pinned note."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from desktop.domain.customer_file import CustomerFile
from desktop.ui.customers.awaited_card import AwaitedCard
from desktop.ui.customers.contracts_card import ContractsCard
from desktop.ui.customers.journey_card import JourneyCard
from desktop.ui.customers.note_card import NoteCard
from desktop.ui.customers.viewmodel import OpenCustomersViewModel
from desktop.ui.kit import boxes, theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space

_JOURNEY = 270
"""Least height of the journey, at 100 %: some three entries."""
_SHORT = 640
"""Height, at 100 %, under which the note scrolls with the rest."""
_WIDE = 660
"""Width, at 100 %, from which the journey stands beside the rest."""
_FILL = 1000
"""Stretch of what takes all the room that is left."""


class CustomerColumn(QWidget):
    """`take_focus` goes to the journey's search."""

    def __init__(self, viewmodel: OpenCustomersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("CustomerColumn", "Dossier du client"))
        self._viewmodel = viewmodel
        self._shown: CustomerFile | None = None
        self._contracts = ContractsCard()
        self._awaited = AwaitedCard(viewmodel.reason_label)
        self.journey = JourneyCard(viewmodel.journey)
        self.note = NoteCard(viewmodel.note)
        self._scroll = ScrollColumn()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole())
        self._stack.addWidget(_waiting())
        self._stack.addWidget(_nothing())
        viewmodel.changed.connect(self._show)
        theme.instance().changed.connect(self._arrange)
        self._arrange()
        self._show()

    def take_focus(self) -> None:
        """Go to the journey's search."""
        self.journey.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew: a tab of the page is far wider than a column."""
        super().resizeEvent(event)
        self._arrange()

    def _whole(self) -> QWidget:
        for card in (self._contracts, self._awaited):
            self._scroll.add(card)
        self._scroll.body.addStretch(1)
        self._under = boxes.column(self._scroll, spacing=Space.M)
        self._under.setStretch(0, 1)
        self._beside = boxes.row(self._under, spacing=Space.L)
        return boxes.holder(self._beside)

    def _arrange(self) -> None:
        """Wide: the journey beside the rest. Short: the note scrolls too; else it stays in sight."""
        self.journey.setMinimumHeight(theme.px(_JOURNEY))
        wide = self.width() >= theme.px(_WIDE)
        short = self.height() < theme.px(_SHORT)
        body = self._scroll.body
        if wide:
            _move(self.journey, self._beside, 1, 1)
            self._beside.setStretch(0, 1)
        else:
            _move(self.journey, body, 2, _FILL)
        if short and not wide:
            _move(self.note, body, body.count() - 1, 0)
        else:
            _move(self.note, self._under, 1, 0)

    def _show(self) -> None:
        state = self._viewmodel.state
        if state.file is not None:
            self._stack.setCurrentIndex(0)
        else:
            self._stack.setCurrentIndex(1 if state.trouble is None else 2)
        if state.file is not None and state.file is not self._shown:
            if self._shown is None or self._shown.customer.id != state.file.customer.id:
                self._scroll.verticalScrollBar().setValue(0)
            self._contracts.show_file(state.file)
            self._awaited.show_file(state.file)
        self._shown = state.file


def _move(card: QWidget, home: QBoxLayout, place: int, stretch: int) -> None:
    """Put a card at a place of a layout, unless it is in it already."""
    if home.indexOf(card) < 0:
        home.insertWidget(place, card, stretch)


def _nothing() -> QWidget:
    card = Card()
    title = QCoreApplication.translate("CustomerColumn", "Fiche indisponible")
    card.add(EmptyState("circle-alert", title, ""), 1)
    return card


def _waiting() -> QWidget:
    cards = []
    for lines in (4, 3, 8):
        card = Card()
        card.add(Skeleton(lines))
        cards.append(card)
    column = boxes.column(*cards, None, spacing=Space.M)
    holder = boxes.holder(column)
    holder.setAccessibleName(QCoreApplication.translate("CustomerColumn", "La fiche s’ouvre…"))
    return holder
