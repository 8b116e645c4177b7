"""A control under its label; while it is empty, a quiet word says that it may stay so."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class Labelled(QWidget):
    """`remark` stands at the end of the label's line; with `optional`, « facultatif » when empty."""

    def __init__(self, label: str, control: QWidget, *, optional: bool = False) -> None:
        super().__init__()
        self._optional = optional
        self._remark = Text("", "caption")
        words = Text(label, "secondary")
        words.setBuddy(control)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(words)
        head.addStretch(1)
        head.addWidget(self._remark)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addLayout(head)
        box.addWidget(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self.set_filled(filled=False)

    def set_filled(self, *, filled: bool) -> None:
        """Say, or no longer, that the field may be left empty."""
        shown = self._optional and not filled
        self._say(QCoreApplication.translate("WrapUp", "facultatif") if shown else "", "")

    def set_awaited(self, keys: str) -> None:
        """Say which keys are awaited here."""
        self._say(keys, "accent")

    def remark(self) -> str:
        """Return the words at the end of the line."""
        return self._remark.text()

    def _say(self, words: str, tone: str) -> None:
        self._remark.set_tone(tone)
        self._remark.setText(words)
