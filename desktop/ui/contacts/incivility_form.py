"""What happened, how grave, and the fact in words: two digits, then one writes if one likes."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import IncivilityType
from desktop.ui.contacts.incivility_types import IncivilityTypes
from desktop.ui.contacts.optional import Labelled
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What has been filled in so far."""

    type: IncivilityType | None = None
    gravity: int | None = None
    words: str = ""


class IncivilityForm(QWidget):
    """`changed` at each answer; an answer leads to the next field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        about = QCoreApplication.translate(
            "Incivility", "Décrivez l’échange, jamais la personne. C’est enregistré aussitôt."
        )
        self.types = IncivilityTypes()
        self.gravity = Segmented(
            QCoreApplication.translate("Incivility", "Gravité"),
            [
                Option(1, QCoreApplication.translate("Incivility", "1 · Légère")),
                Option(2, QCoreApplication.translate("Incivility", "2 · Sérieuse")),
                Option(3, QCoreApplication.translate("Incivility", "3 · Grave")),
            ],
        )
        self.words = TextArea(
            QCoreApplication.translate("Incivility", "Le fait, en quelques mots"),
            QCoreApplication.translate("Incivility", "Ce qui a été dit ou fait…"),
            lines=3,
        )
        self._types_field = Labelled(self.types.accessibleName(), self.types)
        self._gravity_field = Labelled(self.gravity.accessibleName(), self.gravity)
        self._words_field = Labelled(self.words.accessibleName(), self.words, optional=True)
        self.types.picked.connect(lambda type_: self._lead(type_, self.gravity))
        self.gravity.picked.connect(lambda gravity: self._lead(gravity, self.words))
        self.words.edited.connect(lambda _words: self._tell())
        fields = (self._types_field, self._gravity_field, self._words_field)
        lead = WrapLabel(about, "secondary")
        self.setLayout(boxes.column(lead, *fields, spacing=Space.M))

    def told(self) -> Told:
        """Return what is filled in."""
        return Told(type=self.types.value, gravity=self.gravity.value, words=self.words.text())

    def show_told(self, told: Told) -> None:
        """Show what had been filled in."""
        self.types.set_value(told.type)
        self.gravity.set_value(told.gravity)
        self.words.set_text(told.words)
        self._tell()

    def ask_for_what_lacks(self) -> bool:
        """Lead to the first answer that is missing and say so; False when none is."""
        missing = [
            (field, keys)
            for control, field, keys in (
                (self.types, self._types_field, "1\u202f–\u202f6"),
                (self.gravity, self._gravity_field, "1\u202f–\u202f3"),
            )
            if control.value is None
        ]
        for field, keys in missing[:1]:
            field.set_awaited(
                QCoreApplication.translate("Incivility", "à choisir\u00a0: {keys}").format(
                    keys=keys
                )
            )
            control = self.types if field is self._types_field else self.gravity
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(missing)

    def _lead(self, answer: object, field: QWidget) -> None:
        if answer is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def _tell(self) -> None:
        self._types_field.set_filled(filled=True)
        self._gravity_field.set_filled(filled=True)
        self._words_field.set_filled(filled=bool(self.words.text()))
        self.changed.emit()
