"""The screens of somebody who signed in, put into the window's pages."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.app import pages
from desktop.app.forms import Forms
from desktop.app.landing import Landing
from desktop.app.models import Models
from desktop.app.reasons import options
from desktop.app.video.views import VideoViews
from desktop.domain.newcomers import Newcomer
from desktop.ui.contacts.drafts_view import DraftsView
from desktop.ui.contacts.incivility_view import IncivilityView
from desktop.ui.contacts.promises_view import PromisesView
from desktop.ui.contacts.side_column import SideColumn
from desktop.ui.contacts.wrapup_view import WrapUpView
from desktop.ui.customers.column import CustomerColumn
from desktop.ui.customers.create_view import CreateOverlay
from desktop.ui.customers.header import CustomerHeader
from desktop.ui.customers.no_customer import NoCustomer
from desktop.ui.customers.search_view import CustomerSearch
from desktop.ui.customers.tabs import CustomerTabs
from desktop.ui.day.view import DayView
from desktop.ui.kit.later import Later
from desktop.ui.kit.printing import Giving
from desktop.ui.kit.tabbed import TabbedPage
from desktop.ui.scripts.view import GuideView
from desktop.ui.shell.team_page import TeamPage
from desktop.ui.shell.window import Window
from desktop.ui.shell.workspace import Workspace
from desktop.ui.sync.review_view import ReviewView
from desktop.ui.wellbeing.check_in_overlay import CheckInOverlay
from desktop.ui.wellbeing.mine_view import MyCheckInsView
from desktop.ui.wellbeing.mini_card import MiniCard
from desktop.ui.wellbeing.shared_view import SharedCheckInsView
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel

CHECK_INS = "check-ins"
"""The id of the first tab of who leads, and of one's own page."""


def tab_of(page: str, tab: str) -> str:
    """The name of a page's tab among what is exported."""
    return f"{page}/{tab}"


