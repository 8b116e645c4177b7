"""« Et vous, ça va ? »: mood, energy, load, a word, and who may see it; five keys in all."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.domain.wellbeing import Moment
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.form_scroll import FormScroll
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing.audience_choice import AudienceChoice
from desktop.ui.wellbeing.digits import DigitSteps, focus_on
from desktop.ui.wellbeing.feelings import Feelings
from desktop.ui.wellbeing.keys import ENTER, is_send
from desktop.ui.wellbeing.viewmodel import CheckInViewModel


class CheckInView(QWidget):
    """The form; it asks for nothing twice, and lets one leave at any time."""

    def __init__(self, viewmodel: CheckInViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.audience = AudienceChoice()
        self.audience.offer(viewmodel.audiences, viewmodel.lead_name)
        self.feelings = Feelings(viewmodel, self.audience)
        name = QCoreApplication.translate("Wellbeing", "À quel moment ?")
        self.moment = Segmented(name, [Option(one, label(one)) for one in Moment])
        self.hint = Banner("accent", "")
        later = QCoreApplication.translate("Wellbeing", "Plus tard")
        self.postpone = Button(later, "clock", "ghost", key_symbol("Esc"))
        save = QCoreApplication.translate("Wellbeing", "Enregistrer")
        self.keep = Button(save, "check", "primary", key_symbol("Ctrl+Return"))
        self._lay_out()
        self.audience.picked.connect(viewmodel.set_audience)
        self.moment.picked.connect(viewmodel.set_moment)
        self.postpone.clicked.connect(viewmodel.later)
        self.keep.clicked.connect(viewmodel.save)
        DigitSteps(self.audience, lambda: focus_on(self.keep), self)
        viewmodel.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the first question that has no answer yet."""
        focus_on(self.feelings.first_empty() or self.audience)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter here: elsewhere it closes a contact."""
        if event.type() is QEvent.Type.ShortcutOverride and is_send(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, or presses the button that has the focus; Escape leaves it for later."""
        focused = QApplication.focusWidget()
        if is_send(event):
            self._viewmodel.save()
        elif event.key() in ENTER:
            if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
                focused.click()
            else:
                self._viewmodel.save()
        elif event.key() == Qt.Key.Key_Escape:
            self._viewmodel.later()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        intro = WrapLabel(
            QCoreApplication.translate(
                "Wellbeing",
                "Quelques secondes pour vous. Tout est facultatif, et c’est vous qui choisissez"
                " qui le voit.",
            ),
            "secondary",
        )
        who = Text(self.audience.accessibleName(), "strong")
        who.setBuddy(self.audience)
        when = Text(self.moment.accessibleName(), "secondary")
        when.setBuddy(self.moment)
        questions = FormScroll()
        questions.body.setSpacing(Space.S)
        for widget in (intro, self.feelings, who, self.audience, self.hint):
            questions.add(widget)
        questions.body.addSpacing(Space.XS)
        questions.body.addLayout(boxes.row(when, self.moment, spacing=Space.M))
        whole = boxes.column(spacing=Space.M)
        whole.addWidget(questions, 1)
        whole.addLayout(boxes.row(None, self.postpone, self.keep))
        self.setLayout(whole)
        self.hint.hide()

    def _show(self) -> None:
        state = self._viewmodel.state
        self.feelings.show_state()
        self.audience.set_value(state.audience)
        self.moment.set_value(state.moment)
        self.keep.set_busy(state.saving)
        self._ask(state.hint)

    def _ask(self, hint: str) -> None:
        if hint and self.hint.isHidden():
            sentence = _asked(hint)
            self.hint.set_text(sentence)
            self.hint.show()
            announce(self, sentence)
            focus_on(self.feelings.mood if hint == "scale" else self.audience)
        elif not hint:
            self.hint.hide()


def _asked(hint: str) -> str:
    if hint == "scale":
        return QCoreApplication.translate(
            "Wellbeing", "Une note ou un mot suffit. Ou bien « Plus tard », sans souci."
        )
    return QCoreApplication.translate(
        "Wellbeing", "Il reste à choisir qui peut le voir : rien n’est décidé à votre place."
    )
