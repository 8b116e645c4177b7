"""A check-in that was shared with the lead by name: what was said, and the lead's answer."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import CheckInId
from desktop.domain.wellbeing import OpenedCheckIn
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.labels import label
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.textarea import TextArea
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing.keys import is_send
from desktop.ui.wellbeing.readout import Readout
from desktop.ui.wellbeing.replies import Replies
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from desktop.ui.wellbeing.talk_panel import TalkPanel
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel


class SharedDetail(Card):
    """What was opened; Ctrl+Enter sends the answer."""

    def __init__(
        self,
        viewmodel: SharedViewModel,
        talk: TalkViewModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", None, parent)
        self._viewmodel = viewmodel
        self.talk = None if talk is None else TalkPanel(talk)
        self._shown: CheckInId | None = None
        self._avatar = Avatar("", 40)
        self._name = Text("", "section")
        self._when = Text("", "secondary")
        self._seen = IconLabel("eye", "", "secondary")
        self._readout = Readout(Space.XL)
        self._quote = Panel("sunken")
        self._words = WrapLabel("", "reading")
        self._quote.add(self._words)
        self._replies = Replies()
        name = QCoreApplication.translate("Wellbeing", "Votre réponse")
        hint = QCoreApplication.translate("Wellbeing", "Un mot, une proposition d’en parler…")
        self.reply = TextArea(name, hint, lines=3, max_lines=8)
        send = QCoreApplication.translate("Wellbeing", "Répondre")
        self.send = Button(send, "check", "primary", key_symbol("Ctrl+Return"))
        self._lay_out()
        self.reply.edited.connect(viewmodel.write)
        self.send.clicked.connect(viewmodel.send)

    def show_opened(self, opened: OpenedCheckIn, now: datetime) -> None:
        """Show what the author said; `now` is in the zone to tell the times in."""
        check_in, author = opened.check_in, opened.author
        when = dates.moment(check_in.at.astimezone(now.tzinfo), now)
        self._avatar.set_person(author.name)
        self._name.setText(author.name)
        self._when.setText(f"{when} · {label(check_in.moment)}")
        self._readout.show_check_in(check_in)
        self._words.setText(check_in.words)
        self._quote.setVisible(bool(check_in.words))
        self._replies.show_all((), opened.replies, now)
        seen = QCoreApplication.translate("Wellbeing", "{name} verra que vous l’avez lu, et quand.")
        self._seen.set_text(seen.format(name=author.name.split(" ")[0]))
        state = self._viewmodel.state
        self.reply.set_text(state.draft)
        if check_in.id != self._shown:
            self._shown = check_in.id
            self.reply.forget()
        self.send.set_busy(state.sending)
        self.send.setEnabled(bool(state.draft.strip()) and not state.sending)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter here: elsewhere it closes a contact."""
        if event.type() is QEvent.Type.ShortcutOverride and is_send(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter."""
        if is_send(event):
            self._viewmodel.send()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        names = boxes.column(self._name, self._when, spacing=2)
        title = Text(self.reply.accessibleName(), "strong")
        title.setBuddy(self.reply)
        scroll = ScrollColumn()
        scroll.body.setContentsMargins(0, 0, Space.S, 0)
        for widget in (self._readout, self._quote, self._replies, Divider(), title, self.reply):
            scroll.add(widget)
        scroll.body.addLayout(boxes.row(self._seen, self.send))
        if self.talk is not None:
            scroll.add(Divider())
            scroll.add(self.talk)
        scroll.body.addStretch(1)
        self.body.addLayout(boxes.row(self._avatar, names, None, spacing=Space.M))
        self.body.addSpacing(Space.XS)
        self.body.addWidget(scroll, 1)
