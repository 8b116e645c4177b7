"""Could this contact have been avoided, and if so, what caused it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import AvoidableCause, Draft
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.optional import Labelled
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.labels import label
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.tokens import Space


class AvoidableField(QWidget):
    """Yes or no; the cause is asked only after a yes."""

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        words = QCoreApplication.translate("WrapUp", "Contact évitable\u202f?")
        answers = [
            Option(True, QCoreApplication.translate("WrapUp", "Oui")),
            Option(False, QCoreApplication.translate("WrapUp", "Non")),
        ]
        self.answer = Segmented(words, answers)
        self.answer.picked.connect(self._answer)
        cause = QCoreApplication.translate("WrapUp", "Cause")
        hint = QCoreApplication.translate("WrapUp", "Quelle cause\u202f?")
        self.cause = Picker(cause, [Option(one, label(one)) for one in AvoidableCause], hint)
        self.cause.picked.connect(self._choose)
        row = boxes.row(spacing=Space.S)
        row.addWidget(self.answer, 1)
        row.addWidget(self.cause, 1)
        self._field = Labelled(words, boxes.holder(row), optional=True)
        self.setLayout(boxes.column(self._field))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds."""
        self.answer.set_value(draft.avoidable)
        self.cause.set_value(draft.avoidable_cause)
        self.cause.setVisible(bool(draft.avoidable))
        self._field.set_filled(filled=draft.avoidable is not None)

    def _answer(self, avoidable: object) -> None:
        self._viewmodel.set_avoidable(
            avoidable=None if avoidable is None else bool(avoidable), cause=self.cause.value
        )

    def _choose(self, cause: object) -> None:
        if isinstance(cause, AvoidableCause):
            self._viewmodel.set_avoidable(avoidable=True, cause=cause)
