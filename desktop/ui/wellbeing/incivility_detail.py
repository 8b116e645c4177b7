"""One incivility of the team: the fact, how it ended, what followed, and what to note of it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

import desktop.ui.kit.labels_contacts  # noqa: F401 - importing it registers the words
from desktop.domain.care import FollowUpKind, TeamIncivility
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import care_words
from desktop.ui.wellbeing.digits import DigitSteps, focus_on
from desktop.ui.wellbeing.followed import Followed
from desktop.ui.wellbeing.incivilities_viewmodel import IncivilitiesViewModel
from desktop.ui.wellbeing.keys import is_send


class IncivilityDetail(Card):
    """A digit says what followed, words if one likes, Ctrl+Enter notes it."""

    def __init__(self, viewmodel: IncivilitiesViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._viewmodel = viewmodel
        self._shown = ""
        self._avatar = Avatar("", 40)
        self._name = Text("", "section")
        self._when = Text("", "secondary")
        self._fact = Panel("warning")
        self._words = WrapLabel("", "reading")
        self._stands = IconLabel("shield-alert", "", "secondary")
        self._fact.add(self._words)
        self._fact.add(self._stands)
        self._since = Text(QCoreApplication.translate("Care", "Ce qui a suivi"), "strong")
        self._followed = Followed()
        self._none = WrapLabel(_nothing(), "secondary")
        self.kind, self.words = _kind(), _words()
        self._seen = IconLabel("eye", "", "secondary")
        self.note = Button(
            QCoreApplication.translate("Care", "Noter"),
            "check",
            "primary",
            key_symbol("Ctrl+Return"),
        )
        self._lay_out()
        self.kind.picked.connect(viewmodel.set_kind)
        DigitSteps(self.kind, lambda: focus_on(self.words), self)
        self.words.edited.connect(viewmodel.write)
        self.note.clicked.connect(viewmodel.note)

    def show_one(self, one: TeamIncivility, now: datetime) -> None:
        """Show another; `now` is in the zone to tell the times in."""
        when = dates.moment(one.at.astimezone(now.tzinfo), now)
        self._avatar.set_person(one.name)
        self._name.setText(one.name)
        self._when.setText(f"{when} · {label(one.type)} · {care_words.gravity(one.gravity)}")
        self._words.setText(one.words or care_words.no_words())
        self._stands.set_text(care_words.stands(one))
        self._stands.setVisible(one.warned or one.ended)
        self._followed.show_all(one.followed, now)
        self._none.setVisible(not one.followed)
        first = one.name.split(" ")[0]
        seen = QCoreApplication.translate("Care", "{name} verra ce que vous notez ici.")
        self._seen.set_text(seen.format(name=first))
        state = self._viewmodel.state
        self.kind.set_value(state.draft.kind)
        self.words.set_text(state.draft.words)
        if one.id != self._shown:
            self._shown = one.id
            self.words.forget()
        self.note.set_busy(state.busy)
        if state.asked:
            focus_on(self.kind)
            announce(self, self.kind.accessibleName())

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter here: elsewhere it closes a contact."""
        if event.type() is QEvent.Type.ShortcutOverride and is_send(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note with Ctrl+Enter."""
        if is_send(event):
            self._viewmodel.note()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        names = boxes.column(self._name, self._when, spacing=2)
        scroll = ScrollColumn()
        scroll.body.setContentsMargins(0, 0, Space.S, 0)
        noting = Text(self.kind.accessibleName(), "strong")
        noting.setBuddy(self.kind)
        inside = (self._fact, self._since, self._none, self._followed, Divider(), noting)
        for widget in (*inside, self.kind, self.words):
            scroll.add(widget)
        scroll.body.addLayout(boxes.row(self._seen, None, self.note))
        scroll.body.addStretch(1)
        self.body.addLayout(boxes.row(self._avatar, names, None, spacing=Space.M))
        self.body.addSpacing(Space.XS)
        self.body.addWidget(scroll, 1)


def _kind() -> Segmented:
    name = QCoreApplication.translate("Care", "Noter une suite")
    return Segmented(name, [Option(one, label(one)) for one in FollowUpKind])


def _words() -> TextArea:
    name = QCoreApplication.translate("Care", "En quelques mots, si vous voulez")
    hint = QCoreApplication.translate("Care", "Ce qui a été dit, décidé, envoyé…")
    return TextArea(name, hint, lines=2, max_lines=6)


def _nothing() -> str:
    return QCoreApplication.translate(
        "Care", "Rien n’est noté encore. Prendre des nouvelles est déjà une suite."
    )
