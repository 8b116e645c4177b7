"""« Gestes demandés »: one's own requests in the day, with what was answered."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.latitude.requests import RequestState
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.tokens import Space
from desktop.ui.latitude.rows import RequestRow
from desktop.ui.latitude.viewmodel import LatitudeViewModel


class RequestsCard(Card):
    """Hidden on other days, and while nothing was asked."""

    def __init__(self, viewmodel: LatitudeViewModel, parent: QWidget | None = None) -> None:
        self._count = Chip("", "accent")
        title = QCoreApplication.translate("Latitude", "Gestes demandés")
        super().__init__(title, self._count, parent)
        self._viewmodel = viewmodel
        self._today = True
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self.body.addLayout(self._rows)
        viewmodel.changed.connect(self._show)
        self._show()

    def set_today(self, *, today: bool) -> None:
        """What waits is today's alone."""
        self._today = today
        self._turn()

    def rows(self) -> tuple[RequestRow, ...]:
        """Return the rows shown."""
        return tuple(one for one in self.findChildren(RequestRow) if not one.isHidden())

    def _show(self) -> None:
        state = self._viewmodel.state
        if (state.own, state.policy) != self._shown and state.now is not None:
            self._shown = (state.own, state.policy)
            boxes.clear(self._rows)
            for one in state.own:
                when = dates.moment(one.request.at.astimezone(state.now.tzinfo), state.now)
                about = " · ".join(part for part in (one.customer_name, when) if part)
                self._rows.addWidget(RequestRow(one, self._viewmodel, about))
            granted = sum(one.state is RequestState.GRANTED for one in state.own)
            words = QCoreApplication.translate("Latitude", "{n} à offrir")
            self._count.set_text(words.format(n=granted))
            self._count.setVisible(bool(granted))
        self._turn()

    def _turn(self) -> None:
        self.setVisible(self._today and bool(self._viewmodel.state.own))
