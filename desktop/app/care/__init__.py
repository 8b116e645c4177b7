"""Care at a desk: pauses, what followed an incivility, talks, one's own history, a team's totals."""

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.care.incivilities import Incivilities
from desktop.app.care.own_talks import OwnTalks
from desktop.app.care.pausing import KEY, Pausing
from desktop.app.care.talking import Talking
from desktop.app.care.totals import TAB, totals_of
from desktop.app.exported.care import own_check_ins, team_totals
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.views import CHECK_INS, Views, tab_of
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Exported
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.history_view import HistoryView
from desktop.ui.wellbeing.history_viewmodel import HistoryViewModel
from desktop.ui.wellbeing.totals_view import TotalsView

HISTORY = "history"
"""The tab of one's own page."""


class CarePart(Part):
    """Everything here is for oneself first; who leads has tabs beside the check-ins."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        self.pausing = Pausing(window, models, views)
        services = models.services
        self.history = HistoryViewModel(services.check_ins, services.changes, models.person, self)
        picture = QCoreApplication.translate("History", "En image")
        views.own.add_tab(HISTORY, picture, Later(lambda: HistoryView(self.history)))
        self.incivilities = Incivilities(window, models, views)
        self.own_talks = OwnTalks(window, models, views)
        self.talking = None if models.talk is None else Talking(window, models.talk)
        self.totals = None
        if views.team is not None:
            self.totals = totals = totals_of(models.services, models.person)
            title = QCoreApplication.translate("Totals", "Totaux")
            views.team.add_tab(TAB, title, Later(lambda: TotalsView(totals)))
            views.exported[tab_of(pages.SHARED, TAB)] = self._exported_totals
        views.exported[tab_of(pages.MINE, CHECK_INS)] = self._exported_own
        views.exported[tab_of(pages.MINE, HISTORY)] = self._exported_history
        for one in (self.pausing, self.incivilities, self.own_talks, self.talking, self.totals):
            if one is not None:
                one.setParent(self)

    async def _exported_own(self) -> Exported | None:
        return own_check_ins(await self.models.mine.whole())

    async def _exported_history(self) -> Exported | None:
        """Those of the picture."""
        stretches = self.history.state.stretches
        return own_check_ins([one for each in stretches for one in each.items])

    async def _exported_totals(self) -> Exported | None:
        """The totals alone: what somebody shared by name is read on the screen."""
        told = self.totals.state.totals if self.totals else None
        return team_totals(told) if told else None

    def actions(self) -> tuple[Action, ...]:
        """A pause, by its key."""
        pause = QCoreApplication.translate("Actions", "Faire une pause, ou en revenir")
        row = Row("me.pause", pause, self.pausing.model.toggle, KEY, "coffee")
        return actions_of(Group.ME, row)

    def begin(self) -> None:
        """Find the pause that a restart left under way, and what the first screens show."""
        self.pausing.model.load()
        self.incivilities.start()
        self.own_talks.start()
        if self.talking is not None:
            self.talking.model.load()

    async def flush(self) -> None:
        """Record the note under way."""
        if self.talking is not None:
            await self.talking.model.flush()
