"""Actions that lead somewhere: pages of the window, parts of the customer's page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.app import pages as places
from desktop.app.actions.rows import Row, actions_of
from desktop.app.models import Models
from desktop.app.views import Views
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


def pages(window: Window, models: Models) -> tuple[Action, ...]:
    """One a page that this person has."""
    theirs = places.of_role(models.person.role, connected=models.sync.connected)
    rows = (
        Row(f"go.{page.id}", page.label, partial(window.show_page, page.id), page.key, page.icon)
        for page in places.pages()
        if page.id in theirs
    )
    return actions_of(Group.GO, *rows)


def panes(window: Window, models: Models, views: Views) -> tuple[Action, ...]:
    """The four parts by their number, and the next and previous of them."""
    space = views.workspace

    def go(verb: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            window.show_page(places.CUSTOMER)
            verb()

        return run

    def some() -> bool:
        return bool(models.customers.state.tabs)

    def note() -> None:
        # One goes to the contact to write: the note comes first, before the channel's list.
        space.reveal(views.wrap_up)
        views.wrap_up.take_focus()

    titles = _pane_titles()
    verbs = {place: partial(space.choose, place) for place in (1, 3, 4)} | {2: note}
    numbered = [
        Row(f"pane.{place}", title, go(verbs[place]), f"Ctrl+{place}", "", some)
        for place, title in enumerate(titles[:4], 1)
    ]
    return actions_of(
        Group.GO,
        *numbered,
        Row("pane.next", titles[4], go(space.next_pane), "F6", "", some),
        Row("pane.previous", titles[5], go(space.previous_pane), "Shift+F6", "", some),
    )


def _pane_titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Actions", "Aller au guide"),
        QCoreApplication.translate("Actions", "Aller au contact en cours"),
        QCoreApplication.translate("Actions", "Aller au dossier"),
        QCoreApplication.translate("Actions", "Aller à l’en-tête du client"),
        QCoreApplication.translate("Actions", "Partie suivante de l’écran"),
        QCoreApplication.translate("Actions", "Partie précédente de l’écran"),
    )
