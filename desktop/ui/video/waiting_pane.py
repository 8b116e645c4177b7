"""The link is on its way: what the customer has done, three clocks, what to say meanwhile."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Delivery
from desktop.services.video.live import Live
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.tokens import Space
from desktop.ui.video.buttons import Buttons
from desktop.ui.video.clocks_row import ClocksRow
from desktop.ui.video.end_button import EndButton
from desktop.ui.video.hint_notice import HintNotice
from desktop.ui.video.state import VideoState
from desktop.ui.video.steps_row import StepsRow
from desktop.ui.video.viewmodel import VideoViewModel


class WaitingPane(QWidget):
    """From the sending to the face."""

    def __init__(self, viewmodel: VideoViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self.sent = IconLabel("send", "", "secondary")
        self.steps = StepsRow()
        self.clocks = ClocksRow()
        self.hint = HintNotice(viewmodel)
        self.valid = ElidedLabel("", "caption")
        self.renew = Button(
            QCoreApplication.translate("VideoPanel", "Nouveau lien"), "refresh-cw", "ghost"
        )
        self.renew.setToolTip(
            QCoreApplication.translate(
                "VideoPanel", "Faire un autre lien\u00a0; l’ancien n’ouvre plus rien"
            )
        )
        self.renew.clicked.connect(viewmodel.renew)
        self.resend = Button(QCoreApplication.translate("VideoPanel", "Renvoyer"), "send")
        self.resend.clicked.connect(viewmodel.choose_again)
        self.end = EndButton(viewmodel)
        buttons = Buttons(self.resend, self.end)
        life = boxes.row(spacing=Space.S)
        life.addWidget(self.valid, 1)
        life.addWidget(self.renew)
        self.life = boxes.holder(life)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for part in (self.sent, self.steps, self.clocks, self.hint, self.life, buttons):
            box.addWidget(part)

    def show_state(self, state: VideoState) -> None:
        """Show how far it has come."""
        call = state.call
        if call is None:
            return
        self.sent.set_text(sent_words(call, state))
        self.steps.show_progress(call.progress)
        waits = call.progress.opened_at is None and not call.asked.place
        self.resend.setVisible(waits and state.hint is not Hint.NOBODY)
        self.life.setVisible(waits)
        self.hint.show_hint(state.hint if state.hint is not Hint.RECONNECTING else Hint.NONE)
        self.end.show_state(state)
        self.tick()

    def tick(self) -> None:
        """A second has gone by."""
        self.clocks.show_clocks(self._viewmodel.clocks())
        left = self._viewmodel.valid_for()
        if left is None:
            return
        minutes = -(-int(left.total_seconds()) // 60)
        if minutes:
            words = QCoreApplication.translate("VideoPanel", "Lien valable encore {n}")
            self.valid.setText(words.format(n=dates.span(minutes * 60)))
        else:
            self.valid.setText(QCoreApplication.translate("VideoPanel", "Lien expiré"))

    def first(self) -> QWidget:
        """What takes the keyboard: nothing that a stray Enter could end the call by."""
        if not self.hint.isHidden() and not self.hint.resend.isHidden():
            return self.hint.resend
        return self.resend if not self.resend.isHidden() else self.steps


def sent_words(call: Live, state: VideoState) -> str:
    """« Envoyé par SMS au 06 39 98 12 34 »."""
    match call.progress.delivery:
        case Delivery.SMS if state.sent_to:
            words = QCoreApplication.translate("VideoPanel", "Envoyé par SMS au {to}")
            return words.format(to=state.sent_to)
        case Delivery.EMAIL if state.sent_to:
            words = QCoreApplication.translate("VideoPanel", "Envoyé à {to}")
            return words.format(to=state.sent_to)
        case Delivery.QR:
            return QCoreApplication.translate("VideoPanel", "QR code montré au client")
        case Delivery.COPY:
            return QCoreApplication.translate("VideoPanel", "Lien copié, à donner au client")
        case Delivery.HERE:
            return QCoreApplication.translate("VideoPanel", "Page du client ouverte sur ce poste")
        case Delivery.SOS:
            words = QCoreApplication.translate("VideoPanel", "Bouton du client\u00a0: {place}")
            place = state.partner.place if state.partner is not None else ""
            return words.format(place=place or call.asked.place)
        case _:
            return QCoreApplication.translate("VideoPanel", "Le lien est prêt")
