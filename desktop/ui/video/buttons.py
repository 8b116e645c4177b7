"""A few buttons side by side, on as many lines as they need, that hold the height of their lines."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.flow import Flow


class Buttons(Flow):
    """Layouts within cards forget what a width asks for: the height is held here."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        for button in buttons:
            self.add(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width may want more lines."""
        super().resizeEvent(event)
        self._hold()

    def _changed(self) -> None:
        super()._changed()
        self._hold()

    def _hold(self) -> None:
        wanted = self.heightForWidth(self.width())
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)
