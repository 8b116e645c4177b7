"""The field in which one writes one's own words for a step, with what they will look like."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.authoring.limits import TEXT
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.scripts.ownwords_viewmodel import OwnWordsState, OwnWordsViewModel
from desktop.ui.scripts.ownwords_words import slip_words
from desktop.ui.scripts.speech import WeightedLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsArea(TextArea):
    """Enter keeps, Shift+Enter begins a line, Escape leaves all as typed."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the two keys that end the writing."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _ENTER and plain:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OwnWordsField(Panel):
    """Tells the view-model what is typed; the view-model tells whether it is open."""

    def __init__(self, model: OwnWordsViewModel) -> None:
        super().__init__("quote")
        self._model = model
        name = QCoreApplication.translate("OwnWords", "Vos mots pour cette étape")
        self._title = Text(name, "strong")
        self.area = WordsArea(name, lines=3, max_lines=10)
        self._slip = WrapLabel("", "secondary", "warning")
        self._preview = WeightedLabel("", "secondary", "text2")
        self.share = CheckRow(
            QCoreApplication.translate("OwnWords", "Partager avec mes collègues, avec mon nom")
        )
        self.keep = Button(
            QCoreApplication.translate("OwnWords", "Garder"),
            "check",
            "primary",
            QCoreApplication.translate("OwnWords", "Entrée"),
        )
        self.close_ = Button(
            QCoreApplication.translate("OwnWords", "Fermer"),
            None,
            "ghost",
            QCoreApplication.translate("OwnWords", "Échap"),
        )
        self.close_.setAccessibleDescription(
            QCoreApplication.translate("OwnWords", "Ce qui est tapé reste\u202f; rien n’est perdu.")
        )
        self._build()
        self._connect(model)
        self.hide()

    def set_state(self, state: OwnWordsState) -> None:
        """Show what is being written; nothing while nobody writes."""
        opened = state.writing and self.isHidden()
        self.setVisible(state.writing)
        if not state.writing:
            return
        self.area.set_text(state.text)
        if opened:
            self.area.forget()
        if self.share.isChecked() != state.sharing:
            self.share.setChecked(state.sharing)
        words = slip_words(state.slip) if state.slip else ""
        self._slip.setText(words)
        self._slip.setVisible(bool(words))
        self.area.set_problem(words)
        filled = QCoreApplication.translate("OwnWords", "Avec ce client\u00a0: «\u202f{0}\u202f»")
        self._preview.set_marked(state.filling.fill(state.text), filled)
        self._preview.setVisible(bool(state.text.strip()))
        if opened:
            give(self.area)

    def _connect(self, model: OwnWordsViewModel) -> None:
        self.area.edited.connect(model.type)
        self.area.kept.connect(model.keep)
        self.area.left.connect(model.leave)
        self.share.toggled.connect(model.share)
        self.keep.clicked.connect(model.keep)
        self.close_.clicked.connect(model.leave)

    def _build(self) -> None:
        hint = QCoreApplication.translate(
            "OwnWords",
            "{0} caractères au plus. {{{{client.prenom}}}} ou {{{{client.appel}}}} plutôt qu’un nom\u00a0: "
            "ces mots resserviront.",
        ).format(TEXT)
        head = boxes.row(Glyph("pencil", "accent", 16), self._title, None)
        foot = boxes.row(spacing=Space.S)
        foot.addWidget(self.share, 1)
        foot.addWidget(self.close_)
        foot.addWidget(self.keep)
        self.body.setSpacing(Space.S)
        self.body.addLayout(head)
        self.body.addWidget(self.area)
        self.body.addWidget(self._slip)
        # Beside what is typed, however long it gets and however little height there is.
        self.body.addLayout(foot)
        self.body.addWidget(self._preview)
        self.body.addWidget(WrapLabel(hint, "caption"))
        QWidget.setTabOrder(self.area, self.share)
