"""What can be filled in from the customer, in words, and the list to pick one from."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from desktop.domain.wording import Variable
from desktop.ui.kit.choices import Option
from desktop.ui.kit.pickerlist import PickerList
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField

_WIDTH = 320


def variable_words(variable: Variable) -> str:
    """« Prénom du client »."""
    return _customer_words().get(variable) or _other_words()[variable]


def options() -> tuple[Option[str], ...]:
    """All variables, by their marks."""
    return tuple(
        Option(f"{{{{{variable}}}}}", variable_words(variable), "braces") for variable in Variable
    )


def offer(field: TextField | TextArea, under: QWidget | None = None) -> PickerList:
    """Open the list under a field, or a button; what is picked goes where the cursor is."""
    name = QCoreApplication.translate("Editor", "Insérer une variable")
    shown = PickerList(name, options(), field)
    shown.chosen.connect(lambda mark: insert(field, str(mark)))
    place = under or field
    shown.open_at(place.mapToGlobal(QPoint(0, place.height() + 2)), _WIDTH, None)
    return shown


def insert(field: TextField | TextArea, words: str) -> None:
    """Put words where the cursor is, as if they were typed: undo takes them back."""
    if isinstance(field, TextArea):
        field.textCursor().insertText(words)
    else:
        field.insert(words)
        field.textEdited.emit(field.text())
    field.setFocus()


def _customer_words() -> dict[Variable, str]:
    return {
        Variable.GIVEN_NAME: QCoreApplication.translate("Editor", "Prénom du client"),
        Variable.FAMILY_NAME: QCoreApplication.translate("Editor", "Nom du client"),
        Variable.FULL_NAME: QCoreApplication.translate("Editor", "Prénom et nom du client"),
        Variable.ADDRESS_AS: QCoreApplication.translate("Editor", "Comment l’appeler"),
        Variable.NUMBER: QCoreApplication.translate("Editor", "Numéro de client"),
        Variable.CITY: QCoreApplication.translate("Editor", "Ville"),
        Variable.POSTCODE: QCoreApplication.translate("Editor", "Code postal"),
        Variable.SINCE: QCoreApplication.translate("Editor", "Client depuis (année)"),
    }


def _other_words() -> dict[Variable, str]:
    return {
        Variable.CONTRACT: QCoreApplication.translate("Editor", "Contrat"),
        Variable.CONTRACT_NUMBER: QCoreApplication.translate("Editor", "Numéro du contrat"),
        Variable.MONTHLY: QCoreApplication.translate("Editor", "Prix par mois"),
        Variable.COMMITTED: QCoreApplication.translate("Editor", "Fin de l’engagement"),
        Variable.ADVISOR: QCoreApplication.translate("Editor", "Prénom du conseiller"),
        Variable.ADVISOR_NAME: QCoreApplication.translate("Editor", "Nom du conseiller"),
        Variable.COMPANY: QCoreApplication.translate("Editor", "Nom de l’entreprise"),
    }
