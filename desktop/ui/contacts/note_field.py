"""The note, and under it the words that had better not be in it: said, never imposed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Draft
from desktop.domain.ids import ContactId
from desktop.domain.note_check import WordWarning
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.optional import Labelled
from desktop.ui.contacts.word_button import WordButton
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class NoteField(QWidget):
    """Each warning is a button that selects its words in the note."""

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        words = QCoreApplication.translate("WrapUp", "Note")
        hint = QCoreApplication.translate("WrapUp", "Ce qui aidera la prochaine personne…")
        self.area = TextArea(words, hint)
        self.area.edited.connect(viewmodel.set_note)
        self._field = Labelled(words, self.area, optional=True)
        self._contact_id: ContactId | None = None
        self._warned: tuple[tuple[WordWarning, str], ...] = ()
        self._buttons: tuple[WordButton, ...] = ()
        self._words = Flow(Space.XS)
        self.panel = Panel("warning")
        told = QCoreApplication.translate(
            "WrapUp",
            "À éviter dans une note\u00a0: le client peut la lire. Décrivez plutôt les faits.",
        )
        head = boxes.row(Glyph("triangle-alert", "warning", 14), spacing=Space.S)
        head.addWidget(WrapLabel(told, "secondary"), 1)
        self.panel.body.addLayout(head)
        self.panel.body.addWidget(self._words)
        self.panel.hide()
        self.setLayout(boxes.column(self._field, self.panel, spacing=Space.S))

    def show_draft(self, draft: Draft, warnings: Sequence[WordWarning]) -> None:
        """Show the note and what to say of its words."""
        self.area.set_text(draft.note)
        if draft.contact_id != self._contact_id:
            self._contact_id = draft.contact_id
            self.area.forget()
        self._field.set_filled(filled=bool(draft.note))
        self._warn(draft.note, tuple(warnings))

    def warnings(self) -> tuple[WordButton, ...]:
        """Return the buttons of the words warned of."""
        return self._buttons

    def _warn(self, note: str, warnings: tuple[WordWarning, ...]) -> None:
        warned = tuple((warning, note[slice(*warning.span)]) for warning in warnings)
        if warned == self._warned:
            return
        more = len(warned) > len(self._warned)
        self._warned = warned
        self._words.clear()
        self._buttons = tuple(WordButton(word, warning.kind) for warning, word in warned)
        for button, warning in zip(self._buttons, warnings, strict=True):
            button.clicked.connect(lambda _checked=False, span=warning.span: self._select(span))
            self._words.add(button)
        self.panel.setVisible(bool(warned))
        if more:
            announce(self.area, self._buttons[-1].accessibleName())

    def _select(self, span: tuple[int, int]) -> None:
        # Qt counts in UTF-16 units, Python in characters.
        text = self.area.text()
        start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in span)
        cursor = self.area.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.area.setTextCursor(cursor)
        self.area.setFocus()
        self.area.ensureCursorVisible()
