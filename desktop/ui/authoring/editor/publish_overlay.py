"""Publish a new version: what changed, in a few words, and what still keeps it from being published."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.form import field
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.wraplabel import WrapLabel


class PublishOverlay(Overlay):
    """`confirmed` gives the note; the words stay when one goes back to the text."""

    confirmed = Signal(str)
    problems_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QCoreApplication.translate("Editor", "Publier cette version"), 560)
        self._told = WrapLabel("", "body")
        self.overtaken = Banner(
            "info",
            QCoreApplication.translate(
                "Editor",
                "Une autre version a été publiée depuis. Les deux seront gardées, et il faudra en choisir une.",
            ),
        )
        self._trouble = Banner("warning", "", QCoreApplication.translate("Editor", "Y aller"))
        self._trouble.acted.connect(self._go)
        name = QCoreApplication.translate("Editor", "Ce qui change")
        hint = QCoreApplication.translate(
            "Editor", "Par exemple\u00a0: la réparation vient avant l’explication"
        )
        self.note = TextArea(name, hint, 3)
        self.later = Button(QCoreApplication.translate("Editor", "Pas encore"), role="ghost")
        self.go = Button(
            QCoreApplication.translate("Editor", "Publier"), "send", "primary", "Ctrl ⏎"
        )
        self.later.clicked.connect(self.dismiss)
        self.go.clicked.connect(self._confirm)
        self.body.addWidget(self._told)
        self.body.addWidget(self.overtaken)
        self.body.addWidget(field(name, self.note))
        self.body.addWidget(self._trouble)
        self.footer.addWidget(self.later)
        self.footer.addStretch(1)
        self.footer.addWidget(self.go)

    def show_state(self, state: EditorState) -> None:
        """Show what would be published, and what keeps it from that."""
        told = QCoreApplication.translate(
            "Editor",
            "«\u202f{title}\u202f» devient la version {version} pour toute l’équipe. "
            "Les contacts en cours gardent la leur, et chaque version peut être reprise.",
        )
        script = state.script
        self._told.setText(told.format(title=script.title, version=script.version))
        self.overtaken.setVisible(state.overtaken)
        words = _trouble(state)
        fresh = words != self._trouble.text()
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))
        self.go.set_busy(state.publishing)
        if words and fresh and self.isVisible():
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Publish with Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self.go.isEnabled():
            self.confirmed.emit(self.note.text())

    def _go(self) -> None:
        self.dismiss()
        self.problems_asked.emit()


def _trouble(state: EditorState) -> str:
    if state.errors:
        words = QCoreApplication.translate("Editor", "À reprendre avant de publier\u00a0: {0}.")
        return words.format(len(state.errors))
    if state.failed:
        return QCoreApplication.translate(
            "Editor", "La version n’a pas pu être écrite sur le disque. Le brouillon est gardé."
        )
    return ""
