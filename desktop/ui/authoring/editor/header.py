"""Above the editor: back to the guides, which guide, how its draft stands, undo, publish."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.authoring.editor.problem_words import step_title
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.saving_chip import SavingChip
from desktop.ui.kit.tokens import Space

_ROOMY: Final = 640
"""From this width on there is room for the version to come beside the title."""


class EditorHeader(QWidget):
    """One line that stays in sight."""

    left = Signal()
    undone = Signal()
    redone = Signal()
    publish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(
            QCoreApplication.translate("Editor", "Guides"), "chevron-left", role="ghost"
        )
        self.back.setAccessibleName(QCoreApplication.translate("Editor", "Revenir aux guides"))
        self._title = ElidedLabel("", "title")
        self._version = Chip("", "neutral")
        self.saving = SavingChip(QCoreApplication.translate("Editor", "Brouillon"))
        self.undo = IconButton("undo-2", QCoreApplication.translate("Editor", "Annuler (Ctrl+Z)"))
        self.redo = IconButton(
            "redo-2", QCoreApplication.translate("Editor", "Rétablir (Ctrl+Maj+Z)")
        )
        self.publishing = Button(
            QCoreApplication.translate("Editor", "Publier…"), "send", role="primary"
        )
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(self.undone)
        self.redo.clicked.connect(self.redone)
        self.publishing.clicked.connect(self.publish)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for widget in (self.back, self._title, self._version, self.saving):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (self.undo, self.redo, self.publishing):
            box.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title its room: the form that publishes tells the version too."""
        super().resizeEvent(event)
        self._version.setVisible(event.size().width() >= theme.px(_ROOMY))

    def set_key(self, publish: str) -> None:
        """Show the key that publishes, a portable shortcut; "": none."""
        self.publishing.set_key(key_symbol(publish) if publish else None)

    def show_state(self, state: EditorState) -> None:
        """Show which guide it is, and what can be done."""
        script = state.script
        self._title.setText(step_title(script.title))
        version = QCoreApplication.translate("Editor", "v{0} à venir").format(script.version)
        self._version.set_text(version)
        self.saving.set_saving(state.saving)
        self.undo.setEnabled(state.can_undo)
        self.redo.setEnabled(state.can_redo)
        self.publishing.set_busy(state.publishing)
