"""« Votre latitude aujourd’hui »: what is used of the day's amount, and the way to a gesture."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.gauge import Meter
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.latitude import words
from desktop.ui.latitude.viewmodel import LatitudeViewModel


class LatitudeBar(QWidget):
    """`asked` when the button was pressed: it says what its key does now."""

    asked = Signal()

    def __init__(self, viewmodel: LatitudeViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        name = QCoreApplication.translate("Latitude", "Votre latitude aujourd’hui")
        self.setAccessibleName(name)
        self._title = ElidedLabel(name, "secondary")
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.meter = Meter(name)
        self.used = Text("", "secondary")
        self.button = Button(_offer(), "hand-coins", "outline", key_symbol("F5"))
        self.button.clicked.connect(self.asked)
        row = boxes.row(Glyph("scale", "text2", 16), spacing=Space.S)
        row.addWidget(self._title, 3)
        row.addSpacing(Space.S)
        row.addWidget(self.meter, 3)
        row.addWidget(self.used)
        row.addSpacing(Space.S)
        row.addWidget(self.button)
        self.setLayout(row)
        viewmodel.changed.connect(self._show)
        self._show()

    def set_key(self, key: str) -> None:
        """Show another key on the button, for people who changed theirs."""
        self.button.set_key(key_symbol(key) if key else None)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setVisible(state.standing is not None or bool(state.problems))
        self.button.setEnabled(state.standing is not None and state.contact_id is not None)
        self.meter.setVisible(state.standing is not None)
        if state.standing is None:
            self.used.setText(_broken(state.problems[0].file) if state.problems else "")
            return
        told = words.used(state.standing)
        self.used.setText(told)
        self.meter.set_value(state.standing.share)
        self.meter.setAccessibleDescription(told)
        granted = state.granted
        self.button.set_text(_offer() if granted is None else _granted(granted.request.cents))


def _offer() -> str:
    return QCoreApplication.translate("Latitude", "Offrir un geste")


def _granted(cents: int) -> str:
    words = QCoreApplication.translate("Latitude", "Offrir les {sum} accordés")
    return words.format(sum=dates.money(cents))


def _broken(file: str) -> str:
    words = QCoreApplication.translate(
        "Latitude", "Le fichier {file} est à reprendre\u00a0: la latitude ne se lit pas."
    )
    return words.format(file=file)
