"""The kinds of incivility on a digit each, two to a line."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts import IncivilityType
from desktop.ui.kit.choices import Option
from desktop.ui.kit.digitchoices import DigitChoices
from desktop.ui.kit.labels import label


class IncivilityTypes(DigitChoices):
    """The value is an IncivilityType, or None."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Incivility", "Ce qui s’est passé"), 2)
        self.set_options([Option(one, label(one)) for one in IncivilityType])