class Views(QObject):
    """Each screen knows its view-model alone; `shared` and `team` are there for who leads.

    `exported` is what each page gives to be written down, by its id; a tab of one's own page or of
    the lead's, by the page's id and its own (`tab_of`).
    """

    care_asked = Signal()
    """What the team lived through is to be looked at."""

    exported: dict[str, Giving]
    team: TeamPage | None = None

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self.window = window
        self._models, self.exported = models, {}
        services = models.services
        self.search = CustomerSearch(models.search)
        self.guide = GuideView(models.guide)
        self.wrap_up = WrapUpView(models.contact, options(services.reasons, services.language))
        self.video = VideoViews(window, models.video, models.person.name)
        self.mini = MiniCard(models.check_in)
        self.forms = Forms(window, models)
        self.header = CustomerHeader(models.customers)
        self.column = CustomerColumn(models.customers)
        self._mine = Later(self._make_mine)
        self._shared: Later[SharedCheckInsView] | None = None
        self.day = DayView(models.day)
        self.drafts = DraftsView(models.drafts)
        self.own = TabbedPage(QCoreApplication.translate("OwnPage", "Et moi"))
        self._creating: CreateOverlay | None = None
        self.workspace = Workspace(
            CustomerTabs(models.customers), self.header, self.column, self.guide, self._right()
        )
        self.landing = Landing(models.customers, models.guide, self.guide, self.workspace)
        self.customer = QStackedWidget()
        self._place()
        self._connect()

    @property
    def check_in(self) -> CheckInOverlay:
        """The check-in over the window, built at its first use."""
        return self.forms.check_in

    @property
    def incivility(self) -> IncivilityView:
        """The report over the window, built at its first use."""
        return self.forms.incivility

    @property
    def mine(self) -> MyCheckInsView:
        """One's own check-ins, built at their first use."""
        return self._mine.made()

    @property
    def shared(self) -> SharedCheckInsView | None:
        """The check-ins that a lead was given, built at their first use."""
        return self._shared.made() if self._shared else None

    def create(self, prefill: Newcomer) -> None:
        """Offer the form of a new customer, with what is known of them."""
        if self._creating is None:
            self._creating = CreateOverlay(self.window, self._models.search)
        self._creating.offer(prefill)

    def place(self) -> str:
        """The page in front; with its tab, where it has any."""
        page = self.window.page()
        tabbed = {pages.MINE: self.own, pages.SHARED: self.team}.get(page)
        return page if tabbed is None else tab_of(page, tabbed.current)

    def is_creating(self) -> bool:
        """Whether a new customer's form is open."""
        return self._creating is not None and self._creating.isVisible()

    def _right(self) -> QWidget:
        return SideColumn(self.wrap_up, self.video.panel, self.mini)

    def _place(self) -> None:
        window, models = self.window, self._models
        self.customer.addWidget(NoCustomer(models.customers))
        self.customer.addWidget(self.workspace)
        self.day.set_drafts_widget(self.drafts)
        window.topbar.set_search(self.search.field)
        window.add_page(pages.DAY, self.day)
        window.add_page(pages.CUSTOMER, self.customer)
        window.add_page(pages.PROMISES, Later(lambda: PromisesView(models.promises)))
        self._place_own()
        if (shared := models.shared) is not None:
            self._place_team(Later(lambda: self._make_shared(shared)))
        if (review := models.review) is not None:
            window.add_page(pages.REVIEW, Later(lambda: ReviewView(review)))

    def _make_mine(self) -> MyCheckInsView:
        view = MyCheckInsView(self._models.mine)
        view.asked.connect(self.forms.ask_check_in)
        return view

    def _make_shared(self, shared: SharedViewModel) -> SharedCheckInsView:
        view = SharedCheckInsView(shared, self._models.care, self._models.talk)
        view.care_asked.connect(self.care_asked)
        return view

    def _place_own(self) -> None:
        """One's own page: check-ins first, then what the parts add."""
        self.own.add_tab(CHECK_INS, QCoreApplication.translate("OwnPage", "Check-ins"), self._mine)
        rail = self.window.rail
        rail.set_badge(pages.MINE, 0)
        self.own.badge_changed.connect(lambda count: rail.set_badge(pages.MINE, count))
        self.window.add_page(pages.MINE, self.own)

    def _place_team(self, shared: Later[SharedCheckInsView]) -> None:
        """The lead's page: check-ins first, then what the parts add."""
        self._shared, self.team = shared, TeamPage()
        title = QCoreApplication.translate("TeamPage", "Check-ins")
        self.team.add_tab(CHECK_INS, title, shared)
        rail = self.window.rail
        rail.set_badge(pages.SHARED, 0)
        self.team.badge_changed.connect(lambda count: rail.set_badge(pages.SHARED, count))
        self.window.add_page(pages.SHARED, self.team)
        if self._models.shared is not None:
            self._models.shared.changed.connect(self._count)

    def _count(self) -> None:
        """Those who shared and were not answered."""
        shared = self._models.shared
        if self.team is not None and shared is not None:
            self.team.set_badge(CHECK_INS, len(shared.state.waiting))

    def _connect(self) -> None:
        models = self._models
        models.customers.changed.connect(self._turn)
        models.day.promises_asked.connect(lambda: self.window.show_page(pages.PROMISES))
        models.day.check_ins_asked.connect(lambda: self.window.show_page(pages.MINE))
        models.search.create_asked.connect(self.create)
        self.search.left.connect(self.window.take_focus)
        self.wrap_up.incivility_asked.connect(self.forms.ask_incivility)
        self.wrap_up.closed.again.clicked.connect(self.landing.at_guide)
        self.mini.asked.connect(self.forms.ask_check_in)
        self._turn()

    def _turn(self) -> None:
        """The customers' page shows who is open, or what to do when nobody is."""
        self.customer.setCurrentIndex(1 if self._models.customers.state.tabs else 0)
