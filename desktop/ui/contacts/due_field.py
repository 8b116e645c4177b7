"""When it falls due: a few dates on a key each, or any date as one would write it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.due_dates import read_due
from desktop.ui.contacts.editing import Editing
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.choices import Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class DueField(QWidget):
    """`picked` gives the instant, in UTC, that was chosen or understood from what was typed."""

    picked = Signal(object)

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._due: datetime | None = None
        words = QCoreApplication.translate("WrapUp", "Échéances proposées")
        self.offers = Segmented(words, ())
        self.offers.picked.connect(self._offer)
        self.typed = TextField(
            QCoreApplication.translate("WrapUp", "Échéance"),
            QCoreApplication.translate("WrapUp", "28/11 14h30, jeudi 9h, dans 3 jours…"),
        )
        self.typed.textEdited.connect(self._read)
        self.told = WrapLabel("", "caption")
        self.setLayout(boxes.column(self.offers, self.typed, self.told, spacing=Space.XS))

    def begin(self) -> None:
        """Another contact is shown: what was typed for the last one goes."""
        self._due = None
        self.typed.clear()
        self.typed.set_problem("")
        self.told.setText("")

    def show_due(self, due: datetime | None) -> None:
        """Show an instant, as it would be typed and in words."""
        if due == self._due:
            return
        had, self._due = self._due, due
        if due is None:
            return
        if had is None:
            self._renew()
        self.offers.set_value(due)
        if read_due(self.typed.text(), self._viewmodel.now(), self._viewmodel.zone()) != due:
            local = due.astimezone(self._viewmodel.zone())
            self.typed.setText(f"{local:%d/%m/%Y %H:%M}")
        self._tell(due)

    def _renew(self) -> None:
        """Offer dates as from now."""
        offers = [Option(one.at, label(one.offer)) for one in self._viewmodel.suggestions()]
        self.offers.set_buttons([])
        self.offers.set_options(offers)

    def _offer(self, due: object) -> None:
        if isinstance(due, datetime):
            self.typed.clear()
            self.picked.emit(due)

    def _read(self, typed: str) -> None:
        due = read_due(typed, self._viewmodel.now(), self._viewmodel.zone())
        if due is not None:
            self._tell(due)
            self.picked.emit(due)
            return
        told = QCoreApplication.translate(
            "WrapUp", "Date non comprise\u00a0: l’échéance reste la précédente."
        )
        self.typed.set_problem(told if typed.strip() else "")
        self.told.set_tone("warning" if typed.strip() else "")
        self.told.setText(told if typed.strip() else "")

    def _tell(self, due: datetime) -> None:
        zone = self._viewmodel.zone()
        words = dates.moment(due.astimezone(zone), self._viewmodel.now().astimezone(zone))
        past = due < self._viewmodel.now()
        told = QCoreApplication.translate("WrapUp", "{moment}, déjà passé").format(moment=words)
        self.typed.set_problem("")
        self.told.set_tone("warning" if past else "")
        self.told.setText(told if past else words)
