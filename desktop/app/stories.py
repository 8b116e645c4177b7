"""Thanks and stories at a desk: Ctrl+M in a contact, cards of the day, a lead's tab."""

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.app.actions.rows import Row, actions_of
from desktop.app.exported.team import stories as told_stories
from desktop.app.models import Models
from desktop.app.part import Part
from desktop.app.views import Views, tab_of
from desktop.domain.day import ThankYou
from desktop.domain.people import Role
from desktop.domain.stories import Thanks
from desktop.services.stories import UNDO, Stories, Thankings
from desktop.ui.contacts.state import Stage
from desktop.ui.kit.later import Later, Once
from desktop.ui.kit.printing import Exported
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window
from desktop.ui.stories.day_card import StoriesCard
from desktop.ui.stories.merci_overlay import MerciOverlay
from desktop.ui.stories.merci_viewmodel import MerciViewModel
from desktop.ui.stories.state import Told
from desktop.ui.stories.story_overlay import StoryOverlay
from desktop.ui.stories.team_view import TeamStoriesView
from desktop.ui.stories.team_viewmodel import TeamStoriesViewModel
from desktop.ui.stories.viewmodel import StoriesViewModel

TAB = "stories"
"""The tab of « Équipe »."""


class StoriesPart(Part):
    """`team` is there for who leads one."""

    def __init__(self, window: Window, models: Models, views: Views) -> None:
        super().__init__(window, models, views)
        services, person = models.services, models.person
        store, clock, changes = services.store, services.clock, services.changes
        stories = Stories(store, clock, changes)
        self.model = StoriesViewModel(stories, person)
        self.merci = MerciViewModel(
            Thankings(store, clock, changes), lambda: models.contact.state.draft
        )
        self.team: TeamStoriesViewModel | None = None
        self._overlay = Once(lambda: StoryOverlay(window, self.model))
        self._merci_overlay = Once(self._make_merci)
        self.card = StoriesCard(self.model)
        self.card.linked = services.shared is not None
        if person.role is Role.LEAD and views.team is not None:
            self.team = team = TeamStoriesViewModel(stories, person)
            title = QCoreApplication.translate("Stories", "Histoires")
            views.team.add_tab(TAB, title, Later(lambda: TeamStoriesView(team)))
            views.exported[tab_of(pages.SHARED, TAB)] = lambda: _exported(team)
            self.team.changed.connect(self._count)
        for model in (self.model, self.merci, self.team):
            if model is not None:
                model.setParent(self)
        views.day.add_card(self.card)
        self._join()

    @property
    def overlay(self) -> StoryOverlay:
        """The form of a story, built at its first use."""
        return self._overlay()

    @property
    def merci_overlay(self) -> MerciOverlay:
        """The words of a thanks, built at their first use."""
        return self._merci_overlay()

    def actions(self) -> tuple[Action, ...]:
        """Ctrl+M; a story of its own, and a lead's tab, through the palette."""
        keep = QCoreApplication.translate("Actions", "Garder un merci du client")
        tell = QCoreApplication.translate("Actions", "Raconter une histoire à l’équipe")
        mine = [Row("stories.tell", tell, lambda: self.overlay.tell(Told()), "", "book-heart")]
        if self.team is not None:
            look = QCoreApplication.translate("Actions", "Histoires proposées par l’équipe")
            mine.append(Row("lead.stories", look, self.show_team, "", "book-heart"))
        return actions_of(
            Group.CONTACT,
            Row("contact.merci", keep, self.merci.keep, "Ctrl+M", "heart", self._open),
        ) + actions_of(Group.ME, *mine)

    def begin(self) -> None:
        """Read what the day shows."""
        self.model.load()
        if self.team is not None:
            self.team.load()

    def show_team(self) -> None:
        """Lead to what the team proposes."""
        self.window.show_page(pages.SHARED)
        if self.views.team is not None:
            self.views.team.show_tab(TAB)

    def _open(self) -> bool:
        return self.models.contact.state.stage is Stage.OPEN

    def _join(self) -> None:
        self.card.asked.connect(lambda: self.overlay.tell(Told()))
        self.views.day.thanks.share_asked.connect(self._share)
        self.merci.kept.connect(self._kept)
        self.merci.told.connect(self._offer_undo)
        self.merci.undone.connect(self._undone)
        self.merci.failed.connect(self._failed)
        self.models.contact.draft_changed.connect(self._leave_merci)
        self.model.proposed.connect(self._proposed)
        self.model.withdrawn.connect(self._withdrawn)

    def _make_merci(self) -> MerciOverlay:
        overlay = MerciOverlay(self.window, self.merci)
        overlay.left.connect(self._offer_undo)
        return overlay

    def _leave_merci(self) -> None:
        """Its words are for the contact in which they were said."""
        if self._merci_overlay.is_made:
            self.merci_overlay.dismiss()

    def _share(self, thanks: ThankYou) -> None:
        told = Told(thanks_id=thanks.id, words=thanks.words, customer_name=thanks.customer_name)
        self.overlay.tell(told)

    def _kept(self, said: Thanks) -> None:
        if said.contact_id is not None:
            self.models.contact.set_made(said.contact_id, said.id, made=True)
        self.merci_overlay.show_kept(said)

    def _offer_undo(self, said: Thanks) -> None:
        """Once the form is closed; with words, once these are on the disk."""
        told = QCoreApplication.translate("Merci", "Merci gardé dans «\u202fMa journée\u202f».")
        undo = QCoreApplication.translate("Merci", "Annuler")
        seconds = round(UNDO.total_seconds())
        toast = self.window.toasts.say(told, "success", undo, seconds)
        toast.acted.connect(lambda: self.merci.undo(said))

    def _undone(self, said: Thanks) -> None:
        if said.contact_id is not None:
            self.models.contact.set_made(said.contact_id, said.id, made=False)
        self.window.toasts.say(
            QCoreApplication.translate("Merci", "Le merci n’est plus gardé."), "info"
        )

    def _failed(self) -> None:
        told = QCoreApplication.translate(
            "Merci",
            "Le merci n’est pas enregistré\u00a0: les données de ce poste ne répondent pas.",
        )
        self.window.toasts.say(told, "warning", seconds=15)

    def _proposed(self, _story: object) -> None:
        told = QCoreApplication.translate(
            "Stories",
            "Merci. Votre responsable la lira\u202f; vous pouvez la retirer quand vous voulez.",
        )
        self.window.toasts.say(told, "success")

    def _withdrawn(self, _story_id: object) -> None:
        self.window.toasts.say(
            QCoreApplication.translate(
                "Stories", "L’histoire est retirée\u00a0: plus personne ne la lira."
            ),
            "info",
        )

    def _count(self) -> None:
        if self.team is not None and self.views.team is not None:
            self.views.team.set_badge(TAB, len(self.team.state.waiting))


async def _exported(team: TeamStoriesViewModel) -> Exported | None:
    return told_stories(await team.whole())
