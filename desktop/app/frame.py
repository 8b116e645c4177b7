"""What stands around the screens: settings, palette, keys, presence, the bars' words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop.app import hints, pages
from desktop.app.choices import Choices
from desktop.app.models import Models
from desktop.app.running import application
from desktop.app.settings_page import SettingsPage, ready_video
from desktop.app.video import actions as video
from desktop.app.views import Views
from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import CustomerId
from desktop.domain.search import Field, Match
from desktop.ui.kit import dates, tasks, theme
from desktop.ui.kit.later import Later
from desktop.ui.kit.overlay import Overlay
from desktop.ui.shell.actions import Action, Actions, Group
from desktop.ui.shell.keys_view import KeysView
from desktop.ui.shell.palette import Palette
from desktop.ui.shell.palette_rows import Found
from desktop.ui.shell.settings_view import SettingsView
from desktop.ui.shell.window import Window

GUIDE = ("guide.step_off", "guide.next", "guide.back")
"""The actions whose keys stand on the guide's buttons, in the order that it takes them."""

OWN_WORDS = ("guide.own_words", "guide.whose_words")
"""Likewise, at the words of the step."""

MINUTE = 20_000
"""Milliseconds between two looks at the clock of the status bar."""


class Frame(QObject):
    """Joins the shell to the person's choices and to the features."""

    def __init__(self, window: Window, models: Models, views: Views, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._models = models
        self._views = views
        self._actions = actions
        self.palette = Palette(window, actions)
        self.palette.set_finder(self._find)
        self.palette.picked.connect(lambda found: models.customers.open(CustomerId(found)))
        self.keys = KeysView(window, actions)
        self.keys.change_asked.connect(self._change_keys)
        views.landing.set_way(window.show_page)
        self._serving = False
        models.customers.changed.connect(self._follow)
        models.video.call.changed.connect(self._hint)
        actions.changed.connect(self._tell_keys)
        actions.add(_own(self, window))
        self.destroyed.connect(models.services.changes.listen(self._hear))
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE)
        self._clock.timeout.connect(self._tell_time)
        self._clock.start()
        self._tell_time()

    async def furnish(
        self, choices: Choices, sign_out: Callable[[], None], remove: Callable[[], None]
    ) -> None:
        """Put the settings page up, and what was chosen in force."""
        values = choices.values
        theme.apply(application(), values["theme"], values["scale"])
        theme.set_reduced_motion(values["motion"])
        self._actions.set_overrides(values["keys"])
        self._tell_keys()
        self.palette.set_recent(values["palette"])
        self.palette.recent_changed.connect(lambda ids: choices.keep("palette", list(ids), self))
        self._settings = Later(lambda: self._make_settings(choices, sign_out, remove))
        self._window.add_page(pages.SETTINGS, self._settings)
        ready_video(self._models, self._views, choices)
        self._window.leaving.remember(
            values["geometry"], lambda place: choices.keep("geometry", place, self)
        )
        await self._tell_branch()

    @property
    def settings(self) -> SettingsView:
        """The settings' page, built at its first use; there is none before `furnish`."""
        return self._settings.made()

    def _make_settings(
        self, choices: Choices, sign_out: Callable[[], None], remove: Callable[[], None]
    ) -> SettingsView:
        making = SettingsPage(self._window, self._models, self._views, choices)
        view = making.view(self._actions, remove)
        view.sign_out_asked.connect(sign_out)
        return view

    def _change_keys(self) -> None:
        self._window.show_page(pages.SETTINGS)
        self.settings.show_keys()

    async def _find(self, text: str) -> Sequence[Found]:
        results = await self._models.services.search.find(text, 8)
        return [_found(match) for match in results.matches]

    def _tell_keys(self) -> None:
        """Everything that shows a key shows the one in force."""
        self._hint()
        self._views.guide.set_keys(*(self._key(name) for name in GUIDE))
        self._views.guide.words.set_keys(*(self._key(name) for name in OWN_WORDS))

    def _key(self, name: str) -> str:
        known = any(action.id == name for action in self._actions.all())
        return (self._actions.keys_of(name) or ("",))[0] if known else ""

    def _hint(self) -> None:
        off = {"video.begin": video.why_off(self._models.video.call.state)}
        hints.show(self._window, self._actions, serving=self._serving, off=off)

    def _follow(self) -> None:
        """A key that does nothing without a customer is not shown without one."""
        serving = bool(self._models.customers.state.tabs)
        if serving is not self._serving:
            self._serving = serving
            self._hint()

    def _tell_time(self) -> None:
        clock = self._models.services.clock
        now = clock.now().astimezone(clock.zone())
        self._window.status.set_moment(f"{dates.day(now.date(), now.date())} · {now:%H:%M}")

    def _hear(self, changed: Changed) -> None:
        """At a first sign-in, teams and branches come while one is at work."""
        if changed.kind is Kind.PEOPLE:
            tasks.run(self._tell_branch(), self)

    async def _tell_branch(self) -> None:
        teams = await self._models.services.people.teams()
        mine = [team for team in teams if team.id == self._models.person.team_id]
        self._window.status.set_branch(mine[0].branch if mine else "")

    def clear(self) -> None:
        """Take away what lies over the window, and what its bars tell of this person's work."""
        self._clock.stop()
        for overlay in self._window.findChildren(Overlay):
            overlay.dismiss()
            overlay.deleteLater()
        self._window.toasts.clear()
        self._window.set_contact()
        self._models.search.clear()


def _own(frame: Frame, window: Window) -> Sequence[Action]:
    return (
        Action(
            id="window.palette",
            title=lambda: QCoreApplication.translate("Actions", "Tout faire, tout trouver"),
            keys=("Ctrl+K",),
            run=frame.palette.open,
            group=Group.WINDOW,
            listed=False,
            icon="search",
        ),
        Action(
            id="window.keys",
            title=lambda: QCoreApplication.translate("Actions", "Les touches"),
            keys=("F1",),
            run=frame.keys.open,
            group=Group.WINDOW,
            icon="keyboard",
        ),
        Action(
            id="window.leave",
            title=lambda: QCoreApplication.translate(
                "Actions", "Se déconnecter, changer de personne"
            ),
            run=window.sign_out_asked.emit,
            group=Group.WINDOW,
            icon="log-out",
        ),
    )


def _found(match: Match) -> Found:
    words = " · ".join(part for part in (match.phone, match.place, match.contract) if part)
    return Found(match.customer_id, match.name, words, "user", match.marked(Field.NAME))
