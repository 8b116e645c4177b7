"""The questions of a check-in: mood, energy, load, and a word if one wants."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.wellbeing import HIGHEST
from desktop.ui.kit import boxes
from desktop.ui.kit.form import field
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing import words
from desktop.ui.wellbeing.digits import DigitSteps, focus_on
from desktop.ui.wellbeing.viewmodel import CheckInViewModel


class Feelings(QWidget):
    """A digit answers and goes to the next question; after the last one, to `then`."""

    def __init__(
        self, viewmodel: CheckInViewModel, then: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        mood = QCoreApplication.translate("Wellbeing", "Humeur")
        self.mood = Scale(mood, HIGHEST, words.mood_ends(), faces=True)
        energy = QCoreApplication.translate("Wellbeing", "Énergie")
        self.energy = Scale(energy, HIGHEST, words.energy_ends())
        load = QCoreApplication.translate("Wellbeing", "Charge de travail")
        self.load = Scale(load, HIGHEST, words.load_ends())
        self.words = TextArea(
            QCoreApplication.translate("Wellbeing", "Un mot, si vous voulez"),
            QCoreApplication.translate("Wellbeing", "Ce qui vous porte, ce qui vous pèse…"),
            lines=1,
            max_lines=4,
        )
        self._lay_out()
        self.mood.picked.connect(viewmodel.set_mood)
        self.energy.picked.connect(viewmodel.set_energy)
        self.load.picked.connect(viewmodel.set_load)
        self.words.edited.connect(viewmodel.set_words)
        DigitSteps(self.mood.choices, lambda: focus_on(self.energy), self)
        DigitSteps(self.energy.choices, lambda: focus_on(self.load), self)
        DigitSteps(self.load.choices, lambda: focus_on(then), self)

    def show_state(self) -> None:
        """Show what was said so far."""
        state = self._viewmodel.state
        self.mood.set_value(state.mood)
        self.energy.set_value(state.energy)
        self.load.set_value(state.load)
        self.words.set_text(state.words)

    def first_empty(self) -> QWidget | None:
        """The first scale that has no answer yet."""
        return next((s for s in (self.mood, self.energy, self.load) if s.value is None), None)

    def _lay_out(self) -> None:
        digits = QCoreApplication.translate("Wellbeing", "1 à 5")
        scales = boxes.row(
            field(self.energy.choices.accessibleName(), self.energy, digits),
            field(self.load.choices.accessibleName(), self.load, digits),
            spacing=Space.L,
        )
        whole = boxes.column(
            field(self.mood.choices.accessibleName(), self.mood, digits),
            scales,
            field(self.words.accessibleName(), self.words),
            spacing=Space.S,
        )
        self.setLayout(whole)
