"""What a step gained from those who stepped off it, and whom they agreed to have named."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import Suggestion
from desktop.ui.kit import boxes
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.names import short_name
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.speech import WeightedLabel

Credits = Mapping[SuggestionId, tuple[str, ...]]


class Suggestions(Panel):
    """A part of the guide, and still nothing that one has to do."""

    def __init__(self) -> None:
        super().__init__("outline")
        self._shown: tuple[object, ...] = ()
        self._rows = boxes.column(spacing=Space.S)
        self.setAccessibleName(QCoreApplication.translate("Guide", "Suggestions de l’équipe"))
        self.body.addLayout(self._rows)
        self.hide()

    def set_suggestions(self, suggestions: tuple[Suggestion, ...], names: Credits) -> None:
        """Show them, each with where it came from; nothing while there are none."""
        self.setVisible(bool(suggestions))
        shown = tuple((one, names.get(one.id, ())) for one in suggestions)
        if shown == self._shown:
            return
        self._shown = shown
        boxes.clear(self._rows)
        for one, authors in shown:
            words = WeightedLabel("", "body")
            words.set_marked(one.words)
            line = boxes.row(spacing=Space.S)
            line.addLayout(boxes.column(1, Glyph("lightbulb", "warning", 16), None, spacing=0))
            said = boxes.column(words, Text(origin_words(one, authors), "caption"), spacing=2)
            line.addLayout(said, 1)
            self._rows.addLayout(line)


def origin_words(suggestion: Suggestion, authors: tuple[str, ...]) -> str:
    """« Suggestion, née d’un écart de Sonia K. », or of the team where nobody wants to be named."""
    if not suggestion.chain:
        return QCoreApplication.translate("Guide", "Suggestion")
    names = [short_name(name) for name in authors]
    if not names:
        return QCoreApplication.translate("Guide", "Suggestion, née d’un écart de l’équipe")
    if len(names) == 1:
        words = QCoreApplication.translate("Guide", "Suggestion, née d’un écart de {0}")
        return words.format(names[0])
    words = QCoreApplication.translate("Guide", "Suggestion, née d’écarts de {0} et de {1}")
    return words.format(", ".join(names[:-1]), names[-1])
