"""Latitude at a desk: the bar under the guide, F5, requests and their answers."""

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.latitude.leading import Leading
from desktop.app.latitude.saying import Saying
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.places import RESOURCES
from desktop.app.views import Views
from desktop.domain.people import Role
from desktop.services.latitude import Latitude
from desktop.services.latitude.policies import Policies
from desktop.ui.contacts.state import Stage
from desktop.ui.kit import tasks
from desktop.ui.kit.later import Once
from desktop.ui.latitude.bar import LatitudeBar
from desktop.ui.latitude.day_card import RequestsCard
from desktop.ui.latitude.overlay import GestureOverlay
from desktop.ui.latitude.rows import InContactRows
from desktop.ui.latitude.viewmodel import LatitudeViewModel
from desktop.ui.shell.actions import Action, Actions, Group
from desktop.ui.shell.window import Window

OFFER = "latitude.offer"
"""The action of F5."""


class LatitudePart(Part):
    """`leading` is there for who leads a team."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services, person = models.services, models.person
        store, clock, changes = services.store, services.clock, services.changes
        policies = Policies(store, RESOURCES / "latitude.yaml")
        self.model = LatitudeViewModel(
            Latitude(store, clock, changes),
            policies,
            person,
            lambda: models.contact.state.draft,
            services.language,
        )
        self.model.linked = services.shared is not None
        self.model.setParent(self)
        self.bar = LatitudeBar(self.model)
        self.rows = InContactRows(self.model)
        self.card = RequestsCard(self.model)
        self._overlay = Once(lambda: GestureOverlay(window, self.model))
        self.saying = Saying(self, self.model)
        self.leading: Leading | None = None
        if person.role is Role.LEAD and views.team is not None:
            self.leading = Leading(self, views.team, policies)
        self._place()
        self._join()

    @property
    def overlay(self) -> GestureOverlay:
        """The form, built at its first use."""
        return self._overlay()

    def actions(self) -> tuple[Action, ...]:
        """F5; a lead finds the requests through the palette."""
        offer = QCoreApplication.translate("Actions", "Offrir un geste")
        rows = [Row(OFFER, offer, self.offer, "F5", "hand-coins", self._may_offer)]
        if self.leading is not None:
            look = QCoreApplication.translate("Actions", "Demandes de geste de l’équipe")
            rows.append(Row("lead.requests", look, self.leading.show, "", "hand-heart"))
        return actions_of(Group.CONTACT, *rows)

    def begin(self) -> None:
        """Read where one stands, and what was told before; the bar shows the key in force."""
        for registry in self.window.findChildren(Actions):
            registry.changed.connect(self._show_key)
        self._show_key()
        tasks.run(self.saying.begin(), self)
        if self.leading is not None:
            tasks.run(self.leading.begin(), self)

    async def flush(self) -> None:
        """A lead's words to requests that are not on the disk yet."""
        if self.leading is not None:
            await self.leading.model.words.flush()

    def offer(self) -> None:
        """Open the form; where something was granted in this contact, make it."""
        self.window.show_page(pages.CUSTOMER)
        granted = self.model.state.granted
        if granted is not None and not self.overlay.isVisible():
            self.model.make(granted.request.id)
        else:
            self.overlay.ask()

    def _may_offer(self) -> bool:
        return self.models.contact.state.stage is Stage.OPEN and self.model.state.policy is not None

    def _place(self) -> None:
        self.views.guide.set_below(self.bar)
        self.views.wrap_up.form.add_after_step_offs(self.rows)
        self.views.day.add_card(self.card, early=True)

    def _join(self) -> None:
        models = self.models
        models.contact.draft_changed.connect(self.model.follow)
        models.customers.journey.gesture_label = self.model.label
        models.day.changed.connect(self._turn_day)
        self.rows.turned.connect(self.views.wrap_up.form.order)
        self.bar.asked.connect(self.offer)

    def _show_key(self) -> None:
        for registry in self.window.findChildren(Actions):
            if any(one.id == OFFER for one in registry.all()):
                self.bar.set_key((registry.keys_of(OFFER) or ("",))[0])

    def _turn_day(self) -> None:
        day = self.models.day.day
        self.card.set_today(today=day is None or day.is_today)
