"""Latitude at a desk: the bar under the guide, F5, requests and their answers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.places import RESOURCES
from desktop.app.views import Views
from desktop.domain.latitude.facts import Gesture, GestureRequest
from desktop.domain.latitude.requests import Asked
from desktop.domain.people import Role
from desktop.domain.sync import Phase
from desktop.services.latitude import UNDO, Latitude
from desktop.ui.contacts.state import Stage
from desktop.ui.kit import tasks
from desktop.ui.latitude import words
from desktop.ui.latitude.bar import LatitudeBar
from desktop.ui.latitude.day_card import RequestsCard
from desktop.ui.latitude.overlay import GestureOverlay
from desktop.ui.latitude.requests_view import RequestsView
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel
from desktop.ui.latitude.rows import InContactRows
from desktop.ui.latitude.viewmodel import LatitudeViewModel
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window

if TYPE_CHECKING:
    from desktop.ui.kit.toasts import Toast

ANSWERS, REQUESTS = "latitude.answers_told", "latitude.requests_told"
"""Names of preferences: what a person was told of before."""

TAB = "requests"
"""The tab of « Équipe »."""


class LatitudePart(Part):
    """`model` is one's own, `asked` a lead's."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services, person = models.services, models.person
        latitude = Latitude(
            services.store, services.clock, services.changes, RESOURCES / "latitude.yaml"
        )
        self.model = LatitudeViewModel(
            latitude,
            person,
            lambda: models.contact.state.draft,
            services.language,
            linked=services.shared is not None,
        )
        self.model.setParent(self)
        self.bar = LatitudeBar(self.model)
        self.rows = InContactRows(self.model)
        self.card = RequestsCard(self.model)
        self.overlay = GestureOverlay(window, self.model)
        self.asked: RequestsViewModel | None = None
        self._toast: Toast | None = None
        self._place()
        self._join()
        if person.role is Role.LEAD and views.team is not None:
            self._lead(latitude)

    def actions(self) -> tuple[Action, ...]:
        """F5; a lead finds the requests through the palette."""
        offer = QCoreApplication.translate("Actions", "Offrir un geste")
        rows = [Row("latitude.offer", offer, self.offer, "F5", "hand-coins", self._may_offer)]
        if self.asked is not None:
            look = QCoreApplication.translate("Actions", "Demandes de geste de l’équipe")
            rows.append(Row("lead.requests", look, self.show_requests, "", "hand-heart"))
        return actions_of(Group.CONTACT, *rows)

    def begin(self) -> None:
        """Read where one stands, and what was told before."""
        tasks.run(self._begin(), self)

    def offer(self) -> None:
        """Open the form; where something was granted in this contact, make it."""
        self.window.show_page(pages.CUSTOMER)
        granted = self.model.state.granted
        if granted is not None and not self.overlay.isVisible():
            self.model.make(granted.request.id)
        else:
            self.overlay.ask()

    def show_requests(self) -> None:
        """Lead to what the team asks for."""
        self.window.show_page(pages.SHARED)
        if self.views.team is not None:
            self.views.team.show_tab(TAB)

    def _may_offer(self) -> bool:
        return self.models.contact.state.stage is Stage.OPEN and self.model.state.policy is not None

    def _place(self) -> None:
        self.views.guide.set_below(self.bar)
        self.views.wrap_up.form.add_after_step_offs(self.rows)
        self.views.day.add_card(self.card)

    def _join(self) -> None:
        model, models = self.model, self.models
        contact = models.contact
        contact.draft_changed.connect(model.follow)
        models.customers.journey.gesture_label = model.label
        model.given.connect(self._given)
        model.asked.connect(self._asked_lead)
        model.taken_back.connect(self._taken_back)
        model.answered.connect(self._answered)
        self.rows.turned.connect(self.views.wrap_up.form.order)
        self.bar.asked.connect(self.offer)
        models.day.changed.connect(self._turn_day)

    def _lead(self, latitude: Latitude) -> None:
        asked = self.asked = RequestsViewModel(
            latitude, self.models.person, self.models.services.language
        )
        asked.setParent(self)
        title = QCoreApplication.translate("Latitude", "Demandes")
        if self.views.team is not None:
            self.views.team.add_tab(TAB, title, RequestsView(asked))
        asked.changed.connect(self._count)
        asked.told.connect(self._told)

    async def _begin(self) -> None:
        preferences, person = self.models.services.preferences, self.models.person
        self.model.begin(await preferences.get(person.id, ANSWERS, []))
        if self.asked is not None:
            self.asked.begin(await preferences.get(person.id, REQUESTS, []))

    def _turn_day(self) -> None:
        day = self.models.day.day
        self.card.set_today(today=day is None or day.is_today)

    def _given(self, gesture: Gesture) -> None:
        self.models.contact.set_made(gesture.contact_id, gesture.id, made=True)
        self._forget()
        told = QCoreApplication.translate("Latitude", "Geste offert\u00a0: {what}.")
        what = words.of_kind(self.model.label(gesture.kind), gesture.cents)
        undo = QCoreApplication.translate("Latitude", "Annuler")
        toast = self._say(told.format(what=what), "success", undo, round(UNDO.total_seconds()))
        toast.acted.connect(lambda: self.model.take_back(gesture))
        toast.closed.connect(self._closed)
        self._toast = toast

    def _taken_back(self, gesture: Gesture, traceless: bool) -> None:  # noqa: FBT001 - a signal's own
        self._forget()
        if traceless:
            self.models.contact.set_made(gesture.contact_id, gesture.id, made=False)
        self._say(QCoreApplication.translate("Latitude", "Le geste est annulé."), "info")

    def _asked_lead(self, request: GestureRequest) -> None:
        self.models.contact.set_made(request.contact_id, request.id, made=True)
        lead = self.model.state.lead
        told = QCoreApplication.translate("Latitude", "{name} a votre demande.")
        if self.models.sync.state.status.phase is Phase.OFFLINE:
            told = QCoreApplication.translate(
                "Latitude", "Demande gardée\u00a0: {name} la recevra dès que la ligne reviendra."
            )
        self._say(told.format(name=lead.name if lead else ""), "success")

    def _answered(self, new: Sequence[Asked]) -> None:
        for one in new[:3]:
            granted = one.answer is not None and one.answer.granted
            told = words.told(one, self.model.label(one.request.kind))
            if granted and not one.made:
                offer = words.offer(one.request.cents)
                make = self._making(one)
                self._say(told, "success", offer, 30).acted.connect(make)
            else:
                self._say(told, "success" if granted else "info", seconds=15)
        self._keep(ANSWERS, self.model.told())

    def _making(self, asked: Asked) -> Callable[[], None]:
        return lambda: self.model.make(asked.request.id)

    def _told(self, new: Sequence[Asked]) -> None:
        look = QCoreApplication.translate("Latitude", "Voir")
        if len(new) == 1:
            told = QCoreApplication.translate("Latitude", "{name} vous demande un geste.")
            told = told.format(name=new[0].person_name)
        else:
            told = QCoreApplication.translate("Latitude", "Des gestes vous sont demandés.")
        self._say(told, "accent", look, 20).acted.connect(self.show_requests)
        if self.asked is not None:
            self._keep(REQUESTS, self.asked.told_ids())

    def _count(self) -> None:
        if self.asked is not None and self.views.team is not None:
            self.views.team.set_badge(TAB, len(self.asked.state.waiting))

    def _keep(self, name: str, ids: Sequence[str]) -> None:
        put = self.models.services.preferences.put(self.models.person.id, name, list(ids))
        tasks.run(put, self)

    def _say(self, told: str, tone: str, action: str | None = None, seconds: int = 5) -> "Toast":
        return self.window.toasts.say(told, tone, action, seconds)

    def _forget(self) -> None:
        """What the last toast offers is over."""
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.dismiss()

    def _closed(self) -> None:
        if self._toast is self.sender():
            self._toast = None
