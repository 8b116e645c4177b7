"""How colleagues who share their words say a step: their names, their words, and « Reprendre »."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.own_words import ColleagueWords
from desktop.ui.kit import boxes
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.names import short_name
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import quoted
from desktop.ui.scripts.speech import WeightedLabel
from desktop.ui.scripts.state import Filling


class ColleaguesWords(Panel):
    """`taken` gives the ColleagueWords; `rebuilt` when other rows stand here."""

    taken = Signal(object)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__("outline")
        self._shown: tuple[object, ...] = ()
        self.buttons: list[Button] = []
        title = QCoreApplication.translate("OwnWords", "Mots de collègues")
        self.setAccessibleName(title)
        self._rows = boxes.column(spacing=Space.M)
        self.body.setSpacing(Space.S)
        self.body.addWidget(Text(title, "strong"))
        self.body.addLayout(self._rows)
        self.hide()

    def set_words(self, words: tuple[ColleagueWords, ...], filling: Filling) -> None:
        """Show their words, filled for this customer."""
        if (words, filling) == self._shown:
            return
        self._shown = (words, filling)
        boxes.clear(self._rows)
        self.buttons = []
        for one in words:
            self._rows.addLayout(self._row(one, filling))
        self.rebuilt.emit()

    def _row(self, one: ColleagueWords, filling: Filling) -> QHBoxLayout:
        who = short_name(one.name)
        picture = Avatar("", 24)
        picture.set_person(one.name)
        said = WeightedLabel("", "body")
        said.set_marked(filling.fill(one.words), quoted("{0}"))
        take = Button(QCoreApplication.translate("OwnWords", "Reprendre"), None, "outline")
        take.setAccessibleName(
            QCoreApplication.translate("OwnWords", "Reprendre les mots de {0}").format(who)
        )
        take.setAccessibleDescription(said.text())
        take.clicked.connect(lambda: self.taken.emit(one))
        self.buttons.append(take)
        line = boxes.row(boxes.column(picture, None), spacing=Space.S)
        line.addLayout(boxes.column(Text(who, "secondary"), said, spacing=2), 1)
        line.addLayout(boxes.column(take, None))
        return line
