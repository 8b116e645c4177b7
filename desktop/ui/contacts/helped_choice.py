"""Did it help? Yes, no, or one does not know: O, N, or 1 to 3 while the question has the focus."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.domain.contacts import Helped
from desktop.ui.kit.choices import ChoiceButton, Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.segmented import Segmented

_LETTERS: Final = {Qt.Key.Key_O: 1, Qt.Key.Key_N: 2, Qt.Key.Key_Question: 3}


class HelpedChoice(Segmented):
    """The value is a Helped, or None before an answer."""

    def __init__(self) -> None:
        options = [
            Option(Helped.YES, label(Helped.YES), "thumbs-up"),
            Option(Helped.NO, label(Helped.NO)),
            Option(Helped.UNKNOWN, label(Helped.UNKNOWN)),
        ]
        super().__init__(
            QCoreApplication.translate("WrapUp", "Cet écart a-t-il aidé\u202f?"), options
        )
        unsure = QCoreApplication.translate("WrapUp", "Je ne sais pas")
        self.findChildren(ChoiceButton)[-1].setAccessibleName(unsure)
        self.findChildren(ChoiceButton)[-1].setToolTip(unsure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take O and N, which stand for the words, from the buttons that have the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            digit = _LETTERS.get(Qt.Key(event.key())) if plain else None
            if digit is not None:
                return self.choose_digit(digit)
        return super().eventFilter(watched, event)
