"""« Équipe »: the page of who leads, a tab for each thing that waits for them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.tabbed import TabbedPage


class TeamPage(TabbedPage):
    """`add_tab`, `set_badge` and `show_tab` by id; the rail shows the sum (`badge_changed`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TeamPage", "Équipe"), parent)
