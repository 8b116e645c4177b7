"""The pages of the window, and who has which."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import Role
from desktop.ui.shell.rail import Page

DAY, CUSTOMER, PROMISES, MINE, SHARED = ("day", "customer", "promises", "mine", "shared")
REVIEW, GUIDES, MIRROR, SETTINGS = ("review", "guides", "mirror", "settings")

KEYS = {
    DAY: "Alt+1",
    CUSTOMER: "Alt+2",
    PROMISES: "Alt+3",
    MINE: "Alt+4",
    SHARED: "Alt+5",
    REVIEW: "Alt+6",
    GUIDES: "Alt+7",
    MIRROR: "Alt+8",
    SETTINGS: "Ctrl+,",
}


def pages() -> tuple[Page, ...]:
    """All pages, in the order of the rail."""
    return (
        _page(DAY, "house", QCoreApplication.translate("Pages", "Ma journée")),
        _page(CUSTOMER, "user", QCoreApplication.translate("Pages", "Client")),
        _page(PROMISES, "calendar-clock", QCoreApplication.translate("Pages", "Promesses")),
        _page(MINE, "heart-pulse", QCoreApplication.translate("Pages", "Et moi")),
        _page(SHARED, "heart-handshake", QCoreApplication.translate("Pages", "Équipe")),
        _page(REVIEW, "inbox", QCoreApplication.translate("Pages", "À voir")),
        _page(GUIDES, "scroll-text", QCoreApplication.translate("Pages", "Guides")),
        _page(MIRROR, "flip-vertical-2", QCoreApplication.translate("Pages", "Miroir")),
        _page(SETTINGS, "settings", QCoreApplication.translate("Pages", "Réglages")),
    )


def of_role(role: Role, *, connected: bool = False) -> tuple[str, ...]:
    """The pages of somebody who signed in: what was shared by name is for a lead only.

    « À voir » needs a shared database that may have refused something.
    """
    everybody = (DAY, CUSTOMER, PROMISES, MINE, GUIDES, MIRROR, SETTINGS)
    lead = (SHARED,) if role is Role.LEAD else ()
    return (*everybody, *lead, *((REVIEW,) if connected else ()))


def _page(page_id: str, icon: str, label: str) -> Page:
    return Page(
        id=page_id, icon=icon, label=label, key=KEYS[page_id], at_bottom=page_id == SETTINGS
    )
