"""A card: white ground, thin border, twelve-pixel corners, a header and a body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.tokens import Space


class Card(QFrame):
    """Put widgets in `body`; the header shows `title` and, at its end, `trailing`."""

    def __init__(
        self, title: str = "", trailing: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title = ElidedLabel(title, "heading")
        self.header = QHBoxLayout()
        self.header.setSpacing(Space.S)
        self.header.addWidget(self._title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        box.setSpacing(Space.S)
        box.addLayout(self.header)
        box.setAlignment(self.header, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self.body, 1)
        if trailing is not None:
            self.add_header(trailing)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another title; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_header(self, widget: QWidget) -> None:
        """Add a widget at the header's end."""
        self.header.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the body's end."""
        self.body.addWidget(widget, stretch)
