"""« Check-ins partagés »: the lead's page, the oldest unanswered first."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.ids import CheckInId
from desktop.domain.wellbeing import SharedCheckIn
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing import care_words
from desktop.ui.wellbeing.care_viewmodel import CareViewModel
from desktop.ui.wellbeing.gone import GonePane
from desktop.ui.wellbeing.shared_detail import SharedDetail
from desktop.ui.wellbeing.shared_list import SharedList
from desktop.ui.wellbeing.shared_viewmodel import SharedViewModel
from desktop.ui.wellbeing.talk_viewmodel import TalkViewModel


class SharedCheckInsView(QWidget):
    """Moving in the list reads nothing: opening does, and says so.

    `care` tells what the team lived through and was not looked at; `care_asked` when it is to be.
    """

    care_asked = Signal()

    def __init__(
        self,
        viewmodel: SharedViewModel,
        care: CareViewModel | None = None,
        talk: TalkViewModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._care = care
        self.care = Banner("warning", "", QCoreApplication.translate("Care", "Voir"))
        self.care.acted.connect(self.care_asked)
        self._opening: CheckInId | None = None
        self._talk = talk
        self.list = SharedList()
        self.detail = SharedDetail(viewmodel, talk)
        self.gone = GonePane()
        self._choose = Card()
        self._choose.add(_choose(), 1)
        self.unread = _unread()
        self._unread = Card()
        self._unread.add(self.unread, 1)
        self._pane = QStackedWidget()
        for widget in (self._choose, self.detail, self.gone, self._unread):
            self._pane.addWidget(widget)
        self.panes = ListAndDetail(self.list, self._pane)
        self._lay_out()
        self._join(viewmodel)
        self._show_care()
        self._show()

    def _join(self, viewmodel: SharedViewModel) -> None:
        if self._care is not None:
            self._care.changed.connect(self._show_care)
        if self._talk is not None:
            self._talk.changed.connect(self._show_talks)
            self._show_talks()
        self.list.opened.connect(self._open)
        if self.unread.button is not None:
            self.unread.button.clicked.connect(viewmodel.retry)
        self.panes.back.clicked.connect(viewmodel.close)
        viewmodel.changed.connect(self._show)
        viewmodel.replied.connect(self._say_replied)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        title = QCoreApplication.translate("Wellbeing", "Check-ins partagés")
        subtitle = QCoreApplication.translate(
            "Wellbeing",
            "Ceux que l’on vous a adressés, à vous nommément. Le plus ancien sans réponse d’abord.",
        )
        empty = EmptyState(
            "heart-handshake",
            QCoreApplication.translate("Wellbeing", "Personne ne vous attend"),
            QCoreApplication.translate(
                "Wellbeing",
                "Quand une personne de l’équipe voudra vous en parler, son check-in viendra ici.",
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
        titles = boxes.holder(
            boxes.column(Text(title, "title"), Text(subtitle, "secondary"), spacing=2)
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addWidget(titles)
        box.addWidget(self.care)
        box.addWidget(self._stack, 1)
        self.panes.set_head(titles)

    def _show_care(self) -> None:
        unseen = () if self._care is None else self._care.unseen
        if unseen:
            self.care.set_text(care_words.told(unseen))
        self.care.setVisible(bool(unseen))

    def _show_talks(self) -> None:
        if self._talk is not None:
            self.list.show_talks(self._talk.state.talks)

    def _show(self) -> None:
        state = self._viewmodel.state
        if self._talk is not None:
            self._talk.look(state.opened.check_in.id if state.opened else None)
        held = bool(state.waiting or state.answered or state.gone or state.opened or state.unread)
        self._stack.setCurrentIndex(0 if held or state.now is None else 1)
        if state.now is None:
            return
        self.list.show_lines(state.waiting, state.answered, state.now)
        if state.gone:
            self.gone.show_draft(state.draft)
            self._pane.setCurrentWidget(self.gone)
        elif state.unread:
            self._pane.setCurrentWidget(self._unread)
            if self._opening == state.open_id and self.unread.button is not None:
                self._opening = None
                self.unread.button.setFocus(Qt.FocusReason.TabFocusReason)
                announce(self, self.unread.accessibleName())
        elif state.opened is not None:
            self.detail.show_opened(state.opened, state.now)
            self._pane.setCurrentWidget(self.detail)
            if self._opening == state.open_id:
                self._opening = None
                self.detail.reply.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._pane.setCurrentWidget(self._choose)

    def _open(self, line: object) -> None:
        if isinstance(line, SharedCheckIn):
            self._opening = line.id
            self._viewmodel.open(line.id)
            self.panes.reveal()

    def _say_replied(self, name: str) -> None:
        words = QCoreApplication.translate("Wellbeing", "{name} verra votre réponse.")
        announce(self, words.format(name=name))
        if self.panes.side_by_side and self.detail.reply.hasFocus():
            self.take_focus()


def _choose() -> EmptyState:
    return EmptyState(
        "eye",
        QCoreApplication.translate("Wellbeing", "Choisissez un check-in"),
        QCoreApplication.translate(
            "Wellbeing", "Entrée l’ouvre. La personne verra que vous l’avez lu, et quand."
        ),
    )


def _unread() -> EmptyState:
    return EmptyState(
        "cloud-off",
        QCoreApplication.translate("Wellbeing", "Lecture en ligne seulement"),
        QCoreApplication.translate(
            "Wellbeing",
            "Ce que la personne a écrit n’est gardé que sur le serveur, qui ne répond pas. Rien ne lui est dit d’une lecture tant que vous ne l’avez pas lu.",
        ),
        QCoreApplication.translate("Wellbeing", "Réessayer"),
    )
