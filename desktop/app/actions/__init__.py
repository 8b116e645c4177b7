"""Every action of the window, as data: its words, its key, what it does."""

from collections.abc import Callable

from desktop.app.actions import contact, customer, going
from desktop.app.models import Models
from desktop.app.pages import CUSTOMER
from desktop.app.video import actions as video
from desktop.app.views import Views
from desktop.ui.shell.actions import Action
from desktop.ui.shell.window import Window


def actions(window: Window, models: Models, views: Views) -> tuple[Action, ...]:
    """All of them, in the order in which lists show them."""
    return (
        *customer.actions(models, views),
        *contact.actions(window, models, views),
        *video.actions(models.video, views.video, _to_video(window, views)),
        *going.panes(window, models, views),
        *going.pages(window, models),
    )


def _to_video(window: Window, views: Views) -> Callable[[], None]:
    """Lead to the card of video, wherever one is, and have it begin."""

    def begin() -> None:
        window.show_page(CUSTOMER)
        views.workspace.reveal(views.video.panel)
        views.video.panel.begin()

    return begin
