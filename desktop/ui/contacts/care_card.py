"""After an incivility: the advisor comes first. Words that may help, a warning, the right to end."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.contacts.exchange_viewmodel import ExchangeViewModel
from desktop.ui.contacts.phrases import Phrases
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.focus import give
from desktop.ui.kit.iconlabel import IconLabel, Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class CareCard(QWidget):
    """`paused` when a pause is taken, `resumed` when one goes on, `closed` when the contact is to
    be closed, `more` when something else is to be reported.
    """

    paused = Signal()
    resumed = Signal()
    closed = Signal()
    more = Signal()

    def __init__(self, exchange: ExchangeViewModel, minutes: int) -> None:
        super().__init__()
        self._exchange = exchange
        self._title = Text("", "section")
        self._told = WrapLabel("", "body")
        self.phrases = Phrases()
        self.stands = IconLabel("check", "", "secondary")
        said = QCoreApplication.translate("Incivility", "J’ai prévenu")
        self.warn = Button(said, "message-square", "primary")
        finish = QCoreApplication.translate("Incivility", "Mettre fin à l’échange")
        self.end = Button(finish, "phone-off", "primary")
        self.close_contact = Button(
            QCoreApplication.translate("Incivility", "Clore le contact"), "check-check", "primary"
        )
        pause = QCoreApplication.translate("Incivility", "Prendre {n} minutes").format(n=minutes)
        self.pause = Button(pause, "coffee", "soft")
        self.go_on = Button(QCoreApplication.translate("Incivility", "Poursuivre"))
        other = QCoreApplication.translate("Incivility", "Signaler autre chose")
        self.another = Button(other, "shield-alert", "ghost")
        self._lay_out()
        self._join()
        self._show()

    def take_focus(self) -> None:
        """Lead to the next thing that one may do."""
        places = (self.warn, self.end, self.close_contact)
        give(next((one for one in places if not one.isHidden() and one.isEnabled()), self.go_on))

    def _lay_out(self) -> None:
        words = boxes.column(self._title, self._told, spacing=Space.XS)
        head = boxes.row(Tile("heart-handshake", "accent", 44), spacing=Space.M)
        head.addLayout(words, 1)
        steps = boxes.row(None, self.warn, self.end, self.close_contact)
        rest = boxes.row(self.another, None, self.go_on, self.pause)
        self.setLayout(boxes.column(head, self.phrases, self.stands, steps, rest, spacing=Space.M))

    def _join(self) -> None:
        self.warn.clicked.connect(self._exchange.warn)
        self.end.clicked.connect(self._exchange.end)
        self.close_contact.clicked.connect(self.closed)
        self.pause.clicked.connect(self.paused)
        self.go_on.clicked.connect(self.resumed)
        self.another.clicked.connect(self.more)
        self._exchange.changed.connect(self._show)

    def _show(self) -> None:
        report = self._exchange.report
        warned, ended = bool(report and report.warned), bool(report and report.ended)
        held = self.warn.hasFocus() or self.end.hasFocus()
        self.phrases.show_phrases(self._exchange.phrases)
        self._title.setText(_title(ended=ended))
        self._told.setText(_told(ended=ended))
        before = self.stands.text()
        self.stands.set_text(_stands(warned=warned, ended=ended))
        self.stands.set_icon("check" if warned else "info", "success" if warned else "text2")
        self.warn.setVisible(not warned)
        self.end.setVisible(not ended)
        self.end.setEnabled(warned)
        self.end.setToolTip("" if warned else _stands(warned=False, ended=False))
        self.close_contact.setVisible(ended)
        self.go_on.set_text(_go_on(ended=ended))
        if self.isVisible() and self.stands.text() != before and (warned or ended):
            announce(self, self.stands.text())
            self.phrases.show_moment("end" if warned else "warn")
            if held:
                self.take_focus()


def _go_on(*, ended: bool) -> str:
    if ended:
        return QCoreApplication.translate("Incivility", "Garder ouvert")
    return QCoreApplication.translate("Incivility", "Poursuivre")


def _title(*, ended: bool) -> str:
    if ended:
        return QCoreApplication.translate("Incivility", "L’échange est terminé.")
    return QCoreApplication.translate("Incivility", "Vous pouvez mettre fin à l’échange.")


def _told(*, ended: bool) -> str:
    if ended:
        return QCoreApplication.translate(
            "Incivility",
            "C’était votre droit, et c’est noté. Gardez le contact ouvert ou fermez-le, comme vous préférez.",
        )
    return QCoreApplication.translate(
        "Incivility", "C’est noté. Rien ne vous oblige à continuer, ni à vous justifier."
    )


def _stands(*, warned: bool, ended: bool) -> str:
    if ended:
        return QCoreApplication.translate("Incivility", "Échange terminé après un avertissement.")
    if warned:
        return QCoreApplication.translate("Incivility", "Vous avez prévenu\u00a0: c’est noté.")
    return QCoreApplication.translate(
        "Incivility", "Prévenez d’abord\u202f; vous pourrez ensuite mettre fin."
    )
