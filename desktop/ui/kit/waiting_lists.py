"""A page of two lists of cards: what waits for an answer, and what has one."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tab_order import follow_layouts
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

Waiting = TypeVar("Waiting", bound=QWidget)
Done = TypeVar("Done", bound=QWidget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands around the lists."""

    title: str
    subtitle: str
    reading: str
    none: str
    """Where nothing waits any more."""
    done: str
    """Over what has its answer."""
    failure: str


class WaitingLists(QWidget, Generic[Waiting, Done]):
    """A card stays as long as its key does, with the keyboard and what is being written in it.

    `load` reads the lists again, whenever the page is shown.
    """

    def __init__(
        self,
        words: Words,
        empty: EmptyState,
        load: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._load = load
        self.waiting: dict[Hashable, Waiting] = {}
        self.done: dict[Hashable, Done] = {}
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        self._above.setSpacing(Space.M)
        self._below.setSpacing(Space.M)
        self.failure = Banner("danger", words.failure)
        self.none = Text(words.none, "secondary")
        self._heading = Text(words.done, "heading")
        self._stack = QStackedWidget()
        scroll = self._scroll()
        self._body = scroll.body
        for part in (Loading(words.reading), scroll, empty):
            self._stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        titles = (Text(words.title, "title"), WrapLabel(words.subtitle, "secondary"))
        box.addLayout(boxes.column(*titles, spacing=2))
        box.addWidget(self.failure)
        box.addWidget(self._stack, 1)

    def _scroll(self) -> ScrollColumn:
        scroll = ScrollColumn()
        scroll.body.setSpacing(Space.M)
        scroll.body.addLayout(self._above)
        scroll.body.addWidget(self.none)
        scroll.body.addWidget(self._heading)
        scroll.body.addLayout(self._below)
        scroll.body.addStretch(1)
        return scroll

    def showEvent(self, event: QShowEvent) -> None:
        """Read again."""
        super().showEvent(event)
        self._load()

    def take_focus(self) -> None:
        """Put the keyboard where one Enter too many does no harm; also when its card has gone."""

    def show_lists(
        self,
        waiting: Mapping[Hashable, Callable[[], Waiting]],
        done: Mapping[Hashable, Callable[[], Done]],
    ) -> None:
        """Show a card for each key, made where there is none yet."""
        self._stack.setCurrentIndex(1 if waiting or done else 2)
        held = QApplication.focusWidget()
        gone = [
            *_turn(self._above, self.waiting, waiting),
            *_turn(self._below, self.done, done),
        ]
        lost = any(held is not None and card.isAncestorOf(held) for card in gone)
        for card in gone:
            card.hide()
            card.deleteLater()
        self._heading.setVisible(bool(done))
        self.none.setVisible(not waiting)
        follow_layouts(self._body)
        if lost:
            self.take_focus()


Card = TypeVar("Card", bound=QWidget)


def _turn(
    box: QVBoxLayout, cards: dict[Hashable, Card], wanted: Mapping[Hashable, Callable[[], Card]]
) -> list[Card]:
    """Have `box` and `cards` hold what is wanted, in its order; the cards that go are returned."""
    gone = [cards.pop(key) for key in [*cards] if key not in wanted]
    for card in gone:
        box.removeWidget(card)
    known = dict(cards)
    cards.clear()
    for place, (key, make) in enumerate(wanted.items()):
        cards[key] = card = known[key] if key in known else make()
        if box.indexOf(card) != place:
            box.removeWidget(card)
            box.insertWidget(place, card)
    return gone
