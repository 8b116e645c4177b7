"""A text of the guide under its label: how long it is, what is wrong with it, variables to put in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.authoring.checking import Problem, Severity
from desktop.ui.authoring.editor import variables
from desktop.ui.authoring.editor.problem_words import problem_mark, problem_words
from desktop.ui.kit import boxes
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_NEAR: Final = 0.8
"""From this share of the most on, the count is shown."""

_AWAY: Final = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ProblemLines(QWidget):
    """What is wrong, line by line; no room at all while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Problem, ...] = ()
        self._box = boxes.column(spacing=Space.XS)
        self.setLayout(self._box)
        self.hide()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these."""
        if tuple(problems) == self._shown:
            return
        self._shown = tuple(problems)
        boxes.clear(self._box)
        for problem in problems:
            glyph = Glyph(*problem_mark(problem), 14)
            line = boxes.row(glyph, spacing=Space.XS)
            line.setAlignment(glyph, Qt.AlignmentFlag.AlignTop)
            words = WrapLabel(problem_words(problem), "secondary", "text3" if problem.quiet else "")
            line.addWidget(words, 1)
            self._box.addLayout(line)
        self.setVisible(bool(problems))

    def words(self) -> str:
        """Return all of them as one text."""
        return " ".join(problem_words(one) for one in self._shown)


class TextInput(QWidget):
    """A line, or with `lines` an area; `edited` gives what is written at each keystroke.

    Ctrl+I offers the variables. `left` when the keyboard went to another field.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, label: str, most: int, hint: str = "", lines: int = 0, name: str = ""
    ) -> None:
        super().__init__()
        self._most = most
        self._label = Text(label, "secondary")
        self._count = Text("", "caption")
        self.control: TextField | TextArea
        if lines:
            self.control = TextArea(name or label, hint, lines, 12)
            self.control.edited.connect(self.edited)
        else:
            self.control = TextField(name or label, hint)
            self.control.textEdited.connect(self.edited)
        self.variable = IconButton(
            "braces", QCoreApplication.translate("Editor", "Insérer une variable (Ctrl+I)")
        )
        self.variable.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.variable.clicked.connect(lambda: variables.offer(self.control, self.variable))
        self.problems = ProblemLines()
        self._label.setBuddy(self.control)
        self.control.installEventFilter(self)
        self.setFocusProxy(self.control)
        self.head = boxes.row(self._label, None, self._count, self.variable, spacing=Space.S)
        self._lay_out(bool(label))

    def _lay_out(self, labelled: bool) -> None:  # noqa: FBT001 - its one caller's answer
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        if labelled:
            box.addLayout(self.head)
        else:
            for widget in (self._label, self._count, self.variable):
                widget.setParent(self)
                widget.hide()
        box.addWidget(self.control)
        box.addWidget(self.problems)

    def set_text(self, text: str) -> None:
        """Show what is written, without `edited`; the cursor stays where nothing changed."""
        if isinstance(self.control, TextArea):
            if text != self.control.text():
                self.control.set_text(text)
                self.control.forget()
        elif text != self.control.text():
            self.control.setText(text)
            if not self.control.hasFocus():
                self.control.setCursorPosition(0)
        near = len(text) >= self._most * _NEAR
        count = QCoreApplication.translate("Editor", "{0}\u00a0/\u00a0{1}")
        self._count.setText(count.format(len(text), self._most) if near else "")
        self._count.set_tone("danger" if len(text) > self._most else "")

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with it."""
        self.problems.set_problems(problems)
        errors = [one for one in problems if one.severity is Severity.ERROR and not one.quiet]
        self.control.set_problem(" ".join(problem_words(one) for one in errors))
        if not errors:
            self.control.setAccessibleDescription(self.problems.words())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when one goes on; a list over the field, or another window, is no leaving."""
        gone = isinstance(event, QFocusEvent) and event.lostFocus()
        if gone and isinstance(event, QFocusEvent) and event.reason() not in _AWAY:
            self.left.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the variables with Ctrl+I."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_I:
            variables.offer(self.control)
            return
        super().keyPressEvent(event)
