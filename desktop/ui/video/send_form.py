"""How the customer gets the link: SMS, e-mail, QR code, copied, or opened on this machine."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import Unsent
from desktop.domain.video.happenings import Delivery
from desktop.ui.kit import boxes
from desktop.ui.kit.button import Button
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import give
from desktop.ui.kit.keys import digit_of
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.textfield import TextField
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video import words
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.end_button import EndButton
from desktop.ui.video.problem_notice import ProblemNotice
from desktop.ui.video.problem_words import told
from desktop.ui.video.sending import WAYS
from desktop.ui.video.state import Doing, Stage, VideoState
from desktop.ui.video.viewmodel import VideoViewModel

TYPED: Final = (Delivery.SMS, Delivery.EMAIL)
"""Ways for which something is typed."""


class SendForm(QWidget):
    """`shown` gives a way that needs the screen (QR, copied, opened here) before it is noted."""

    shown = Signal(object)

    def __init__(self, viewmodel: VideoViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._of: object = None
        self.title = WrapLabel("", "strong")
        self.way = Segmented(QCoreApplication.translate("VideoSend", "Envoyer par"), _options())
        self.address = TextField(QCoreApplication.translate("VideoSend", "Numéro ou adresse"))
        self.closed = WrapLabel("", "caption")
        self.problem = ProblemNotice(viewmodel.dismiss_problem)
        self.send = Button("", "send", "primary")
        self.end = EndButton(viewmodel)
        self.back = Button(QCoreApplication.translate("VideoSend", "Revenir"), role="ghost")
        self.others = {
            Delivery.QR: _other(_qr(), "qr-code", "3"),
            Delivery.COPY: _other(_copy(), "copy", "4"),
            Delivery.HERE: _other(_here(), "external-link", "5"),
        }
        self._lay_out()
        self.way.picked.connect(self._pick)
        self.send.clicked.connect(self._send)
        self.address.returnPressed.connect(self._send)
        self.address.textEdited.connect(lambda _text: self.address.set_problem(""))
        self.back.clicked.connect(viewmodel.keep_waiting)
        for delivery, button in self.others.items():
            button.clicked.connect(lambda _checked=False, one=delivery: self._show(one))

    def show_state(self, state: VideoState) -> None:
        """Show what can be chosen for the call under way; what was typed stays."""
        if state.stage is not Stage.INVITING or state.partner is None or state.call is None:
            return
        if self._of != state.call.asked.id:
            self._of = state.call.asked.id
            self._fill(state)
        title = QCoreApplication.translate("VideoSend", "Lien pour {name}")
        self.title.setText(title.format(name=state.partner.name))
        self.back.setVisible(state.choosing)
        self.end.show_state(state)
        busy = state.sending is not None
        for button in (self.send, *self.others.values()):
            button.set_busy(busy)
        self._show_ways()
        self._show_problem(state)

    def first(self) -> QWidget:
        """What takes the keyboard: one press of Enter sends where all is known."""
        if self.send.isEnabled():
            return self.send if self.address.text() else self.address
        return next((one for one in self.others.values() if one.isEnabled()), self.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a way by its digit, unless one is typing."""
        digit = None if self.address.hasFocus() else digit_of(event)
        if digit is not None and 1 <= digit <= len(WAYS):
            self._choose(WAYS[digit - 1])
        elif event.key() == Qt.Key.Key_Escape and self._viewmodel.state.choosing:
            self._viewmodel.keep_waiting()
        else:
            super().keyPressEvent(event)

    def _choose(self, delivery: Delivery) -> None:
        if delivery in TYPED:
            self.way.set_value(delivery)
            self._pick(delivery)
            give(self.address)
            self.address.selectAll()
        elif self.others[delivery].isEnabled():
            self._show(delivery)

    def _fill(self, state: VideoState) -> None:
        partner = state.partner
        by_sms = partner is not None and bool(partner.phone)
        open_ = [way for way in TYPED if self._viewmodel.why_not(way) is None]
        first = Delivery.SMS if by_sms or not (partner and partner.email) else Delivery.EMAIL
        self.way.set_value(first if first in open_ or not open_ else open_[0])
        self._pick(self.way.value)

    def _pick(self, way: object) -> None:
        if way is None:
            self.way.set_value(Delivery.SMS)
        partner = self._viewmodel.state.partner
        email = self.way.value is Delivery.EMAIL
        self.address.set_problem("")
        self.address.setAccessibleName(_address_name(email=email))
        self.address.setPlaceholderText(_address_name(email=email))
        hints = Qt.InputMethodHint.ImhEmailCharactersOnly if email else Qt.InputMethodHint.ImhNone
        self.address.setInputMethodHints(hints)
        if partner is not None:
            self.address.setText(partner.email if email else partner.phone)
        self._show_ways()

    def _show_ways(self) -> None:
        state = self._viewmodel.state
        why = self._viewmodel.why_not(self.way.value or Delivery.SMS)
        self.closed.setVisible(why is not None)
        if why is not None:
            self.closed.setText(words.closed(why, self.way.value))
        self.address.setEnabled(why is None)
        self.send.setEnabled(why is None and state.sending is None)
        for delivery, button in self.others.items():
            button.setVisible(self._viewmodel.why_not(delivery) is None)

    def _show_problem(self, state: VideoState) -> None:
        problem = state.problem if state.problem and state.problem.doing is Doing.SEND else None
        again = problem is not None or bool(state.sent_to)
        self.send.set_text(_again() if again else _send())
        self.problem.show_problem(problem)
        bad = problem is not None and problem.unsent is Unsent.BAD_ADDRESS
        self.address.set_problem(told(problem)[0] if problem is not None and bad else "")

    def _send(self) -> None:
        if self.send.isEnabled():
            self._viewmodel.send(self.way.value, self.address.text())

    def _show(self, delivery: Delivery) -> None:
        self.shown.emit(delivery)
        self._viewmodel.send(delivery)

    def _lay_out(self) -> None:
        self.address.setEchoMode(QLineEdit.EchoMode.Normal)
        line = boxes.row(self.address, self.send, spacing=Space.S)
        line.setStretch(0, 1)
        more = Buttons(*self.others.values(), self.end)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        head = boxes.row(spacing=Space.S)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        box.addLayout(head)
        for part in (self.way, self.problem, self.closed):
            box.addWidget(part)
        box.insertLayout(box.indexOf(self.closed), line)
        box.addWidget(more)


def _options() -> tuple[Option[Delivery], ...]:
    return (
        Option(Delivery.SMS, QCoreApplication.translate("VideoSend", "SMS"), "smartphone"),
        Option(Delivery.EMAIL, QCoreApplication.translate("VideoSend", "E-mail"), "mail"),
    )


def _other(text: str, icon: str, key: str) -> Button:
    return Button(text, icon, "outline", key)


def _qr() -> str:
    return QCoreApplication.translate("VideoSend", "QR code")


def _copy() -> str:
    return QCoreApplication.translate("VideoSend", "Copier")


def _here() -> str:
    return QCoreApplication.translate("VideoSend", "Ouvrir ici")


def _send() -> str:
    return QCoreApplication.translate("VideoSend", "Envoyer")


def _again() -> str:
    return QCoreApplication.translate("VideoSend", "Renvoyer")


def _address_name(*, email: bool) -> str:
    if email:
        return QCoreApplication.translate("VideoSend", "Adresse e-mail du client")
    return QCoreApplication.translate("VideoSend", "Numéro de mobile du client")
