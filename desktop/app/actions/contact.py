"""Actions on the contact under way and its guide, and on oneself."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.app.actions.rows import Row, actions_of
from desktop.app.models import Models
from desktop.app.pages import CUSTOMER
from desktop.app.views import Views
from desktop.ui.contacts.state import Stage
from desktop.ui.shell.actions import Action, Group
from desktop.ui.shell.window import Window


def actions(window: Window, models: Models, views: Views) -> tuple[Action, ...]:
    """The guide's, the contact's, one's own."""

    def there(verb: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            window.show_page(CUSTOMER)
            verb()

        return run

    def open_() -> bool:
        return models.contact.state.stage is Stage.OPEN

    return (*_guide(models, views, there, open_), *_contact(models, views, there, open_))


Going = Callable[[Callable[[], None]], Callable[[], None]]


def _guide(
    models: Models, views: Views, there: Going, open_: Callable[[], bool]
) -> tuple[Action, ...]:
    guide = models.guide

    def guided() -> bool:
        return guide.state.run is not None

    onward = QCoreApplication.translate("Actions", "Étape suivante du guide")
    back = QCoreApplication.translate("Actions", "Étape précédente du guide")
    off = QCoreApplication.translate("Actions", "M’écarter du guide")
    step_off = there(views.guide.open_step_off)
    return actions_of(
        Group.GUIDE,
        Row("guide.next", onward, there(guide.next), "F3", "arrow-right", guided),
        Row("guide.back", back, there(guide.back), "Shift+F3", "", guided),
        Row("guide.step_off", off, step_off, "F4", "split", open_),
    )


def _contact(
    models: Models, views: Views, there: Going, open_: Callable[[], bool]
) -> tuple[Action, ...]:
    contact = models.contact

    def wrap_up() -> None:
        views.workspace.reveal(views.wrap_up)
        views.wrap_up.wrap_up()

    wrap = QCoreApplication.translate("Actions", "Clôturer le contact")
    close = QCoreApplication.translate("Actions", "Enregistrer et clore le contact")
    undo = QCoreApplication.translate("Actions", "Reprendre le contact clos à l’instant")
    report = QCoreApplication.translate("Actions", "Signaler une incivilité")
    feel = QCoreApplication.translate("Actions", "Dire comment ça va")
    incivility = views.forms.ask_incivility
    return actions_of(
        Group.CONTACT,
        Row("contact.wrap_up", wrap, there(wrap_up), "F8", "check", open_),
        Row("contact.close", close, contact.close, "Ctrl+Return", "check-check", open_),
        Row("contact.undo", undo, contact.undo, "Ctrl+Z", "undo-2", contact.can_undo),
        Row("contact.incivility", report, incivility, "F7", "shield-alert", open_),
    ) + actions_of(
        Group.ME, Row("me.check_in", feel, views.forms.ask_check_in, "F12", "heart-pulse")
    )
