"""Actions that lead somewhere: pages of the window, parts of the customer's page."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.app import pages as places
from desktop.app.models import Models
from desktop.app.views import Views
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.rail import Page
from desktop.ui.shell.window import Window


def pages(window: Window, models: Models) -> tuple[Action, ...]:
    """One a page that this person has."""

    def of(page: Page) -> Action:
        return Action(
            id=f"go.{page.id}",
            title=lambda: page.label,
            keys=(page.key,),
            run=lambda: window.show_page(page.id),
            group=Group.GO,
            icon=page.icon,
        )

    theirs = places.of_role(models.person.role)
    return tuple(of(page) for page in places.pages() if page.id in theirs)


def panes(window: Window, models: Models, views: Views) -> tuple[Action, ...]:
    """The four parts by their number, and the next and previous of them."""
    titles = (
        lambda: QCoreApplication.translate("Actions", "Aller au guide"),
        lambda: QCoreApplication.translate("Actions", "Aller au contact en cours"),
        lambda: QCoreApplication.translate("Actions", "Aller au dossier"),
        lambda: QCoreApplication.translate("Actions", "Aller à l’en-tête du client"),
        lambda: QCoreApplication.translate("Actions", "Partie suivante de l’écran"),
        lambda: QCoreApplication.translate("Actions", "Partie précédente de l’écran"),
    )
    keys = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "F6", "Shift+F6")
    space = views.workspace

    def go(verb: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            window.show_page(places.CUSTOMER)
            verb()

        return run

    verbs = (
        *(lambda place=place: space.choose(place) for place in range(1, 5)),
        space.next_pane,
        space.previous_pane,
    )
    return tuple(
        Action(
            id=f"pane.{key}",
            title=title,
            keys=(key,),
            run=go(verb),
            enabled=lambda: bool(models.customers.state.tabs),
            group=Group.GO,
        )
        for title, key, verb in zip(titles, keys, verbs, strict=True)
    )
