"""All actions with their keys, each to be changed by pressing another."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.action_words import heading
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.key_row import KeyRow


class KeysEditor(QWidget):
    """`changed` gives the person's own keys by action, to be kept."""

    changed = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.rows: dict[str, KeyRow] = {}
        self.reset_all = Button(
            QCoreApplication.translate("KeysEditor", "Rétablir toutes les touches"),
            icon="undo-2",
            role="outline",
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.XS)
        self._list()
        self._box.addSpacing(Space.S)
        self._box.addLayout(boxes.row(None, self.reset_all))
        self.reset_all.clicked.connect(self._reset_all)
        actions.changed.connect(self._refresh)
        self._refresh()

    def _list(self) -> None:
        actions = self._actions.all()
        for group in dict.fromkeys(action.group for action in actions):
            self._box.addSpacing(Space.M if self.rows else Space.S)
            self._box.addWidget(Text(heading(group), "eyebrow"))
            self._box.addWidget(Divider())
            for action in actions:
                if action.group is group:
                    row = KeyRow(self._actions, action)
                    row.changed.connect(self._tell)
                    self.rows[action.id] = row
                    self._box.addWidget(row)

    def _reset_all(self) -> None:
        self._actions.reset_all()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._actions.overrides())

    def _refresh(self) -> None:
        for row in self.rows.values():
            row.refresh()
        self.reset_all.setEnabled(bool(self._actions.overrides()))
