"""The journey over all channels: filtered, searched, gone through to its end."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.domain.contacts import Channel
from desktop.domain.timeline import Entry
from desktop.ui.customers.entry_overlay import EntryOverlay
from desktop.ui.customers.journey_list import JourneyList
from desktop.ui.customers.journey_viewmodel import JourneyState, JourneyViewModel
from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.labels import label
from desktop.ui.kit.labels_customers import CHANNEL_ICONS
from desktop.ui.kit.loading import Skeleton
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.tokens import Space

_ALL = "all"


class JourneySearch(SearchField):
    """Escape empties the field; the arrow down leaves it for the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty, leave, or write."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class JourneyCard(Card):
    """What stands around the list: filter, search, and what is said when it is empty."""

    def __init__(self, viewmodel: JourneyViewModel, parent: QWidget | None = None) -> None:
        self._channel = _channel_picker()
        super().__init__(QCoreApplication.translate("JourneyCard", "Parcours"), parent=parent)
        self._viewmodel = viewmodel
        self._customer_id = viewmodel.state.customer_id
        words = QCoreApplication.translate("JourneyCard", "Chercher dans le parcours")
        hint = QCoreApplication.translate("JourneyCard", "Chercher…")
        self.search = JourneySearch(words, hint)
        self.list = JourneyList(viewmodel)
        self._empty = EmptyState("message-square", "", "")
        self._pages = QStackedWidget()
        for page in (self.list, self._empty, boxes.holder(boxes.column(Skeleton(6), None))):
            self._pages.addWidget(page)
        self._trouble = Banner(
            "warning",
            QCoreApplication.translate("JourneyCard", "Le parcours n’a pas pu être lu."),
            QCoreApplication.translate("JourneyCard", "Réessayer"),
        )
        self._more = Button(
            QCoreApplication.translate("JourneyCard", "Charger la suite"),
            "chevron-down",
            role="ghost",
        )
        tools = boxes.row(self.search, self._channel, spacing=Space.S)
        tools.setStretch(0, 1)
        self.body.addLayout(tools)
        for widget in (self._trouble, self._pages, self._more):
            self.add(widget, 1 if widget is self._pages else 0)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self._channel.picked.connect(self._filter)
        self.search.textEdited.connect(self._viewmodel.seek)
        self.search.left.connect(self._to_list)
        self.list.opened.connect(self._open)
        self._trouble.acted.connect(self._viewmodel.retry)
        self._more.clicked.connect(self._viewmodel.more)
        self._viewmodel.changed.connect(self._show)

    def _filter(self, value: object) -> None:
        self._viewmodel.filter(value if isinstance(value, Channel) else None)

    def _to_list(self) -> None:
        give(self.list)
        if not self.list.currentIndex().isValid():
            self.list.step(1)

    def _open(self, entry: object) -> None:
        if isinstance(entry, Entry):
            EntryOverlay(self.window(), entry, self._viewmodel).open()

    def _show(self) -> None:
        state = self._viewmodel.state
        # While one types the field leads; another customer begins with an empty one.
        same = state.customer_id == self._customer_id and self.search.hasFocus()
        if state.sought.text != self.search.text() and not same:
            self.search.setText(state.sought.text)
        self._customer_id = state.customer_id
        self._channel.set_value(state.sought.channels[0] if state.sought.channels else _ALL)
        self._trouble.setVisible(state.trouble)
        self._more.setVisible(state.next is not None)
        self._more.set_busy(state.loading)
        if self._viewmodel.rows.rowCount():
            self._pages.setCurrentIndex(0)
        elif state.loading:
            self._pages.setCurrentIndex(2)
        else:
            self._empty.set_words(*_empty_words(state))
            self._pages.setCurrentIndex(1)


def _channel_picker() -> Picker:
    name = QCoreApplication.translate("JourneyCard", "Canal")
    every = Option(_ALL, QCoreApplication.translate("JourneyCard", "Tous"), "funnel")
    channels = [Option(one, label(one), CHANNEL_ICONS[one][0]) for one in Channel]
    picker = Picker(name, (every, *channels))
    picker.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return picker


def _empty_words(state: JourneyState) -> tuple[str, str]:
    if state.sought.text.strip():
        title = QCoreApplication.translate("JourneyCard", "Rien pour « {text} »")
        return title.format(text=state.sought.text.strip()), QCoreApplication.translate(
            "JourneyCard", "Les notes et les mots du client ont été parcourus, accents compris."
        )
    if state.sought.channels:
        title = QCoreApplication.translate("JourneyCard", "Aucun échange sur ce canal")
        return title, ""
    title = QCoreApplication.translate("JourneyCard", "Aucun échange encore")
    return title, QCoreApplication.translate(
        "JourneyCard", "Le premier s’inscrira ici dès sa clôture."
    )
