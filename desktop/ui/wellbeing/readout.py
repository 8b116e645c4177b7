"""Mood, energy and load of a check-in, side by side."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.wellbeing import CheckIn
from desktop.ui.kit import boxes
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing import words
from desktop.ui.wellbeing.level import Level


class Readout(QWidget):
    """Three small columns: a face with its word, then dashes with their figures."""

    def __init__(self, gap: int = Space.M, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("heart-pulse", "text3", 16)
        self._mood = Text("", "strong")
        self._energy_name, self._energy = Text("", "caption"), Level("accent")
        self._load_name, self._load = Text("", "caption"), Level("warning")
        mood_name = Text(QCoreApplication.translate("Wellbeing", "Humeur"), "caption")
        mood = boxes.row(self._glyph, self._mood, spacing=Space.XS)
        columns = boxes.row(
            boxes.column(mood_name, mood, spacing=Space.XS),
            boxes.column(self._energy_name, self._energy, None, spacing=Space.S),
            boxes.column(self._load_name, self._load, None, spacing=Space.S),
            None,
            spacing=gap,
        )
        self.setLayout(columns)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show another one."""
        icon, tone = words.face(check_in.mood)
        self._glyph.set_icon(icon, "text2" if tone == "neutral" else tone)
        self._mood.setText(words.mood_word(check_in.mood))
        self._energy_name.setText(_energy(check_in.energy))
        self._energy.set_value(check_in.energy)
        self._load_name.setText(_load(check_in.load))
        self._load.set_value(check_in.load)
        self.setAccessibleName(told(check_in))


def told(check_in: CheckIn) -> str:
    """The three values in one sentence."""
    sentence = QCoreApplication.translate("Wellbeing", "Humeur : {mood}, {energy}, {load}")
    return sentence.format(
        mood=words.mood_word(check_in.mood),
        energy=_energy(check_in.energy),
        load=_load(check_in.load),
    )


def _energy(value: int | None) -> str:
    if value is None:
        return QCoreApplication.translate("Wellbeing", "Énergie · non dite")
    return QCoreApplication.translate("Wellbeing", "Énergie · {n}").format(n=value)


def _load(value: int | None) -> str:
    if value is None:
        return QCoreApplication.translate("Wellbeing", "Charge · non dite")
    return QCoreApplication.translate("Wellbeing", "Charge · {n}").format(n=value)
