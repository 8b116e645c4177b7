"""A field of one line."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.text import restyle
from desktop.ui.kit.tokens import Type


class TextField(QLineEdit):
    """`name` is read aloud; `hint` shows while the field is empty."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("problem", "false")
        paint.follow(self, self._fit)

    def set_problem(self, text: str) -> None:
        """Mark what is written as not right, and why; with "" as right."""
        marked = "true" if text else "false"
        if self.property("problem") != marked:
            restyle(self, "problem", marked)
            # Read again, the sheet gives the field the size that it was made with.
            self._fit()
        self.setAccessibleDescription(text)
        self.setToolTip(text)

    def _fit(self) -> None:
        self.setFont(theme.font(Type.BODY))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        self.setPalette(palette)
