"""Actions on customers: find, create, go among those that are open."""

from PySide6.QtCore import QCoreApplication

from desktop.app.actions.rows import Row, actions_of
from desktop.app.models import Models
from desktop.app.views import Views
from desktop.domain.newcomers import Newcomer
from desktop.ui.shell.actions import Action, Group


def actions(models: Models, views: Views) -> tuple[Action, ...]:
    """Search and creation, then what is for customers that are open."""
    open_ = models.customers

    def several() -> bool:
        return len(open_.state.tabs) > 1

    def some() -> bool:
        return bool(open_.state.tabs)

    find = QCoreApplication.translate("Actions", "Chercher un client")
    create = QCoreApplication.translate("Actions", "Créer une fiche client")
    following = QCoreApplication.translate("Actions", "Client ouvert suivant")
    previous = QCoreApplication.translate("Actions", "Client ouvert précédent")
    close = QCoreApplication.translate("Actions", "Fermer ce client")
    details = QCoreApplication.translate("Actions", "Fiche complète du client")
    return actions_of(
        Group.CUSTOMER,
        Row("customer.search", find, views.search.take_focus, "F2", "search"),
        Row("customer.create", create, lambda: views.create(Newcomer()), "Ctrl+N", "user-plus"),
        Row("customer.next", following, open_.next, "Ctrl+Tab", "", several),
        Row("customer.previous", previous, open_.previous, "Ctrl+Shift+Tab", "", several),
        Row("customer.close", close, open_.close, "Ctrl+W", "x", some),
        Row("customer.details", details, views.header.open_details, "Ctrl+I", "file-text", some),
    )
