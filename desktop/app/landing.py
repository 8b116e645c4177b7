"""Where the keyboard is once a customer comes to the front: at their guide, or where it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import pages
from desktop.domain.customer_file import CustomerFile
from desktop.domain.ids import CustomerId
from desktop.ui.customers.viewmodel import OpenCustomersViewModel
from desktop.ui.scripts.view import GuideView
from desktop.ui.scripts.viewmodel import GuideViewModel
from desktop.ui.shell.workspace import Workspace

GUIDE = 1
"""The guide's place in the workspace."""


class Landing(QObject):
    """A customer who is opened begins at the guide; one who was open keeps the focus in place."""

    def __init__(
        self,
        customers: OpenCustomersViewModel,
        guide: GuideViewModel,
        view: GuideView,
        workspace: Workspace,
    ) -> None:
        super().__init__(workspace)
        self._customers = customers
        self._view = view
        self._workspace = workspace
        self._open: set[CustomerId] = set()
        self._from: QWidget | None = None
        self._awaited = False
        self._lead_to: Callable[[str], None] | None = None
        customers.shown.connect(self._land)
        customers.closing.connect(self._open.discard)
        customers.asked_again.connect(lambda: self._land(customers.state.file))
        guide.changed.connect(self._arrive)

    def set_way(self, lead_to: Callable[[str], None]) -> None:
        """Have `lead_to` called with a page's id whenever a customer comes to the front."""
        self._lead_to = lead_to

    def at_guide(self) -> None:
        """Lead to the guide; while it is not there yet, it takes the keyboard once it comes."""
        self._workspace.choose(GUIDE)
        self._from = QApplication.focusWidget()
        self._awaited = not self._is_there()

    def _land(self, file: CustomerFile | None) -> None:
        if file is None or self._lead_to is None:
            return
        focus = QApplication.focusWidget()
        stays = focus is not None and self._workspace.isAncestorOf(focus)
        self._lead_to(pages.CUSTOMER)
        if not stays or file.customer.id not in self._open:
            self.at_guide()
        self._open.add(file.customer.id)

    def _arrive(self) -> None:
        """Not when the person went elsewhere meanwhile."""
        if not self._awaited:
            return
        if QApplication.focusWidget() is not self._from or not self._workspace.isVisible():
            self._awaited = False
        else:
            self.at_guide()

    def _is_there(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._view.isAncestorOf(focus)
