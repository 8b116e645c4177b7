"""What stands where a check-in is no longer shared: no blame, and one's words are kept."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea


class GonePane(Card):
    """The reply under way, if any, can still be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        words = QCoreApplication.translate("Wellbeing", "Votre réponse, à copier si besoin")
        self._kept = Text(words, "secondary")
        self.draft = TextArea(words, "", lines=3, max_lines=8)
        self.draft.setReadOnly(True)
        empty = EmptyState(
            "lock",
            QCoreApplication.translate("Wellbeing", "Ce check-in n’est plus partagé avec vous"),
            QCoreApplication.translate(
                "Wellbeing", "La personne a choisi de le garder pour elle. C’est son droit."
            ),
        )
        self.body.addLayout(boxes.column(empty, self._kept, self.draft))

    def show_draft(self, text: str) -> None:
        """Show the reply that was under way; nothing when there was none."""
        self.draft.set_text(text)
        self._kept.setVisible(bool(text))
        self.draft.setVisible(bool(text))
