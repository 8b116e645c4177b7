"""The talk and the private note, under a check-in that was shared with the lead."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.talks import TalkState
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing import talk_words
from desktop.ui.wellbeing.digits import focus_on
from desktop.ui.wellbeing.keys import ENTER
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel


class TalkPanel(QWidget):
    """A day and Enter plan; one button says that it was held; the note is saved as it is typed."""

    def __init__(self, viewmodel: TalkViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._stands = IconLabel("calendar", "", "body")
        self.day = TextField(
            QCoreApplication.translate("Talks", "Quand en parler"),
            QCoreApplication.translate("Talks", "demain, jeudi, 28/11…"),
        )
        self._understood = Text("", "caption")
        self.plan = Button(
            QCoreApplication.translate("Talks", "Prévoir un échange"), "calendar-clock"
        )
        self.held = Button(QCoreApplication.translate("Talks", "Échange tenu"), "check", "soft")
        self.drop = Button(QCoreApplication.translate("Talks", "Ne plus prévoir"), None, "ghost")
        self.note = _note()
        private = QCoreApplication.translate(
            "Talks", "Pour vous seulement\u00a0: ni la personne ni personne d’autre ne la lira."
        )
        self._private = IconLabel("lock", private, "secondary")
        self._saved = Text("", "caption")
        self._lay_out()
        self._join()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plan with Enter, from the day."""
        if event.key() in ENTER and self.day.hasFocus() and not event.modifiers():
            self._viewmodel.plan()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Hear the note being left: what it says is recorded then."""
        if watched is self.note and event.type() is QEvent.Type.FocusOut:
            self._viewmodel.leave_note()
        return False

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("Talks", "En parler"), "strong")
        note = Text(self.note.accessibleName(), "strong")
        note.setBuddy(self.note)
        when = boxes.row(self.day, self.plan, self.held, self.drop)
        self.setLayout(
            boxes.column(
                boxes.row(title, None, self._stands),
                when,
                self._understood,
                boxes.row(note, None, self._saved),
                self.note,
                self._private,
                spacing=Space.S,
            )
        )

    def _join(self) -> None:
        model = self._viewmodel
        self.day.textEdited.connect(model.set_day)
        self.plan.clicked.connect(model.plan)
        self.held.clicked.connect(model.hold)
        self.drop.clicked.connect(model.drop)
        self.note.edited.connect(model.write)
        self.note.installEventFilter(self)
        model.changed.connect(self._show)

    def _show(self) -> None:
        state, now = self._viewmodel.state, self._viewmodel.now()
        talk = state.talk
        self._stands.set_text(talk_words.stands(talk, now))
        held = talk is not None and talk.state is TalkState.HELD
        self._stands.set_icon("check-check" if held else "calendar", "success" if held else "text2")
        if self.day.text() != state.day:
            self.day.setText(state.day)
        self._understood.setText(self._said())
        self._understood.setVisible(bool(self._understood.text()))
        planned = talk is not None and talk.state is TalkState.PLANNED
        self.drop.setVisible(planned)
        self.held.setVisible(not held)
        self.note.set_text(state.note)
        self._saved.setText(self._how_saved())
        if state.asked and not self.day.hasFocus():
            focus_on(self.day)
            announce(self, self._understood.text())

    def _said(self) -> str:
        state = self._viewmodel.state
        if day := self._viewmodel.understood():
            return dates.long_day(day)
        if state.asked:
            return QCoreApplication.translate(
                "Talks", "Quel jour\u202f? Par exemple «\u202fdemain\u202f» ou «\u202f28/11\u202f»."
            )
        return ""

    def _how_saved(self) -> str:
        state = self._viewmodel.state
        if not state.note:
            return ""
        if state.saved:
            return QCoreApplication.translate("Talks", "Enregistrée sur ce poste")
        return QCoreApplication.translate("Talks", "Enregistrement…")


def _note() -> TextArea:
    name = QCoreApplication.translate("Talks", "Note privée")
    hint = QCoreApplication.translate("Talks", "Ce que vous voulez retenir, pour vous…")
    return TextArea(name, hint, lines=2, max_lines=8)
