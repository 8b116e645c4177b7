"""« À voir »: the page of what the server did not take, and of fields that two people changed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.outbox import Attention, LineState
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.focus import give
from desktop.ui.kit.list_and_detail import ListAndDetail
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.sync.review_detail import ReviewDetail, ask_path
from desktop.ui.sync.review_list import ReviewList
from desktop.ui.sync.review_viewmodel import ReviewViewModel


class ReviewView(QWidget):
    """Arrows move among the lines, Enter opens one; on a conflict 1 and 2 choose, Enter takes."""

    def __init__(self, viewmodel: ReviewViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.list = ReviewList()
        self.detail = ReviewDetail(viewmodel)
        self.count = Chip("", "warning", "inbox")
        self.export = Button(
            QCoreApplication.translate("Review", "Tout exporter…"), "download", "outline"
        )
        self.panes = ListAndDetail(self.list, self.detail)
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.digit.connect(self._digit)
        self.export.clicked.connect(lambda: ask_path(self, viewmodel.export))
        viewmodel.changed.connect(self._show)
        viewmodel.done.connect(self._done)
        viewmodel.exported.connect(self._say_exported)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        title = Text(QCoreApplication.translate("Review", "À voir"), "title")
        subtitle = Text(
            QCoreApplication.translate(
                "Review",
                "Ce que le serveur n’a pas pris, et ce que quelqu’un d’autre a modifié en même temps que vous. Rien ne se perd.",
            ),
            "secondary",
        )
        empty = EmptyState(
            "circle-check",
            QCoreApplication.translate("Review", "Rien à voir ici"),
            QCoreApplication.translate(
                "Review", "Tout ce que vous avez fait est passé, ou partira seul."
            ),
        )
        self._stack.addWidget(self.panes)
        self._stack.addWidget(empty)
        head = boxes.row(title, self.count, None, self.export, spacing=Space.M)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addLayout(boxes.column(head, subtitle, spacing=2))
        box.addWidget(self._stack, 1)

    def _show(self) -> None:
        state, now = self._viewmodel.state, self._viewmodel.now()
        self._stack.setCurrentIndex(1 if state.loaded and not state.lines else 0)
        self.count.setVisible(bool(state.lines))
        self.count.set_text(dates.count(len(state.lines)))
        self.export.setVisible(bool(state.lines))
        self.list.show_lines(state.lines, state.front)
        line = state.line
        self.detail.setVisible(line is not None)
        if line is not None:
            self.detail.show_line(line, state, now)

    def _choose(self, line: object) -> None:
        if isinstance(line, Attention):
            self._viewmodel.show(line.op_id)

    def _open(self, line: object) -> None:
        self._choose(line)
        self.panes.reveal()
        if isinstance(line, Attention):
            give(self.detail.first())

    def _digit(self, digit: int) -> None:
        line = self._viewmodel.state.line
        if line is not None and line.state is LineState.CONFLICT:
            self.panes.reveal()
            give(self.detail.conflict.first())
            self.detail.conflict.choose(digit)

    def _done(self, line: Attention) -> None:
        words = (
            QCoreApplication.translate("Review", "Valeur gardée.")
            if line.state is LineState.CONFLICT
            else QCoreApplication.translate("Review", "C’est fait.")
        )
        announce(self, words)
        if self.isVisible():
            self.panes.back.click()
            self.take_focus()

    def _say_exported(self, count: int) -> None:
        words = QCoreApplication.translate("Review", "Faits écrits dans le fichier\u00a0: {n}.")
        announce(self, words.format(n=dates.count(count)))
