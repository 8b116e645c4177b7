"""Whether the law asks for the step, why, and where it says so."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.authoring import limits
from desktop.domain.authoring.checking import Problem
from desktop.domain.scripts import Law
from desktop.ui.authoring.editor.field import TextInput
from desktop.ui.authoring.editor.writing import StepWriting
from desktop.ui.kit import boxes
from desktop.ui.kit.checkrow import CheckRow
from desktop.ui.kit.focus import give
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.tokens import Space

_NONE = Law(why="", reference="")


class LawForm(QWidget):
    """A box to tick, and two texts under it."""

    def __init__(self, write: StepWriting) -> None:
        super().__init__()
        self._write = write
        self._law: Law | None = None
        self.box = CheckRow(QCoreApplication.translate("Editor", "La loi demande cette étape"))
        hint = QCoreApplication.translate("Editor", "Ce qu’elle demande, et pourquoi")
        self.why = TextInput(
            QCoreApplication.translate("Editor", "Pourquoi la loi la demande"), limits.TEXT, hint, 2
        )
        self.reference = TextInput(
            QCoreApplication.translate("Editor", "Où la loi le dit"),
            limits.LINE,
            QCoreApplication.translate(
                "Editor", "Par exemple\u00a0: Code de la consommation, art. …"
            ),
        )
        self._fields = Panel("info")
        self._fields.body.setSpacing(Space.S)
        self._fields.add(self.why)
        self._fields.add(self.reference)
        self._fields.hide()
        layout = boxes.column(self.box, self._fields, spacing=Space.S)
        self.setLayout(layout)
        self.box.clicked.connect(self._tick)
        self.why.edited.connect(self._set_why)
        self.reference.edited.connect(self._set_reference)
        for name, shown in (("law.why", self.why), ("law.reference", self.reference)):
            shown.left.connect(lambda name=name: write.leave(name))

    def show_law(self, law: Law | None, problems: Sequence[Problem]) -> None:
        """Show what the law asks; None: nothing."""
        self._law = law
        self.box.setChecked(law is not None)
        self._fields.setVisible(law is not None)
        shown = law or _NONE
        self.why.set_text(shown.why)
        self.reference.set_text(shown.reference)
        self.why.set_problems([one for one in problems if one.field == "law.why"])
        self.reference.set_problems([one for one in problems if one.field == "law.reference"])

    def _tick(self) -> None:
        asked = self.box.isChecked()
        self._write.set_law(_NONE if asked else None)
        if asked:
            give(self.why.control)

    def _set_why(self, words: str) -> None:
        if self._law is not None:
            self._write.set_law(replace(self._law, why=words), "why")

    def _set_reference(self, words: str) -> None:
        if self._law is not None:
            self._write.set_law(replace(self._law, reference=words), "reference")
