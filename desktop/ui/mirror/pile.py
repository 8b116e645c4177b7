"""Pages one over the other, of which only the one in front asks for room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Pile(QStackedWidget):
    """A long page behind would make the one in front as long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Go by the hints: a layout would ask all the pages how high they are."""
        return False

    def sizeHint(self) -> QSize:
        """Prefer what the page in front prefers."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need the height of the page in front; the width of all, which is kept between them."""
        least, shown = super().minimumSizeHint(), self.currentWidget()
        return QSize(least.width(), shown.minimumSizeHint().height()) if shown else least
