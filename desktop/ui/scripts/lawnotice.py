"""A step that the law asks for: why, where it says so, and how to refuse it with a reason."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.domain.scripts import Law
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_LONGEST = 300


class LawNotice(Panel):
    """`declined` gives the reason of a refusal, "" when the refusal is taken back."""

    declined = Signal(str)

    def __init__(self) -> None:
        super().__init__("info")
        self._title = Text(
            QCoreApplication.translate("Guide", "La loi demande cette étape"), "strong"
        )
        self._chip = Chip(QCoreApplication.translate("Guide", "Refusée"), "warning", "split")
        self.refuse = Button(
            QCoreApplication.translate("Guide", "Refuser, avec une raison"), role="ghost"
        )
        self.take_up = Button(QCoreApplication.translate("Guide", "Revenir dessus"), role="ghost")
        self._why = WrapLabel("", "body", "text2")
        self._reference = Text("", "caption")
        self._given = WrapLabel("", "body")
        self._place = ""
        self._typed: dict[str, str] = {}
        self._build()
        for widget in (self._chip, self._given, self.take_up, self):
            widget.hide()
        self.refuse.clicked.connect(self._ask)
        self.take_up.clicked.connect(self._take_up)
        self.note.clicked.connect(self._decline)
        self.field.returnPressed.connect(self._decline)

    def set_law(self, place: str, law: Law | None, reason: str) -> None:
        """Show why the step is asked for, and the reason given when it was refused.

        `place` tells this step of this contact from all others: words begun stay with it.
        """
        self.setVisible(law is not None)
        if place != self._place:
            self._typed[self._place] = self.field.text()
            self._place = place
            self._form.hide()
            self.field.setText(self._typed.pop(place, ""))
            self.field.set_problem("")
        if law is None:
            return
        self._why.setText(law.why)
        self._reference.setText(law.reference)
        self._given.setText(
            QCoreApplication.translate("Guide", "Raison donnée\u00a0: {0}").format(reason)
        )
        self._chip.setVisible(bool(reason))
        self._given.setVisible(bool(reason))
        self.take_up.setVisible(bool(reason))
        self.refuse.setVisible(not reason and self._form.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the reason as typed, and closes the field."""
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._form.hide()
            self.refuse.show()
            give(self.refuse)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        words = QCoreApplication.translate("Guide", "Pourquoi refuser cette étape")
        hint = QCoreApplication.translate(
            "Guide", "Par exemple\u00a0: déjà dit hier par ma collègue"
        )
        self.field = TextField(words, hint)
        self.field.setMaxLength(_LONGEST)
        self.note = Button(QCoreApplication.translate("Guide", "Noter"), role="secondary")
        self._form = boxes.holder(boxes.row(self.field, self.note))
        self._form.hide()
        head = boxes.row(Glyph("scale", "info", 16), self._title, self._chip, None)
        head.addWidget(self.refuse)
        head.addWidget(self.take_up)
        self.body.setContentsMargins(Space.L, Space.S, Space.S, Space.M)
        self.body.addLayout(head)
        for widget in (self._why, self._given, self._reference, self._form):
            self.body.addWidget(widget)

    def _ask(self) -> None:
        self._form.show()
        self.refuse.hide()
        give(self.field)

    def _decline(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.field.set_problem(QCoreApplication.translate("Guide", "Un mot suffit"))
            give(self.field)
            return
        self.field.set_problem("")
        self.field.clear()
        self._form.hide()
        self.declined.emit(reason)
        give(self.take_up)

    def _take_up(self) -> None:
        self.declined.emit("")
        give(self.refuse)
