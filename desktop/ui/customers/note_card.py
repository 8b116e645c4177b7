"""The pinned note: read at a glance, written in place, kept as a fact."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import CustomerId
from desktop.ui.customers.note_viewmodel import NoteState, NoteViewModel
from desktop.ui.customers.words import DOT
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.names import short_name
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Height
from desktop.ui.kit.wraplabel import WrapLabel


class NoteField(TextArea):
    """Escape leaves the field; what is written stays."""

    def __init__(self, viewmodel: NoteViewModel) -> None:
        super().__init__(
            QCoreApplication.translate("NoteCard", "Note épinglée"),
            QCoreApplication.translate("NoteCard", "Ce qu’il faut savoir avant de répondre"),
            lines=2,
            max_lines=6,
        )
        self._viewmodel = viewmodel
        self.edited.connect(viewmodel.type)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.leave()
            return
        super().keyPressEvent(event)


class NoteCard(Card):
    """Shows the note, or the field it is written in."""

    def __init__(self, viewmodel: NoteViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._viewmodel = viewmodel
        self._about = ElidedLabel("", "caption")
        self._pencil = IconButton(
            "pencil",
            QCoreApplication.translate("NoteCard", "Modifier la note épinglée"),
            size=Height.TARGET,
        )
        self._pencil.clicked.connect(self._edit)
        self._words = WrapLabel("", "body")
        self._field = NoteField(viewmodel)
        self._customer_id: CustomerId | None = None
        self._hint = WrapLabel("", "caption", "warning")
        self._keep = Button(QCoreApplication.translate("NoteCard", "Enregistrer"), role="primary")
        self._keep.clicked.connect(viewmodel.save)
        self._back = Button(QCoreApplication.translate("NoteCard", "Abandonner"), role="ghost")
        self._back.clicked.connect(self._give_up)
        self._buttons = boxes.holder(boxes.row(None, self._back, self._keep))
        self._lay_out()
        viewmodel.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("NoteCard", "Note épinglée"), "strong")
        self.setAccessibleName(title.text())
        head = boxes.row(Glyph("bookmark", "accent", 15), title, self._about, self._pencil)
        head.setStretch(2, 1)
        self._about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        for widget in (self._words, self._field, self._hint, self._buttons):
            self.add(widget)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setEnabled(state.customer_id is not None)
        self._about.setText(self._about_words(state))
        kept = state.note.words if state.note else ""
        empty = QCoreApplication.translate("NoteCard", "Rien d’épinglé pour l’instant.")
        self._words.setText(kept or empty)
        self._words.set_tone("" if kept else "text3")
        self._words.setVisible(not state.editing)
        self._pencil.setVisible(not state.editing)
        if self._field.hasFocus() and not state.editing:
            self._pencil.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.set_text(state.text)
        if state.customer_id != self._customer_id:
            self._customer_id = state.customer_id
            self._field.forget()
        self._field.setVisible(state.editing)
        self._buttons.setVisible(state.editing)
        self._keep.set_busy(state.saving)
        hint = self._hint_words(state)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    @staticmethod
    def _hint_words(state: NoteState) -> str:
        if state.trouble:
            return QCoreApplication.translate(
                "NoteCard", "La note n’a pas pu être enregistrée. Votre texte reste ici."
            )
        if state.unsaved and not state.editing:
            return QCoreApplication.translate(
                "NoteCard", "Une modification n’est pas encore enregistrée."
            )
        return ""

    def _about_words(self, state: NoteState) -> str:
        if state.note is None:
            return ""
        here = self._viewmodel.here()
        on = dates.day(state.note.at.astimezone(here.tzinfo).date(), here.date())
        return DOT.join(part for part in (short_name(state.author), on) if part)

    def _edit(self) -> None:
        self._viewmodel.edit()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self._viewmodel.give_up()
        self._pencil.setFocus(Qt.FocusReason.OtherFocusReason)
