"""« Demandes »: what advisors ask for beyond the policy, and what was answered."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.announce import announce
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.waiting_lists import WaitingLists, Words
from desktop.ui.latitude.request_card import AnsweredRow, RequestCard
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel


class RequestsView(WaitingLists[RequestCard, AnsweredRow]):
    """Each request with its two answers; one answer stands, so that none can be changed."""

    def __init__(self, viewmodel: RequestsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(_words(), _nothing(), viewmodel.load, parent)
        self._viewmodel = viewmodel
        viewmodel.changed.connect(self._show)
        viewmodel.lacking.connect(self._ask_for_a_word)
        viewmodel.answered.connect(self._say_answered)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the word to the oldest: one Enter too many must not grant."""
        card = next(iter(self.cards()), None)
        if card is not None:
            card.word.setFocus(Qt.FocusReason.TabFocusReason)

    def cards(self) -> tuple[RequestCard, ...]:
        """Return the cards that wait, the oldest first."""
        return tuple(self.waiting.values())

    def _show(self) -> None:
        state = self._viewmodel.state
        self.failure.setVisible(state.failed)
        if state.now is not None:
            card = partial(RequestCard, viewmodel=self._viewmodel, now=state.now)
            row = partial(AnsweredRow, viewmodel=self._viewmodel, now=state.now)
            self.show_lists(
                {one.request.id: partial(card, one) for one in state.waiting},
                {one: partial(row, one) for one in state.answered},
            )

    def _ask_for_a_word(self, request_id: str) -> None:
        card = self.waiting.get(request_id)
        if card is not None:
            card.ask_for_a_word()

    def _say_answered(self, _request_id: str) -> None:
        announce(self, QCoreApplication.translate("Latitude", "Votre réponse est enregistrée."))


def _words() -> Words:
    return Words(
        title=QCoreApplication.translate("Latitude", "Demandes de geste"),
        subtitle=QCoreApplication.translate(
            "Latitude",
            "Au-delà de la latitude de chacun. La plus ancienne d’abord\u202f; votre réponse arrive aussitôt sur le contact.",
        ),
        reading=QCoreApplication.translate("Latitude", "Lecture…"),
        none=QCoreApplication.translate("Latitude", "Plus rien n’attend."),
        done=QCoreApplication.translate("Latitude", "Déjà répondu"),
        failure=QCoreApplication.translate(
            "Latitude",
            "Votre réponse n’est pas encore enregistrée\u00a0: les données de ce poste ne répondent pas. Réessayez.",
        ),
    )


def _nothing() -> EmptyState:
    return EmptyState(
        "hand-heart",
        QCoreApplication.translate("Latitude", "Personne ne vous demande rien"),
        QCoreApplication.translate(
            "Latitude",
            "Quand quelqu’un voudra offrir plus que sa latitude, sa demande viendra ici.",
        ),
    )
