"""A label in one of the type scale's roles."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.kit import fonts


class Text(QLabel):
    """One line of plain text; `role` sets its size and weight, `tone` its colour if not the role's."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self._align()

    def setText(self, text: str) -> None:
        """Show other words."""
        if text == self.text():
            return
        super().setText(text)
        self._align()

    def set_tone(self, tone: str) -> None:
        """Change the colour of the words to a token, or with "" back to the role's own."""
        restyle(self, "tone", tone)

    def _align(self) -> None:
        # Once polished, an empty font would throw away what the style sheet gave.
        polished = self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        font = QFont(self.font()) if polished else QFont()
        self.setFont(fonts.align_figures(font, self.text()))


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property of `widget`, and have the style sheet read it again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
