"""One line of a step's lists: its words, where it leads, up, down, and away with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.authoring import limits
from desktop.domain.authoring.checking import Problem
from desktop.domain.authoring.items import Item, Items
from desktop.ui.authoring.editor.field import ProblemLines, TextInput
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.tokens import Space

_ALT: Final = Qt.KeyboardModifier.AltModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemRow(QWidget):
    """Enter asks for another line, Backspace in an empty one takes it out, Alt+Up and Alt+Down move it.

    `shifted` gives -1 or 1; `led` the id of the step that a reaction leads to, "" for the next one.
    """

    edited = Signal(str)
    led = Signal(str)
    shifted = Signal(int)
    removed = Signal()
    another = Signal()

    def __init__(self, kind: Items, name: str) -> None:
        super().__init__()
        tall = kind is Items.SUGGESTIONS
        most = limits.TEXT if tall else limits.LINE
        self.input = TextInput("", most, "", 2 if tall else 0, name)
        self.input.edited.connect(self.edited)
        self.input.control.installEventFilter(self)
        self.to: Picker | None = None
        self._problems = ProblemLines()
        self._tall = tall
        self._name = name
        buttons = self._buttons()
        line = boxes.row(self.input, *buttons, spacing=Space.XS)
        line.setStretch(0, 1)
        for button in buttons:
            line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        box = boxes.column(line, spacing=Space.XS)
        if kind is Items.REACTIONS:
            box.addLayout(self._way())
        box.addWidget(self._problems)
        self.setLayout(box)
        self.setFocusProxy(self.input)

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show its words, and what is wrong with it."""
        self.input.set_text(item.words)
        self.input.set_problems([one for one in problems if one.field not in {"to", "id"}])
        self._problems.set_problems([one for one in problems if one.field in {"to", "id"}])
        if self.to is not None:
            self.to.set_value(item.to)

    def set_targets(self, targets: Sequence[Option[str]]) -> None:
        """Offer these steps to lead to."""
        if self.to is not None:
            self.to.set_options(targets)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether it can go up, or down."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the line and not its words."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._keyed(event)
        return super().eventFilter(watched, event)

    def _keyed(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            if self._tall:
                return False
            self.another.emit()
        elif key == Qt.Key.Key_Backspace and not modifiers and not self.input.control.text():
            self.removed.emit()
        else:
            return False
        return True

    def _buttons(self) -> tuple[IconButton, ...]:
        up = QCoreApplication.translate("Editor", "Monter (Alt+↑)\u00a0: {0}")
        down = QCoreApplication.translate("Editor", "Descendre (Alt+↓)\u00a0: {0}")
        away = QCoreApplication.translate("Editor", "Retirer\u00a0: {0}")
        self.up = IconButton("arrow-up", up.format(self._name))
        self.down = IconButton("arrow-down", down.format(self._name))
        self.remove = IconButton("x", away.format(self._name))
        self.up.clicked.connect(lambda: self.shifted.emit(-1))
        self.down.clicked.connect(lambda: self.shifted.emit(1))
        self.remove.clicked.connect(self.removed)
        for button in (self.up, self.down):
            # Alt with the arrows does the same from the line's words.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return self.up, self.down, self.remove

    def _way(self) -> QHBoxLayout:
        name = QCoreApplication.translate("Editor", "{0} mène à").format(self._name)
        self.to = Picker(name)
        self.to.picked.connect(lambda value: self.led.emit(str(value or "")))
        row = boxes.row(Space.M, Glyph("arrow-right", "text3", 14), self.to, spacing=Space.S)
        row.setStretch(2, 1)
        return row
