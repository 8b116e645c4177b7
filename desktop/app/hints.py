"""The keys that the status bar shows on each page."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.app import pages
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.statusbar import Hint
from desktop.ui.shell.window import Window


def words() -> Mapping[str, str]:
    """A short word for each action that a hint may show."""
    return {
        "customer.search": QCoreApplication.translate("Hints", "Chercher"),
        "guide.next": QCoreApplication.translate("Hints", "Étape suivante"),
        "guide.step_off": QCoreApplication.translate("Hints", "M’écarter"),
        "contact.incivility": QCoreApplication.translate("Hints", "Incivilité"),
        "video.begin": QCoreApplication.translate("Hints", "Vidéo"),
        "contact.wrap_up": QCoreApplication.translate("Hints", "Clôturer"),
        "me.check_in": QCoreApplication.translate("Hints", "Ça va\u202f?"),
        "window.palette": QCoreApplication.translate("Hints", "Tout"),
        "window.keys": QCoreApplication.translate("Hints", "Touches"),
    }


ELSEWHERE = ("customer.search", "me.check_in", "window.palette", "window.keys")
CONTACT = (
    "customer.search",
    "guide.next",
    "guide.step_off",
    "contact.incivility",
    "video.begin",
    "contact.wrap_up",
    "me.check_in",
    "window.palette",
    "window.keys",
)


def show(
    window: Window, actions: Actions, *, serving: bool, off: Mapping[str, str] | None = None
) -> None:
    """Put the keys in force beside their words, on every page; `serving` when a customer is open.

    `off`: why an action does nothing now, by its name.
    """
    short = words()

    def hints(names: tuple[str, ...]) -> list[Hint]:
        keys = {name: actions.keys_of(name) for name in names}
        why = off or {}
        return [Hint(keys[name][0], short[name], why.get(name, "")) for name in names if keys[name]]

    for page in pages.pages():
        window.set_hints(
            page.id, hints(CONTACT if serving and page.id == pages.CUSTOMER else ELSEWHERE)
        )
