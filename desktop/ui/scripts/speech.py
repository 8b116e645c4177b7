"""Words that one may say, in a quotation: a suggestion, never a text to read out."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.wording import spans
from desktop.ui.kit import boxes
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class WeightedLabel(WrapLabel):
    """Words in which `**these**` carry weight."""

    def set_marked(self, marked: str, around: str = "{0}") -> None:
        """Show `marked`; `around` is put about the whole, at its {0}."""
        before, _, after = around.partition("{0}")
        text, runs = before, []
        for place, paragraph in enumerate(spans(marked)):
            text += "\n" if place else ""
            for span in paragraph:
                if span.strong:
                    runs.append((len(text), len(span.text)))
                text += span.text
        self.setText(text + after)
        self.set_strong(*runs)


class Speech(Panel):
    """The quotation block; what belongs to the words goes below them into `said`."""

    def __init__(self) -> None:
        super().__init__("quote")
        self._words = WeightedLabel("", "reading")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addLayout(boxes.column(2, Glyph("quote", "accent", 18), None, spacing=0))
        self.said = boxes.column(self._words, spacing=0)
        line.addLayout(self.said, 1)
        self.body.addLayout(line)

    def set_words(self, marked: str) -> None:
        """Show what one may say."""
        quotation = QCoreApplication.translate("Guide", "«\u202f{0}\u202f»")
        self._words.set_marked(marked, quotation)
        self.setAccessibleName(QCoreApplication.translate("Guide", "Ce que l’on peut dire"))
        self.setAccessibleDescription(self._words.text())

    def text(self) -> str:
        """Return what is shown."""
        return self._words.text()
