"""One step of a guide, from what one may say to the step-offs noted."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contacts import StepOff
from desktop.domain.scripts import Step, picked
from desktop.ui.kit import boxes
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.asking import Asking
from desktop.ui.scripts.cards import Cards
from desktop.ui.scripts.known import KnownFacts
from desktop.ui.scripts.lawnotice import LawNotice
from desktop.ui.scripts.speech import WeightedLabel
from desktop.ui.scripts.state import GuideState
from desktop.ui.scripts.stepoffcard import StepOffCard
from desktop.ui.scripts.stepwords import StepWords
from desktop.ui.scripts.suggestions import Suggestions
from desktop.ui.scripts.useful import UsefulStepOffs
from desktop.ui.scripts.words import reaction_title


class StepPage(QWidget):
    """Widgets stay from step to step; only what differs is made anew."""

    helped = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._offs: tuple[StepOff, ...] = ()
        self._cards: list[StepOffCard] = []
        self.words = StepWords()
        self.speech = self.words.speech
        self._goal = WeightedLabel("", "body", "text2")
        self.known = KnownFacts()
        self.law = LawNotice()
        self.asking = Asking()
        self._reaction_title = Text("", "strong")
        self.reactions = Cards(QCoreApplication.translate("Guide", "Réactions"))
        self.suggestions = Suggestions()
        self.useful = UsefulStepOffs()
        self._taken = boxes.column(spacing=Space.S)
        self._build()

    def set_state(self, state: GuideState) -> None:
        """Show the step at hand."""
        step, run = state.step, state.run
        if step is None or run is None:
            return
        # Something is empty only where a lead still writes it, and looks how it will read.
        self.words.setVisible(bool(step.say.strip()))
        self._aim.setVisible(bool(step.intention.strip()))
        self.words.set_words(step.say)
        goal = QCoreApplication.translate("Guide", "**But de l’étape** — {0}")
        self._goal.set_marked(goal.format(_lowered(step.intention)))
        self.known.set_contract(state.contract)
        place = f"{state.contact_id}/{run.script_id}/{step.id}"
        self.law.set_law(place, step.law, dict(run.declined).get(step.id, ""))
        self.asking.set_step(step, run.checked)
        self._reactions(state, step)
        self.suggestions.set_suggestions(step.suggestions, state.credits)
        self.useful.set_earlier(state.earlier)
        self._step_offs(state)

    def step_off_cards(self) -> tuple[StepOffCard, ...]:
        """Return the cards of this contact's step-offs, in order."""
        return tuple(self._cards)

    def _build(self) -> None:
        goal = boxes.row(spacing=Space.S)
        goal.addLayout(boxes.column(1, Glyph("flag", "text3", 16), None, spacing=0))
        goal.addWidget(self._goal, 1)
        self._aim = boxes.holder(goal)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.words)
        box.addWidget(self._aim)
        box.addWidget(self.suggestions)
        box.addWidget(self.known)
        box.addWidget(self.law)
        box.addWidget(self.asking)
        box.addLayout(boxes.column(self._reaction_title, self.reactions, spacing=Space.S))
        box.addLayout(self._taken)
        box.addWidget(self.useful)
        box.addStretch(1)

    def _reactions(self, state: GuideState, step: Step) -> None:
        self._reaction_title.setText(reaction_title(state.civility))
        self._reaction_title.setVisible(bool(step.reactions))
        self.reactions.setVisible(bool(step.reactions))
        self.reactions.set_cards(
            [(one.id, one.label, _lead(state.title_of(one.to))) for one in step.reactions]
        )
        chosen = picked(step, state.run) if state.run else None
        self.reactions.set_chosen(chosen.id if chosen else "")

    def _step_offs(self, state: GuideState) -> None:
        if state.step_offs == self._offs:
            return
        before, self._offs = self._offs, state.step_offs
        shown = {one.id: replace(one, helped=None) for one in before}
        if shown == {one.id: replace(one, helped=None) for one in state.step_offs}:
            # Judging one keeps the keyboard where it was.
            for card, one in zip(self._cards, reversed(state.step_offs), strict=True):
                card.choice.set_value(one.helped)
            return
        boxes.clear(self._taken)
        self._cards = []
        for one in reversed(state.step_offs):
            card = StepOffCard(one, _hour(one, state.zone), state.title_of(one.step_id))
            card.helped.connect(self.helped)
            self._taken.addWidget(card)
            self._cards.append(card)


def _lead(title: str) -> str:
    if not title:
        return QCoreApplication.translate("Guide", "→ Poursuivre librement")
    return QCoreApplication.translate("Guide", "→ {0}").format(title)


def _hour(step_off: StepOff, zone: tzinfo) -> str:
    return f"{step_off.at.astimezone(zone):%H:%M}"


def _lowered(sentence: str) -> str:
    """After a dash a sentence goes on in small letters, unless it opens with a mark."""
    return sentence[:1].lower() + sentence[1:]
