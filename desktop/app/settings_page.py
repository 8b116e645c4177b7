"""The page of settings out of what was chosen, and what is kept of what is chosen there."""

from collections.abc import Callable

from desktop import __version__
from desktop.app.choices import Choices
from desktop.app.models import Models
from desktop.app.views import Views
from desktop.ui.shell.about_card import About
from desktop.ui.shell.account_card import AccountCard
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.settings_view import Settings as Shown
from desktop.ui.shell.settings_view import SettingsView
from desktop.ui.shell.window import Window


class SettingsPage:
    """Builds the page of one person, and keeps what they choose there."""

    def __init__(self, window: Window, models: Models, views: Views, choices: Choices) -> None:
        self._window = window
        self._models = models
        self._views = views
        self._choices = choices

    def view(self, actions: Actions, remove: Callable[[], None]) -> SettingsView:
        """The page; `remove` takes the account off this machine."""
        values = self._choices.values
        shown = Shown(
            theme=values["theme"],
            scale=values["scale"],
            reduced_motion=values["motion"],
            language=values["language"],
        )
        view = SettingsView(shown, actions, self._about())
        self._add_account(view, remove)
        self._add_video(view)
        self._keep(view)
        return view

    def _about(self) -> About:
        return About(
            version=__version__,
            store_path=self._models.services.store.path,
            encrypted=self._models.sync.connected,
        )

    def _add_account(self, view: SettingsView, remove: Callable[[], None]) -> None:
        if (shared := self._models.services.shared) is not None:
            entered = shared.entered
            card = AccountCard(entered.account.server, entered.local.sign_in)
            card.removal_asked.connect(remove)
            view.add_account(card)

    def _add_video(self, view: SettingsView) -> None:
        choices = self._choices
        card = self._views.video.settings_card(
            warm=_warm(self._models, choices),
            keep=lambda ready: choices.keep("video.ready", ready, self._views),
        )
        view.add_card(card)
        self._window.page_shown.connect(card.leave)

    def _keep(self, view: SettingsView) -> None:
        choices = self._choices
        view.theme_picked.connect(lambda name: choices.keep("theme", name, self._views))
        view.scale_picked.connect(lambda scale: choices.keep("scale", scale, self._views))
        view.motion_picked.connect(lambda reduced: choices.keep("motion", reduced, self._views))
        view.language_picked.connect(lambda name: choices.keep_language(name, self._views))
        view.keys.changed.connect(lambda keys: choices.keep("keys", keys, self._views))


def ready_video(models: Models, views: Views, choices: Choices) -> None:
    """Begin with the devices and the window's place of the last time, the page ready if wanted."""
    video = views.video
    video.pages.remember(
        choices.values["video.devices"],
        lambda names: choices.keep("video.devices", names, views),
    )
    video.window.remember(
        choices.values["video.geometry"],
        lambda place: choices.keep("video.geometry", place, views),
    )
    video.set_warm(_warm(models, choices))


def _warm(models: Models, choices: Choices) -> bool:
    chosen = choices.values["video.ready"]
    return bool(models.video.calls.ready if chosen is None else chosen)
