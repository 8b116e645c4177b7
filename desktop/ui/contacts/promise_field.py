"""A callback or a promise: what, when, and in which words; nothing of it when nothing is promised."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.contacts import Draft, PromiseDraft, PromiseKind
from desktop.domain.ids import ContactId
from desktop.ui.contacts.due_field import DueField
from desktop.ui.contacts.editing import Editing
from desktop.ui.contacts.optional import Labelled
from desktop.ui.kit import boxes
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.labels import label
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space


class PromiseField(QWidget):
    """The date and the words show only once something is promised."""

    def __init__(self, viewmodel: Editing) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._promise: PromiseDraft | None = None
        self._contact_id: ContactId | None = None
        words = QCoreApplication.translate("WrapUp", "Rappel ou promesse")
        self.kind = Segmented(words, [Option(one, label(one)) for one in PromiseKind])
        self.kind.picked.connect(viewmodel.promise)
        self.withdraw = IconButton("x", QCoreApplication.translate("WrapUp", "Ne rien promettre"))
        self.withdraw.clicked.connect(lambda: viewmodel.promise(None))
        row = boxes.row(spacing=Space.XS)
        row.addWidget(self.kind, 1)
        row.addWidget(self.withdraw)
        self._field = Labelled(words, boxes.holder(row), optional=True)
        self.due = DueField(viewmodel)
        self.due.picked.connect(lambda at: self._change(due_at=at))
        self.words = TextField(
            QCoreApplication.translate("WrapUp", "Ce qui est promis"),
            QCoreApplication.translate("WrapUp", "Ce qui est promis, en quelques mots"),
        )
        self.words.textEdited.connect(lambda typed: self._change(words=typed))
        self._details = boxes.holder(boxes.column(self.due, self.words, spacing=Space.S))
        self.setLayout(boxes.column(self._field, self._details, spacing=Space.S))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds."""
        if draft.contact_id != self._contact_id:
            self.due.begin()
        self._promise = promise = draft.promise
        self.kind.set_value(promise.kind if promise else None)
        self._field.set_filled(filled=promise is not None)
        self.withdraw.setVisible(promise is not None)
        self._details.setVisible(promise is not None)
        self.due.show_due(promise.due_at if promise else None)
        words = promise.words if promise else ""
        # Set anew for another contact: Ctrl+Z must not bring the words of this one back.
        if words != self.words.text() or draft.contact_id != self._contact_id:
            self.words.setText(words)
        self._contact_id = draft.contact_id

    def _change(self, **fields: object) -> None:
        if self._promise is not None:
            self._viewmodel.set_promise(replace(self._promise, **fields))  # type: ignore[arg-type] # fields of PromiseDraft, from the two lines above
