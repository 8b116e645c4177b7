"""« Incivilités » of one's own page: what one reported, and what was done about it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

import desktop.ui.kit.labels_contacts  # noqa: F401 - importing it registers the words
from desktop.domain.care import OwnIncivility
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.iconlabel import IconLabel
from desktop.ui.kit.labels import label
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.panel import Divider, Panel
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing import care_words
from desktop.ui.wellbeing.followed import Followed, told
from desktop.ui.wellbeing.own_incivilities_viewmodel import OwnIncivilitiesViewModel


class OwnIncivilitiesView(QWidget):
    """A list beside the one that is looked at; nothing is asked here."""

    def __init__(self, viewmodel: OwnIncivilitiesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        name = QCoreApplication.translate("Care", "Ce que vous avez signalé")
        self._rows: RowsModel[OwnIncivility] = RowsModel(
            lambda own: own.report.id, self._aloud, self
        )
        self.list = ListView(name, RowDelegate(self._look, lines=2))
        self.list.setModel(self._rows)
        self.list.setAccessibleName(name)
        self.detail = _Detail()
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
        """Read again: what followed counts as read."""
        super().showEvent(event)
        self._viewmodel.visit()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, name: str) -> None:
        subtitle = QCoreApplication.translate(
            "Care", "Ce qui a été fait depuis par votre responsable, et quand."
        )
        empty = EmptyState(
            "shield-alert",
            QCoreApplication.translate("Care", "Rien pour l’instant"),
            QCoreApplication.translate(
                "Care", "Si un échange dérape, F7 le note, et vous verrez ici ce qui a suivi."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
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
        self._stack.setCurrentIndex(0 if state.items else 1)
        self._rows.set_rows(state.items)
        current, now = state.current, state.now
        if current is None or now is None:
            return
        index = self._rows.index_of(current.report.id)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        self.list.viewport().update()
        report = current.report
        when = dates.moment(report.at.astimezone(now.tzinfo), now)
        self.detail.set_title(f"{when[:1].upper()}{when[1:]} · {label(report.type)}")
        self.detail.fact.setText(report.words or care_words.no_words())
        self.detail.stands.set_text(care_words.own_stands(report))
        self.detail.stands.setVisible(report.warned or report.ended)
        self.detail.none.setVisible(not current.followed)
        self.detail.followed.show_all(current.followed, now, state.fresh)

    def _choose(self, own: object) -> None:
        if isinstance(own, OwnIncivility):
            self._viewmodel.choose(own.report.id)

    def _open(self, own: object) -> None:
        self._choose(own)
        self.panes.reveal()

    def _look(self, row: object) -> RowLook:
        now = self._viewmodel.state.now
        if not isinstance(row, OwnIncivility) or now is None:
            return RowLook("")
        when = dates.moment(row.report.at.astimezone(now.tzinfo), now)
        fresh = self._viewmodel.state.fresh | self._viewmodel.state.unread
        new = any(one.follow_up.id in fresh for one in row.followed)
        return RowLook(
            label(row.report.type),
            when,
            icon="shield-alert",
            tone="warning",
            chip=QCoreApplication.translate("Care", "Nouveau") if new else "",
            chip_tone="accent",
            trailing="message-square" if row.followed else "",
            trailing_tone="accent",
        )

    def _aloud(self, row: OwnIncivility) -> str:
        now = self._viewmodel.state.now or row.report.at
        when = dates.moment(row.report.at.astimezone(now.tzinfo), now)
        said = (label(row.report.type), when, *(told(one, now) for one in row.followed))
        return ", ".join(said)


class _Detail(Card):
    """The fact as it was reported, and what followed."""

    def __init__(self) -> None:
        super().__init__("")
        self.fact = WrapLabel("", "reading")
        self.stands = IconLabel("shield-alert", "", "secondary")
        self.followed = Followed()
        self.none = WrapLabel(
            QCoreApplication.translate(
                "Care",
                "Rien n’est noté encore. Un message vous le dira dès qu’il y aura une suite.",
            ),
            "secondary",
        )
        panel = Panel("warning")
        panel.add(self.fact)
        panel.add(self.stands)
        scroll = ScrollColumn()
        scroll.body.setContentsMargins(0, 0, Space.S, 0)
        title = Text(QCoreApplication.translate("Care", "Ce qui a suivi"), "strong")
        for widget in (panel, Divider(), title, self.none, self.followed):
            scroll.add(widget)
        scroll.body.addStretch(1)
        self.add(scroll, 1)
