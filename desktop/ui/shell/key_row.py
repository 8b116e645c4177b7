"""An action in the keys editor: what it is, its key, and how to change it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.keycap import KeyCap
from desktop.ui.kit.keys import key_symbol, key_text
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.action_words import refusal
from desktop.ui.shell.actions import Action, Actions, Refusal
from desktop.ui.shell.keycapture import KeyCapture


class KeyRow(QWidget):
    """`changed` once another key is in force."""

    changed = Signal()

    def __init__(self, actions: Actions, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._action = action
        self._cap = KeyCap("")
        self._none = Text(QCoreApplication.translate("KeyRow", "aucune"), "secondary", "text3")
        self.change = Button(QCoreApplication.translate("KeyRow", "Changer"), role="ghost")
        self.reset = IconButton(
            "undo-2", QCoreApplication.translate("KeyRow", "Rétablir la touche d’origine")
        )
        self.capture = KeyCapture(self)
        self.problem = Text("", "secondary", "warning")
        self._lay_out()
        self.change.clicked.connect(self._begin)
        self.reset.clicked.connect(self._reset)
        self.capture.pressed.connect(self._take)
        self.capture.left.connect(self._end)
        self.refresh()

    def refresh(self) -> None:
        """Show the key in force."""
        keys = self._actions.keys_of(self._action.id)
        key = keys[0] if keys else ""
        self._cap.set_text(key_symbol(key) if key else "")
        self._cap.setVisible(bool(key) and self.capture.isHidden())
        self._none.setVisible(not key and self.capture.isHidden())
        self.reset.setVisible(self._action.id in self._actions.overrides())
        told = QCoreApplication.translate(
            "KeyRow", "Changer la touche de «\u202f{title}\u202f», {key}"
        )
        none = QCoreApplication.translate("KeyRow", "aucune")
        shown = key_text(key) if key else none
        self.change.setAccessibleName(told.format(title=self._action.title(), key=shown))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(ElidedLabel(self._action.title()), 1)
        for widget in (self.capture, self._cap, self._none, self.reset, self.change):
            line.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addLayout(line)
        box.addWidget(self.problem, 0, Qt.AlignmentFlag.AlignRight)
        self.capture.hide()
        self.problem.hide()

    def _begin(self) -> None:
        self._tell("")
        self.capture.show()
        self.change.hide()
        self.refresh()
        self.capture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, key: str) -> None:
        refused = self._actions.change(self._action.id, key)
        if refused is not None:
            self._tell(refusal(refused, key))
            return
        self._tell("")
        self._end(told=True)
        self.changed.emit()

    def _end(self, *, told: bool = False) -> None:
        if self.capture.isHidden():
            return
        had_focus = self.capture.hasFocus()
        self.change.show()
        if had_focus:
            self.change.setFocus(Qt.FocusReason.TabFocusReason)
        self.capture.hide()
        if not told:
            self._tell("")
        self.refresh()

    def _reset(self) -> None:
        refused: Refusal | None = self._actions.reset(self._action.id)
        if refused is not None:
            key = next(iter(self._action.keys), "")
            self._tell(refusal(refused, key))
            return
        self._tell("")
        self.change.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()
        self.changed.emit()

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.capture.setAccessibleDescription(words)
        if words:
            announce(self, words)
