"""« Et vous, ça va ? »: mood, energy, load, a word, and who may see it; five keys in all."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.domain.wellbeing import HIGHEST, Moment
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.form import field
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.scale import Scale
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import words
from desktop.ui.wellbeing.audience_choice import AudienceChoice
from desktop.ui.wellbeing.digits import DigitSteps, focus_on
from desktop.ui.wellbeing.viewmodel import CheckInViewModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckInView(QWidget):
    """The form; it asks for nothing twice, and lets one leave at any time."""

    def __init__(self, viewmodel: CheckInViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        mood = QCoreApplication.translate("Wellbeing", "Humeur")
        self.mood = Scale(mood, HIGHEST, words.mood_ends(), faces=True)
        energy = QCoreApplication.translate("Wellbeing", "Énergie")
        self.energy = Scale(energy, HIGHEST, words.energy_ends())
        load = QCoreApplication.translate("Wellbeing", "Charge de travail")
        self.load = Scale(load, HIGHEST, words.load_ends())
        self.words = TextArea(
            QCoreApplication.translate("Wellbeing", "Un mot, si vous voulez"),
            QCoreApplication.translate("Wellbeing", "Ce qui vous porte, ce qui vous pèse…"),
            lines=1,
            max_lines=4,
        )
        self.audience = AudienceChoice()
        self.audience.offer(viewmodel.audiences, viewmodel.lead_name)
        name = QCoreApplication.translate("Wellbeing", "À quel moment ?")
        self.moment = Segmented(name, [Option(one, label(one)) for one in Moment])
        self.hint = Banner("accent", "")
        later = QCoreApplication.translate("Wellbeing", "Plus tard")
        self.postpone = Button(later, "clock", "ghost", key_symbol("Esc"))
        save = QCoreApplication.translate("Wellbeing", "Enregistrer")
        self.keep = Button(save, "check", "primary", key_symbol("Ctrl+Return"))
        self._lay_out()
        self._bind()
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the first question that has no answer yet."""
        state = self._viewmodel.state
        answers = ((state.mood, self.mood), (state.energy, self.energy), (state.load, self.load))
        empty = next((scale for value, scale in answers if value is None), None)
        focus_on(empty or self.audience)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter here: elsewhere it closes a contact."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in _ENTER and with_control:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, or presses the button that has the focus; Escape leaves it for later."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER:
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
        digits = QCoreApplication.translate("Wellbeing", "1 à 5")
        scales = boxes.row(
            field(self.energy.choices.accessibleName(), self.energy, digits),
            field(self.load.choices.accessibleName(), self.load, digits),
            spacing=Space.L,
        )
        who = Text(self.audience.accessibleName(), "strong")
        who.setBuddy(self.audience)
        when = Text(self.moment.accessibleName(), "secondary")
        when.setBuddy(self.moment)
        whole = boxes.column(
            intro,
            field(self.mood.choices.accessibleName(), self.mood, digits),
            scales,
            field(self.words.accessibleName(), self.words),
            Space.XS,
            who,
            self.audience,
            self.hint,
            Space.XS,
            boxes.row(when, self.moment, spacing=Space.M),
            Space.XS,
            boxes.row(None, self.postpone, self.keep),
            spacing=Space.S,
        )
        self.setLayout(whole)
        self.hint.hide()

    def _bind(self) -> None:
        viewmodel = self._viewmodel
        viewmodel.changed.connect(self._show)
        self.mood.picked.connect(viewmodel.set_mood)
        self.energy.picked.connect(viewmodel.set_energy)
        self.load.picked.connect(viewmodel.set_load)
        self.words.edited.connect(viewmodel.set_words)
        self.audience.picked.connect(viewmodel.set_audience)
        self.moment.picked.connect(viewmodel.set_moment)
        self.postpone.clicked.connect(viewmodel.later)
        self.keep.clicked.connect(viewmodel.save)
        DigitSteps(self.mood.choices, lambda: focus_on(self.energy), self)
        DigitSteps(self.energy.choices, lambda: focus_on(self.load), self)
        DigitSteps(self.load.choices, lambda: focus_on(self.audience), self)
        DigitSteps(self.audience, lambda: focus_on(self.keep), self)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.mood.set_value(state.mood)
        self.energy.set_value(state.energy)
        self.load.set_value(state.load)
        self.words.set_text(state.words)
        self.audience.set_value(state.audience)
        self.moment.set_value(state.moment)
        self.keep.set_busy(state.saving)
        self._ask(state.hint)

    def _ask(self, hint: str) -> None:
        if hint and self.hint.isHidden():
            words_ = _asked(hint)
            self.hint.set_text(words_)
            self.hint.show()
            announce(self, words_)
            focus_on(self.mood if hint == "scale" else self.audience)
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
