"""One's own last check-in of today, small and private, beside the contact under way."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing.readout import Readout
from desktop.ui.wellbeing.viewmodel import CheckInViewModel


class MiniCard(Card):
    """`asked` when the person wants to check in."""

    asked = Signal()

    def __init__(self, viewmodel: CheckInViewModel, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Wellbeing", "Et vous, ça va ?")
        super().__init__(title, None, parent)
        self._viewmodel = viewmodel
        self.header.insertWidget(0, Glyph("heart-pulse", "text", 16))
        private = QCoreApplication.translate("Wellbeing", "privé")
        self.add_header(Text(private, "caption"))
        self.add_header(Glyph("lock", "text3", 12))
        self._readout = Readout()
        self._none = Text(
            QCoreApplication.translate("Wellbeing", "Pas encore dit aujourd’hui."), "secondary"
        )
        self.button = Button("", None, "soft", "F12")
        self.button.clicked.connect(self.asked)
        self._line = Flow(Space.M)
        for widget in (self._readout, self._none, self.button):
            self._line.add(widget)
        self.add(self._line)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        today = self._viewmodel.state.today
        self._readout.setVisible(today is not None)
        self._none.setVisible(today is None)
        if today is None:
            self.button.set_text(QCoreApplication.translate("Wellbeing", "Le dire"))
            return
        self._readout.show_check_in(today)
        self.button.set_text(QCoreApplication.translate("Wellbeing", "Redire"))
