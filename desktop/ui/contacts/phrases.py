"""Words one may say while an exchange goes wrong, a moment at a time; nobody has to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.care import Phrase
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import quoted
from desktop.ui.kit.wraplabel import WrapLabel


class Phrases(QWidget):
    """A digit or an arrow goes to another moment."""

    def __init__(self) -> None:
        super().__init__()
        self._phrases: tuple[Phrase, ...] = ()
        name = QCoreApplication.translate("Incivility", "Vous pouvez dire")
        self.moments = Segmented(name, ())
        self._quote = Panel("quote")
        self._say = WrapLabel("", "reading")
        self._why = WrapLabel("", "secondary")
        self._quote.add(Text(name, "eyebrow"))
        self._quote.add(self._say)
        self._quote.add(self._why)
        self.moments.picked.connect(self.show_moment)
        self.setLayout(boxes.column(self.moments, self._quote, spacing=Space.S))
        self.hide()

    def show_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Show these, the first one open; nothing where there are none."""
        if tuple(phrases) == self._phrases:
            return
        self._phrases = tuple(phrases)
        self.moments.set_options([Option(one.id, one.when) for one in phrases])
        self.setVisible(bool(phrases))
        if phrases:
            self.show_moment(phrases[0].id)

    def show_moment(self, moment: object) -> None:
        """Show the words of one moment; the first where it is unknown."""
        found = next((one for one in self._phrases if one.id == moment), None)
        found = found or next(iter(self._phrases), None)
        if found is not None:
            self.moments.set_value(found.id)
            self._say.setText(quoted(found.say))
            self._why.setText(found.why)

    def words(self) -> str:
        """The words shown."""
        return self._say.text()
