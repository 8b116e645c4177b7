"""« Miroir »: the page of weeks, the two halves, the estimate gap, and their tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.button import Button
from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.later import Later
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tabs import Tabs
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.mirror import words
from desktop.ui.mirror.band_overlay import BandOverlay
from desktop.ui.mirror.gap_view import GapView
from desktop.ui.mirror.halves_card import HalvesCard
from desktop.ui.mirror.pile import Pile
from desktop.ui.mirror.state import MirrorState, Trouble
from desktop.ui.mirror.top_line import TopLine
from desktop.ui.mirror.viewmodel import MirrorViewModel
from desktop.ui.mirror.weeks_bar import BACK_KEY, ON_KEY, WeeksBar

TABLE_KEY = "Ctrl+T"


class MirrorView(QWidget):
    """`reasons` are the options of the tree of reasons."""

    def __init__(
        self,
        viewmodel: MirrorViewModel,
        reasons: Sequence[Option[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Mirror", "Miroir"))
        self._viewmodel = viewmodel
        self.tabs = Tabs(QCoreApplication.translate("Mirror", "Parties du miroir"), _tabs())
        self.read = Chip("", "neutral", "clock")
        table = QCoreApplication.translate("Mirror", "Tableau")
        self.table = Button(table, "table-2", "outline", key_symbol(TABLE_KEY))
        self.table.setCheckable(True)
        self.trouble = Banner("warning", "", QCoreApplication.translate("Mirror", "Réessayer"))
        self.weeks = WeeksBar(viewmodel)
        self.halves = HalvesCard(viewmodel, reasons)
        self._gap = Later(self._make_gap)
        self.none = EmptyState("flip-vertical-2", "")
        self.stack = Pile()
        self.overlay: BandOverlay | None = None
        self._lay_out()
        self._connect()
        self._show()

    @property
    def gap(self) -> GapView:
        """The estimate gap, built when it is first looked at."""
        return self._gap.made()

    def _make_gap(self) -> GapView:
        view = GapView(self._viewmodel)
        view.show_table(shown=self.table.isChecked())
        view.show_mirror()
        return view

    def showEvent(self, event: QShowEvent) -> None:
        """Read again."""
        super().showEvent(event)
        self._viewmodel.visit()

    def take_focus(self) -> None:
        """Put the keyboard on what is shown."""
        self._front().setFocus(Qt.FocusReason.TabFocusReason)

    def turn_to(self, place: int) -> None:
        """Show the mirror (0) or the estimate gap (1)."""
        self.tabs.set_current(place)
        self.stack.setCurrentIndex(_page(place, self._viewmodel.state))

    def show_table(self) -> None:
        """Show tables in the place of charts."""
        self.table.setChecked(True)

    def toggle_table(self) -> None:
        """Show tables in the place of charts, or charts again, the keyboard on them."""
        self.table.click()

    def _front(self) -> QWidget:
        tabled = self.table.isChecked()
        if self.tabs.current == 0:
            return self.halves.table if tabled else self.halves.chart
        return self.gap.own.table if tabled else self.gap.own.chart

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("Mirror", "Miroir"), "title")
        head = boxes.row(title, self.tabs, spacing=Space.M)
        head.addStretch(1)
        head.addWidget(self.read)
        head.addWidget(self.table)
        loading = Loading(QCoreApplication.translate("Mirror", "Lecture du miroir…"))
        self.stack.addWidget(loading)
        self.stack.addWidget(self.halves)
        self.stack.addWidget(self._gap)
        self.stack.addWidget(self.none)
        self.column = ScrollColumn()
        self.column.body.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.column.body.addLayout(head)
        for widget in (TopLine(self.weeks), self.trouble):
            self.column.add(widget)
        self.column.add(self.stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.column)

    def _connect(self) -> None:
        viewmodel = self._viewmodel
        viewmodel.changed.connect(self._show)
        viewmodel.slid.connect(self.halves.slide)
        self.tabs.picked.connect(self.turn_to)
        self.table.toggled.connect(self._tabled)
        self.trouble.acted.connect(viewmodel.read_again)
        self.halves.opened.connect(self._enlarge)
        self.halves.looked.connect(self._follow)
        keys = (
            (BACK_KEY, viewmodel.go_back),
            (ON_KEY, viewmodel.go_on),
            (TABLE_KEY, self.toggle_table),
        )
        for key, verb in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)

    def _show(self) -> None:
        state = self._viewmodel.state
        self.weeks.show_state(state)
        self.halves.show_mirror()
        if self._gap.is_made:
            self.gap.show_mirror()
        self.turn_to(self.tabs.current)
        self.none.set_words(*_none(state))
        read = words.read_words(state.mirror, self._viewmodel.now(), loading=state.loading)
        self.read.setVisible(bool(read))
        self.read.set_text(read)
        self.trouble.setVisible(state.trouble is not None)
        self.trouble.set_text(_trouble(state))

    def _tabled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's own signature
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.halves.show_table(shown=shown)
        if self._gap.is_made:
            self.gap.show_table(shown=shown)
        if held and self.focusWidget() is not self.table:
            self.take_focus()

    def _enlarge(self, spot: Spot) -> None:
        self.overlay = BandOverlay(self.window(), self._viewmodel.state, spot)
        # Whoever comes back finds the week where they left it.
        self.overlay.closed.connect(lambda: self.halves.chart.look_at(spot))
        self.overlay.open()

    def _follow(self, spot: Spot | None) -> None:
        """Bring the band that the keyboard looks at into view."""
        chart, inside = self.halves.chart, self.column.widget()
        if spot is None or inside is None or not chart.hasFocus():
            return
        box = chart.facing().boxes[spot.half][spot.band].whole.toRect()
        where = chart.mapTo(inside, box.center())
        self.column.ensureVisible(where.x(), where.y(), 0, box.height())


def _page(place: int, state: MirrorState) -> int:
    """Which page of the pile stands for a tab: the wait, its own, or why there is nothing."""
    mirror = state.mirror
    if place == 1 and state.pairs is not None:
        return 2
    if mirror is None:
        return 0 if state.trouble is None else 3
    told = mirror.customers or mirror.team or state.loading or state.filtered
    return place + 1 if told else 3


def _none(state: MirrorState) -> tuple[str, str]:
    if state.mirror is None:
        title = QCoreApplication.translate("Mirror", "Rien n’a encore été lu")
        words = QCoreApplication.translate(
            "Mirror", "Le miroir se lit sur la base partagée, et reste ensuite sur ce poste."
        )
        return title, words
    title = QCoreApplication.translate("Mirror", "Pas encore d’équipe, pas encore de miroir")
    return title, QCoreApplication.translate(
        "Mirror", "Le miroir est celui d’une équipe. Il sera là dès que vous en aurez une."
    )


def _tabs() -> tuple[str, str]:
    return (
        QCoreApplication.translate("Mirror", "Le miroir"),
        QCoreApplication.translate("Mirror", "L’écart d’estimation"),
    )


def _trouble(state: MirrorState) -> str:
    if state.trouble is Trouble.OFFLINE:
        if state.mirror is not None:
            return QCoreApplication.translate(
                "Mirror", "Hors ligne\u202f: voici ce qui a été lu. La suite viendra avec la ligne."
            )
        return QCoreApplication.translate(
            "Mirror",
            "Hors ligne\u202f: le miroir de l’équipe se lit sur la base partagée. Vos propres estimations sont là.",
        )
    return QCoreApplication.translate("Mirror", "Le miroir n’a pas pu être lu.")
