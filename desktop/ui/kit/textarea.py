"""A field of several lines that grows with what is written."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.text import restyle
from desktop.ui.kit.tokens import Space, Type


class TextArea(QPlainTextEdit):
    """`edited` tells what the person wrote, at each keystroke; Tab leaves the field."""

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        hint: str = "",
        lines: int = 2,
        max_lines: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (lines, max_lines)
        self._telling = True
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setProperty("problem", "false")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        paint.follow(self, self._fit)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text` without `edited`, ready to be written on.

        The cursor and undo stay when it is the same already.
        """
        if text == self.toPlainText():
            return
        self._telling = False
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._telling = True

    def forget(self) -> None:
        """Another thing is written here from now on: Ctrl+Z brings nothing of the last one back."""
        self.document().clearUndoRedoStacks()

    def set_problem(self, text: str) -> None:
        """Mark what is written as not right, and why; with "" as right."""
        marked = "true" if text else "false"
        if self.property("problem") != marked:
            restyle(self, "problem", marked)
            # Read again, the sheet gives the field the size that it was made with.
            self._fit()
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """Fit the lines written, between the least and the most."""
        least, most = self._lines
        shown = min(max(self._line_count(), least), most)
        extra = 2 * (self.frameWidth() + Space.XS) + round(2 * self.document().documentMargin())
        return QSize(120, shown * self.fontMetrics().lineSpacing() + extra)

    def minimumSizeHint(self) -> QSize:
        """Never less than the lines to show."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width wraps the lines anew."""
        super().resizeEvent(event)
        self._grow()

    def _line_count(self) -> int:
        block = self.document().begin()
        count = 0
        while block.isValid():
            count += max(block.layout().lineCount(), 1)
            block = block.next()
        return count

    def _tell(self) -> None:
        if self._telling:
            self.edited.emit(self.toPlainText())

    def _grow(self) -> None:
        wanted = self.sizeHint().height()
        if self.height() != wanted or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _fit(self) -> None:
        self.setFont(theme.font(Type.BODY))
        # The hint is drawn in the viewport's font, which would stay at the size of before.
        self.viewport().setFont(self.font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        self.setPalette(palette)
        self._grow()
