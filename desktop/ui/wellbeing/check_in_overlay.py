"""The check-in over the window: at the start of a shift, or when one likes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.overlay import Overlay
from desktop.ui.wellbeing.check_in_view import CheckInView
from desktop.ui.wellbeing.viewmodel import CheckInViewModel

_WIDTH = 600


class CheckInOverlay(Overlay):
    """`propose` opens it; saving, « Plus tard » and Escape close it, and nothing said is lost."""

    def __init__(self, window: QWidget, viewmodel: CheckInViewModel) -> None:
        title = QCoreApplication.translate("Wellbeing", "Et vous, ça va ?")
        super().__init__(window, title, _WIDTH)
        self._viewmodel = viewmodel
        self.view = CheckInView(viewmodel)
        self.body.addWidget(self.view)
        viewmodel.saved.connect(self.dismiss)
        viewmodel.postponed.connect(self.dismiss)

    def propose(self) -> None:
        """Offer the form, with the keyboard on its first question."""
        self._viewmodel.begin()
        self.open()
        self.view.take_focus()
