"""Every action of the window, as data: its words, its key, what it does."""

from desktop.app.actions import contact, customer, going
from desktop.app.models import Models
from desktop.app.views import Views
from desktop.ui.shell.actions import Action
from desktop.ui.shell.window import Window


def actions(window: Window, models: Models, views: Views) -> tuple[Action, ...]:
    """All of them, in the order in which lists show them."""
    return (
        *customer.actions(models, views),
        *contact.actions(window, models, views),
        *going.panes(window, models, views),
        *going.pages(window, models),
    )
