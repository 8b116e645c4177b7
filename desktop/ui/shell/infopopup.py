"""A small panel under a button of the top bar: a title, and a few sentences."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_WIDTH = 320


class InfoPopup(QFrame):
    """Closes with Esc or a click elsewhere; made anew each time it is opened."""

    def __init__(self, title: str, sentences: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self._words = " ".join((title, *sentences))
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        box.setSpacing(Space.S)
        box.addWidget(Text(title, "heading"))
        for sentence in sentences:
            box.addWidget(WrapLabel(sentence, "secondary"))

    def words(self) -> str:
        """Return all that it says."""
        return self._words

    def open_under(self, button: QWidget) -> None:
        """Show itself below `button`, its right edge at the button's, within the window."""
        self.setFixedWidth(theme.px(_WIDTH))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + Space.XS))
        left = max(corner.x() - self.width(), button.window().mapToGlobal(QPoint(0, 0)).x())
        self.move(left, corner.y())
        self.show()
        announce(self, self._words)
