"""The forms over the window that every desk has, each built at its first use."""

from PySide6.QtCore import QObject, Signal

from desktop.app.models import Models
from desktop.ui.contacts.incivility_view import IncivilityView
from desktop.ui.kit.later import Once
from desktop.ui.shell.window import Window
from desktop.ui.wellbeing.check_in_overlay import CheckInOverlay


class Forms(QObject):
    """`pause_offered` with a report of an incivility; `pause_accepted` gives minutes."""

    pause_offered = Signal()
    pause_accepted = Signal(int)

    def __init__(self, window: Window, models: Models) -> None:
        super().__init__(window)
        self._window, self._models = window, models
        self._check_in = Once(lambda: CheckInOverlay(window, models.check_in))
        self._incivility = Once(self._make_incivility)

    @property
    def check_in(self) -> CheckInOverlay:
        """How one is."""
        return self._check_in()

    @property
    def incivility(self) -> IncivilityView:
        """What was said and done."""
        return self._incivility()

    def ask_check_in(self) -> None:
        """Ask how one is."""
        self.check_in.propose()

    def stop_check_in(self) -> None:
        """Ask no more, where it was asked."""
        if self._check_in.is_made:
            self.check_in.dismiss()

    def ask_incivility(self) -> None:
        """Ask what was said and done."""
        self.incivility.ask()

    def _make_incivility(self) -> IncivilityView:
        models = self._models
        view = IncivilityView(models.contact, models.exchange, self._window)
        view.pause_offered.connect(self.pause_offered)
        view.pause_accepted.connect(self.pause_accepted)
        return view
