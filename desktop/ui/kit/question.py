"""A question over the window: what is at stake, in figures where there are any, and a few answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconlabel import IconLabel, Tile
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the buttons; `id` is what `answered` gives."""

    id: str
    words: str
    icon: str | None = None
    role: str = "secondary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of figures: an icon, what, how many or when."""

    icon: str
    words: str
    value: str


class Question(Overlay):
    """`answered` gives an Answer's id; Escape and the cross answer nothing."""

    answered = Signal(str)

    def __init__(self, window: QWidget, title: str, icon: str = "cloud-upload") -> None:
        super().__init__(window, title, 540)
        self._words = WrapLabel("", "body")
        self._facts = Panel("sunken")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.XS)
        self._facts.body.addLayout(self._lines)
        self.note = WrapLabel("", "secondary")
        self._buttons: dict[str, Button] = {}
        tile = Tile(icon, "warning", 36, round_=True)
        head = boxes.row(tile, spacing=Space.M)
        head.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.note)
        self.say("", ())

    def say(self, words: str, facts: Sequence[Fact], note: str = "") -> None:
        """Tell what is at stake."""
        self._words.setText(words)
        boxes.clear(self._lines)
        for fact in facts:
            row = boxes.row(IconLabel(fact.icon, fact.words, "body"), spacing=Space.S)
            row.addWidget(Text(fact.value, "strong"))
            self._lines.addLayout(row)
        self._facts.setVisible(bool(facts))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def offer(self, answers: Sequence[Answer]) -> None:
        """Offer these answers, the first of them at the left, where nothing is risked."""
        boxes.clear(self.footer)
        self._buttons = {}
        for place, answer in enumerate(answers):
            button = Button(answer.words, answer.icon, answer.role)
            button.clicked.connect(lambda _checked=False, one=answer.id: self.answered.emit(one))
            self._buttons[answer.id] = button
            self.footer.addWidget(button)
            if place == 0:
                self.footer.addStretch(1)

    def button(self, answer: str) -> Button:
        """Return the button of an answer."""
        return self._buttons[answer]

    def set_busy(self, *, busy: bool) -> None:
        """While an answer is being carried out nothing is asked twice."""
        for button in self._buttons.values():
            button.set_busy(busy)

    def words(self) -> str:
        """Return what is asked, as one text."""
        return " ".join(part for part in (self._words.text(), self.note.text()) if part)

    def ask(self, first: str = "") -> None:
        """Open, have it read aloud, and lead to an answer."""
        self.open()
        if first in self._buttons:
            give(self._buttons[first])
        announce(self, f"{self.accessibleName()}. {self.words()}")
