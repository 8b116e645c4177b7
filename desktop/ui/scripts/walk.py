"""A guide being followed: its header, its steps, the step at hand, and the way on."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.focus import give
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.stepper import Step, Stepper
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.foot import GuideFoot
from desktop.ui.scripts.header import GuideHeader
from desktop.ui.scripts.insight import InSight
from desktop.ui.scripts.page import StepPage
from desktop.ui.scripts.state import GuideState, StepMark
from desktop.ui.scripts.taborder import follow_layouts
from desktop.ui.scripts.viewmodel import GuideViewModel

_ROOM: Final = 330
"""Height of the pane from which all stays in sight around the step, the foot with two rows."""


class Walk(QWidget):
    """Header and foot stay in sight; the step scrolls between them.

    Where there is little height the stepper scrolls with the step, and while one writes one's own
    words nothing stands around them: the keys of the step go on doing what they do.
    """

    def __init__(self, model: GuideViewModel) -> None:
        super().__init__()
        self._model = model
        self._step_id = ""
        self._marks: tuple[StepMark, ...] = ()
        self._stops: list[QWidget] = []
        self.header = GuideHeader()
        self.stepper = Stepper(QCoreApplication.translate("Guide", "Étapes du guide"))
        self.page = StepPage()
        self.foot = GuideFoot()
        self._lead: QWidget = self.foot.next
        self._tight = self._alone = False
        self._line = Divider()
        self._scroll = ScrollColumn()
        self._scroll.add(self.page)
        self._sight = InSight(self._scroll)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.header)
        box.addWidget(self.stepper)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._line)
        self.below = QVBoxLayout()
        box.addLayout(self.below)
        box.addWidget(self.foot)
        self._box = box
        self._connect()

    def set_state(self, state: GuideState) -> None:
        """Show the step at hand; a new step starts at its top."""
        if state.script is None or state.step is None:
            return
        self.header.set_guide(state.script, (*state.suggested, *state.others))
        if state.marks != self._marks:
            self._marks = state.marks
            self.stepper.set_steps([Step(mark.title, mark.mark.value) for mark in state.marks])
        self.page.set_state(state)
        following = state.following.title if state.following else ""
        self.foot.set_way(following, can_back=state.can_back)
        if state.step.id != self._step_id:
            self._step_id = state.step.id
            self._scroll.verticalScrollBar().setValue(0)
        self._order()
        on = self.foot.next if following else self.foot.previous
        self._lead = self.page.reactions if state.step.reactions else on

    def fit(self, height: int) -> None:
        """Be shown in a pane of that height."""
        tight = height < theme.px(_ROOM)
        if tight is not self._tight:
            self._tight = tight
            if tight:
                self._scroll.body.insertWidget(0, self.stepper)
            else:
                self._box.insertWidget(1, self.stepper)
            self.header.set_short(short=tight)
            self._clear()
            self._order()

    def take_below(self, widget: QWidget) -> None:
        """Put `widget` over the foot; where there is little height, after the step's own words."""
        place = self._scroll.body if self._tight else self.below
        if place.indexOf(widget) < 0:
            place.addWidget(widget)
            self._order()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to where the digits are; a proxy would have Tab jump there too."""
        give(self._lead)

    def _clear(self) -> None:
        """Give the words that one writes the room of what stands around them."""
        field = self.page.words.field
        self._sight.keep(field if field is not None and not field.isHidden() else None)
        alone = self._tight and field is not None and not field.isHidden()
        if alone is not self._alone:
            self._alone = alone
            for one in (self.header, self._line, self.foot):
                one.setVisible(not alone)

    def _order(self) -> None:
        self._stops = follow_layouts(self, self._stops)

    def _connect(self) -> None:
        model = self._model
        self.page.words.rebuilt.connect(self._order)
        self.page.words.turned.connect(self._clear)
        self.header.chosen.connect(model.choose)
        self.stepper.picked.connect(self._go)
        self.foot.back.connect(model.back)
        self.foot.onward.connect(model.next)
        self.page.reactions.picked.connect(model.answer)
        self.page.asking.ticked.connect(model.tick)
        self.page.law.declined.connect(model.decline)
        self.page.useful.tried.connect(model.try_again)
        self.page.helped.connect(model.helped)

    def _go(self, place: int) -> None:
        self._model.go(self._model.state.marks[place].id)
