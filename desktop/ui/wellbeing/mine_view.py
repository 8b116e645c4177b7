"""« Mes check-ins »: one's own history, and who may see each of them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.wellbeing import Audience, OwnCheckIn
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import label
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.wellbeing import words
from desktop.ui.wellbeing.mine_detail import MyCheckInDetail
from desktop.ui.wellbeing.mine_viewmodel import MyCheckInsViewModel
from desktop.ui.wellbeing.readout import told


class MyCheckInsView(QWidget):
    """`asked` when the person wants to check in now."""

    asked = Signal()

    def __init__(self, viewmodel: MyCheckInsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.button = Button(_ask(), "heart-pulse", "secondary", "F12")
        self.button.clicked.connect(self.asked)
        self._rows: RowsModel[OwnCheckIn] = RowsModel(
            lambda own: own.check_in.id, self._aloud, self
        )
        name = QCoreApplication.translate("Wellbeing", "Mes check-ins")
        self.list = ListView(name, RowDelegate(self._look, lines=2))
        self.list.setModel(self._rows)
        self.older = Button(
            QCoreApplication.translate("Wellbeing", "Voir les plus anciens"), None, "ghost"
        )
        self.detail = MyCheckInDetail(viewmodel)
        listing = Card()
        listing.setFocusProxy(self.list)
        listing.add(self.list, 1)
        listing.add(self.older)
        self.panes = ListAndDetail(listing, self.detail)
        self._lay_out(name)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.older.clicked.connect(viewmodel.more)
        viewmodel.changed.connect(self._show)
        viewmodel.shared.connect(self._say_shared)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: what leads answered counts as read from now on."""
        super().showEvent(event)
        self._viewmodel.visit()

    def take_focus(self) -> None:
        """Put the keyboard on the list, or on the one thing to do."""
        target: QWidget = self.list if self._viewmodel.state.items else self.button
        target.setFocus()

    def _lay_out(self, name: str) -> None:
        subtitle = QCoreApplication.translate(
            "Wellbeing", "Ce que vous avez dit, qui peut le voir, et qui l’a lu."
        )
        titles = boxes.column(Text(name, "title"), Text(subtitle, "secondary"), spacing=2)
        empty = EmptyState(
            "heart-pulse",
            QCoreApplication.translate("Wellbeing", "Rien pour l’instant"),
            QCoreApplication.translate(
                "Wellbeing", "Quand vous direz comment ça va, vous le retrouverez ici."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        head = boxes.holder(boxes.row(titles, None, self.button))
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        self.panes.set_head(head)

    def _show(self) -> None:
        state = self._viewmodel.state
        self._stack.setCurrentIndex(0 if state.items else 1)
        self._rows.set_rows(state.items)
        self.older.setVisible(state.more)
        current = state.current
        if current is None or state.now is None:
            return
        index = self._rows.index_of(current.check_in.id)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self.detail.show_own(current, state.now, state.talks.get(current.check_in.id))

    def _chosen(self, own: object) -> None:
        if isinstance(own, OwnCheckIn):
            self._viewmodel.choose(own.check_in.id)

    def _opened(self, own: object) -> None:
        self._chosen(own)
        self.panes.reveal()
        if not self.panes.side_by_side:
            self.detail.audience.setFocus()

    def _say_shared(self, audience: Audience) -> None:
        sentence = QCoreApplication.translate("Wellbeing", "Peut le voir maintenant : {who}")
        who = words.audience_title(audience, self._viewmodel.lead_name)
        announce(self, sentence.format(who=who))

    def _look(self, row: object) -> RowLook:
        now = self._viewmodel.state.now
        if not isinstance(row, OwnCheckIn) or now is None:
            return RowLook("")
        icon, tone = words.face(row.check_in.mood)
        when = dates.moment(row.check_in.at.astimezone(now.tzinfo), now)
        return RowLook(
            when[:1].upper() + when[1:],
            words.audience_title(row.check_in.audience, row.addressed_name),
            icon=icon,
            tone=tone,
            trailing="message-square" if row.replies else "eye" if row.readings else "",
            trailing_tone="accent" if row.replies else "text3",
        )

    def _aloud(self, row: OwnCheckIn) -> str:
        now = self._viewmodel.state.now or row.check_in.at
        parts = [
            dates.moment(row.check_in.at.astimezone(now.tzinfo), now),
            label(row.check_in.moment),
            told(row.check_in),
            words.audience_title(row.check_in.audience, row.addressed_name),
        ]
        if row.replies:
            parts.append(QCoreApplication.translate("Wellbeing", "une réponse"))
        return ", ".join(parts)


def _ask() -> str:
    return QCoreApplication.translate("Wellbeing", "Dire comment ça va")
