"""The page of promises and callbacks: late ones first, kept or cancelled on a key."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.contacts import PromiseState
from desktop.domain.due_dates import DuePromise
from desktop.ui.contacts.promise_list import PromiseList
from desktop.ui.contacts.promises_viewmodel import PromisesState, PromisesViewModel
from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.keys import key_text
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class PromisesView(QWidget):
    """In the list, Space says « tenue », Delete « annulée », Enter opens the customer."""

    def __init__(self, viewmodel: PromisesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.list = PromiseList(viewmodel)
        self.count = Chip("", "warning", "clock")
        self.settled = Banner("success", "", QCoreApplication.translate("Promises", "Annuler"))
        self.settled.acted.connect(viewmodel.take_back)
        self.failure = Banner(
            "danger",
            QCoreApplication.translate(
                "Promises", "Les données de ce poste ne répondent pas. Rien n’a été changé."
            ),
            QCoreApplication.translate("Promises", "Réessayer"),
        )
        self.failure.acted.connect(viewmodel.load)
        self.loading = Skeleton(5)
        self.empty = EmptyState(
            "calendar-clock",
            QCoreApplication.translate("Promises", "Rien à tenir pour l’instant"),
            QCoreApplication.translate(
                "Promises", "Ce que vous promettez à la fin d’un contact vient ici, à son heure."
            ),
        )
        self.words = WrapLabel("", "body")
        self._make_buttons()
        self._lay_out()
        self.list.chosen.connect(lambda _row: self._show_chosen())
        viewmodel.changed.connect(self._show)
        viewmodel.load()
        self._show()

    def take_focus(self) -> None:
        """Lead to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_buttons(self) -> None:
        self.keep = Button(
            QCoreApplication.translate("Promises", "Tenue"), "check", "soft", key_text("Space")
        )
        self.keep.clicked.connect(lambda: self._act(self._viewmodel.keep))
        self.cancel = Button(
            QCoreApplication.translate("Promises", "Annulée"), "x", "outline", key_text("Del")
        )
        self.cancel.clicked.connect(lambda: self._act(self._viewmodel.cancel))
        self.open = Button(
            QCoreApplication.translate("Promises", "Ouvrir le client"),
            "user",
            "secondary",
            key_text("Return"),
        )
        self.open.clicked.connect(lambda: self._act(self._viewmodel.open_customer))

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("Promises", "Promesses et rappels"), "title")
        self._card = Card()
        buttons = boxes.row(self.open, None, self.cancel, self.keep, spacing=Space.S)
        self._foot = boxes.holder(boxes.column(Divider(), self.words, buttons, spacing=Space.M))
        self._card.body.addWidget(self.loading)
        self._card.body.addWidget(self.list, 1)
        self._card.body.addWidget(self.empty, 1)
        self._card.add(self._foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.M)
        box.addLayout(boxes.row(title, self.count, None, spacing=Space.M))
        box.addWidget(self.failure)
        box.addWidget(self.settled)
        box.addWidget(self._card, 1)

    def _act(self, verb: object) -> None:
        due = self.list.current()
        if due is not None and callable(verb):
            verb(due)
            self.take_focus()

    def _show(self) -> None:
        state = self._viewmodel.state
        self.list.show_rows(state.rows)
        self.loading.setVisible(not state.loaded)
        self.list.setVisible(bool(state.rows))
        self.empty.setVisible(state.loaded and not state.rows and not state.failed)
        self._foot.setVisible(bool(state.rows))
        self.failure.setVisible(state.failed)
        words = QCoreApplication.translate("Promises", "{n} à tenir aujourd’hui")
        self.count.set_text(words.format(n=state.pressing))
        self.count.setVisible(state.pressing > 0)
        self._show_settled(state)
        self._show_chosen()

    def _show_settled(self, state: PromisesState) -> None:
        self.settled.setVisible(state.settled is not None)
        if state.settled is None:
            return
        due, outcome = state.settled
        words = (
            QCoreApplication.translate("Promises", "Promesse tenue\u00a0: {name}")
            if outcome is PromiseState.KEPT
            else QCoreApplication.translate("Promises", "Promesse annulée\u00a0: {name}")
        ).format(name=self.list.name_of(due))
        if words != self.settled.text():
            self.settled.set_text(words)
            announce(self, words)

    def _show_chosen(self) -> None:
        due = self.list.current()
        self.words.setText(self.list.told(due) if isinstance(due, DuePromise) else "")
        for button in (self.keep, self.cancel):
            button.setEnabled(due is not None)
        self.open.setEnabled(due is not None and due.promise.customer_id is not None)
