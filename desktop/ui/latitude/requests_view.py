"""« Demandes »: what advisors ask for beyond the policy, and what was answered."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.latitude.request_card import AnsweredRow, RequestCard
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel


class RequestsView(QWidget):
    """Cards that stay keep the keyboard and what is being written in them."""

    def __init__(self, viewmodel: RequestsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._cards: dict[str, RequestCard] = {}
        self._shown: object = None
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(Space.M)
        self._answered = QVBoxLayout()
        self._answered.setSpacing(Space.S)
        self._title = Text(QCoreApplication.translate("Latitude", "Déjà répondu"), "heading")
        self.failure = Banner("danger", _not_written())
        self.none = Text(QCoreApplication.translate("Latitude", "Plus rien n’attend."), "secondary")
        self._lay_out()
        viewmodel.changed.connect(self._show)
        viewmodel.lacking.connect(self._ask_for_a_word)
        viewmodel.answered.connect(self._say_answered)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the word to the oldest: one Enter too many must not grant."""
        card = next(iter(self.cards()), None)
        if card is not None:
            card.word.setFocus(Qt.FocusReason.TabFocusReason)

    def cards(self) -> tuple[RequestCard, ...]:
        """Return the cards that wait, the oldest first."""
        return tuple(self._cards.values())

    def _lay_out(self) -> None:
        title = QCoreApplication.translate("Latitude", "Demandes de geste")
        subtitle = QCoreApplication.translate(
            "Latitude",
            "Au-delà de la latitude de chacun. La plus ancienne d’abord\u202f; votre réponse arrive aussitôt sur le contact.",
        )
        scroll = ScrollColumn()
        scroll.body.setSpacing(Space.M)
        for part in (self._waiting, self.none, self._title, self._answered):
            if isinstance(part, QVBoxLayout):
                scroll.body.addLayout(part)
            else:
                scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self._body = scroll.body
        self._stack = QStackedWidget()
        self._stack.addWidget(Loading(QCoreApplication.translate("Latitude", "Lecture…")))
        self._stack.addWidget(scroll)
        self._stack.addWidget(_nothing())
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addLayout(
            boxes.column(Text(title, "title"), WrapLabel(subtitle, "secondary"), spacing=2)
        )
        box.addWidget(self.failure)
        box.addWidget(self._stack, 1)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.failure.setVisible(state.failed)
        if state.now is None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1 if state.waiting or state.answered else 2)
        self._show_waiting()
        if state.answered != self._shown:
            self._shown = state.answered
            boxes.clear(self._answered)
            for one in state.answered:
                self._answered.addWidget(AnsweredRow(one, self._viewmodel, state.now))
        self._title.setVisible(bool(state.answered))
        self.none.setVisible(not state.waiting)

    def _show_waiting(self) -> None:
        state = self._viewmodel.state
        wanted = {str(one.request.id): one for one in state.waiting}
        gone = [known for known in self._cards if known not in wanted]
        held = QApplication.focusWidget()
        lost = any(held is not None and self._cards[one].isAncestorOf(held) for one in gone)
        for known in gone:
            card = self._cards.pop(known)
            self._waiting.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, (known, one) in enumerate(wanted.items()):
            if known not in self._cards and state.now is not None:
                self._cards[known] = RequestCard(one, self._viewmodel, state.now)
                self._waiting.insertWidget(place, self._cards[known])
        self._cards = {known: self._cards[known] for known in wanted}
        follow_layouts(self._body)
        if lost:
            self.take_focus()

    def _ask_for_a_word(self, request_id: str) -> None:
        card = self._cards.get(request_id)
        if card is not None:
            card.ask_for_a_word()

    def _say_answered(self, _request_id: str) -> None:
        announce(self, QCoreApplication.translate("Latitude", "Votre réponse est enregistrée."))


def _nothing() -> EmptyState:
    return EmptyState(
        "hand-heart",
        QCoreApplication.translate("Latitude", "Personne ne vous demande rien"),
        QCoreApplication.translate(
            "Latitude",
            "Quand quelqu’un voudra offrir plus que sa latitude, sa demande viendra ici.",
        ),
    )


def _not_written() -> str:
    return QCoreApplication.translate(
        "Latitude",
        "Votre réponse n’est pas encore enregistrée\u00a0: les données de ce poste ne répondent pas. Réessayez.",
    )
