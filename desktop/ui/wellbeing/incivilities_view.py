"""« Incivilités »: a lead's tab; what was not followed first, nobody counted and nobody compared."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.care import TeamIncivility
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import label
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import care_words
from desktop.ui.wellbeing.incivilities_viewmodel import IncivilitiesViewModel
from desktop.ui.wellbeing.incivility_detail import IncivilityDetail


class IncivilitiesView(QWidget):
    """A list of the last weeks beside the one that is looked at."""

    def __init__(self, viewmodel: IncivilitiesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        name = QCoreApplication.translate("Care", "Incivilités vécues dans l’équipe")
        self._rows: RowsModel[TeamIncivility] = RowsModel(lambda one: one.id, self._aloud, self)
        self.list = ListView(name, RowDelegate(self._look, lines=2))
        self.list.setModel(self._rows)
        self.detail = IncivilityDetail(viewmodel)
        listing = Card()
        listing.setFocusProxy(self.list)
        listing.add(self.list, 1)
        self.panes = ListAndDetail(listing, self.detail)
        self._lay_out(name)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        viewmodel.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, name: str) -> None:
        subtitle = QCoreApplication.translate(
            "Care",
            "L’échange est en cause, jamais la personne. Ce que vous notez ici, qui l’a vécue le voit.",
        )
        empty = EmptyState(
            "shield-alert",
            QCoreApplication.translate("Care", "Rien à signaler"),
            QCoreApplication.translate(
                "Care", "Quand une personne de l’équipe vivra une incivilité, elle viendra ici."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
        self._stack.addWidget(Loading(QCoreApplication.translate("Care", "Lecture…")))
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        head = boxes.holder(
            boxes.column(Text(name, "title"), WrapLabel(subtitle, "secondary"), spacing=2)
        )
        box.addWidget(head)
        box.addWidget(self._stack, 1)
        self.panes.set_head(head)

    def _show(self) -> None:
        state = self._viewmodel.state
        self._stack.setCurrentIndex(2 if state.now is None else 0 if state.items else 1)
        self._rows.set_rows(state.items)
        current = state.current
        if current is None or state.now is None:
            return
        index = self._rows.index_of(current.id)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self.detail.show_one(current, state.now)

    def _choose(self, one: object) -> None:
        if isinstance(one, TeamIncivility):
            self._viewmodel.choose(one.id)

    def _open(self, one: object) -> None:
        self._choose(one)
        self.panes.reveal()
        self.detail.kind.setFocus(Qt.FocusReason.TabFocusReason)

    def _look(self, row: object) -> RowLook:
        now = self._viewmodel.state.now
        if not isinstance(row, TeamIncivility) or now is None:
            return RowLook("")
        when = dates.moment(row.at.astimezone(now.tzinfo), now)
        waits = not row.followed
        return RowLook(
            row.name,
            f"{when} · {label(row.type)}",
            icon="shield-alert",
            tone="warning" if waits else "neutral",
            chip=QCoreApplication.translate("Care", "À suivre") if waits else "",
            chip_tone="accent",
            trailing="" if waits else "check-check",
            trailing_tone="success",
        )

    def _aloud(self, row: TeamIncivility) -> str:
        now = self._viewmodel.state.now or row.at
        when = dates.moment(row.at.astimezone(now.tzinfo), now)
        state = (
            QCoreApplication.translate("Care", "suivie")
            if row.followed
            else QCoreApplication.translate("Care", "à suivre")
        )
        return f"{row.name}, {when}, {label(row.type)}, {care_words.gravity(row.gravity)}, {state}"
