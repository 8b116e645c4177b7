"""The window's first screen where a shared database is named: signing in, and all that can happen."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.focus import give
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.connect_form import ConnectForm
from desktop.ui.shell.connect_panes import NewPasswordPane, OfflinePane, WaitingPane
from desktop.ui.shell.connect_state import Account, ConnectState, Given, Phase
from desktop.ui.shell.connect_viewmodel import ConnectViewModel
from desktop.ui.shell.key_pane import KeyPane
from desktop.ui.shell.logo import Logo

_WIDTH: Final = 560
_PATIENCE_MS: Final = 1000
"""An answer that comes within this time is awaited without a word."""


class ConnectView(QWidget):
    """`now` tells the time in the zone of this machine."""

    def __init__(
        self,
        viewmodel: ConnectViewModel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self._viewmodel = viewmodel
        self._now = now
        self.form = ConnectForm()
        self.offline = OfflinePane()
        self.waiting = WaitingPane()
        self.password = NewPasswordPane()
        self.key = KeyPane()
        self._first = True
        self._shown: ConnectState | None = None
        self._panes: tuple[QWidget, ...] = ()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE_MS)
        self._slow.timeout.connect(self._show_waiting)
        self._lay_out()
        self._join()
        self._show()

    def take_focus(self) -> None:
        """Lead to what comes first."""
        self.form.focus_first()

    def _lay_out(self) -> None:
        inner = boxes.holder(boxes.column(self.form, self.offline, spacing=Space.M))
        self._panes = (inner, self.waiting, self.password, self.key)
        card = Card()
        card.setMaximumWidth(theme.px(_WIDTH))
        name = Text(QCoreApplication.translate("Window", "Vis-à-Vis"), "title")
        kept = Chip(
            QCoreApplication.translate("Connect", "Chiffré sur ce poste"), "success", "lock"
        )
        card.body.addLayout(boxes.row(Logo(40), name, None, kept, spacing=Space.M))
        card.body.addSpacing(Space.S)
        for pane in self._panes:
            card.add(pane)
        across = boxes.row(None, spacing=0)
        across.addWidget(card, 100)
        across.addStretch(1)
        scroll = ScrollColumn()
        scroll.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        scroll.body.addStretch(1)
        scroll.body.addLayout(across)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _join(self) -> None:
        model, form = self._viewmodel, self.form
        form.given.connect(self._sign_in)
        form.chosen.connect(self._choose)
        form.browser.clicked.connect(lambda: model.in_browser(form.typed()))
        form.file.clicked.connect(lambda: self._pick_file(model.read_file))
        form.server.changed.connect(model.set_server)
        self.offline.asked.connect(lambda: model.offline(form.typed()))
        self.waiting.cancelled.connect(model.cancel)
        self.password.given.connect(model.change_password)
        self.key.unlocked.connect(model.unlock)
        self.key.set_aside.connect(model.set_aside)
        self.key.recovered.connect(model.recover)
        self.key.cancelled.connect(model.cancel)
        model.filled.connect(self._fill)
        model.changed.connect(self._show)

    def _sign_in(self) -> None:
        state, model = self._viewmodel.state, self._viewmodel
        (model.in_browser if state.by_browser else model.sign_in)(self.form.typed())

    def _choose(self, account: object) -> None:
        if not isinstance(account, Account):
            return
        self._viewmodel.choose(account)
        self.form.fields.clear_secrets()
        if account.remembered:
            self._sign_in()
        else:
            self.form.focus_secret()

    def _fill(self, given: Given) -> None:
        self.form.fields.fill(given)
        self.form.focus_secret()

    def _show(self) -> None:
        state, before = self._viewmodel.state, self._shown
        self._shown = state
        # The pane comes first: what is hidden cannot take the keyboard.
        if before is None or before.phase is not state.phase:
            self._turn(state)
        if state.phase is Phase.NEW_PASSWORD:
            self.password.show_state(state)
        elif state.phase is Phase.KEY:
            self.key.show_state(state)
        else:
            self.form.show_state(state)
        self.offline.offer(state.read_at, self._now())
        if state.read_at is not None and not state.busy:
            give(self.offline.go)
        if state.loaded and self._first and self.isVisible():
            self._first = False
            if state.hindrance is None and state.phase is Phase.FORM:
                self.take_focus()

    def _turn(self, state: ConnectState) -> None:
        self._slow.stop()
        match state.phase:
            case Phase.FORM:
                self._put(0)
                if state.hindrance is None and not self._first:
                    self.form.focus_secret()
            case Phase.CONNECTING:
                self._slow.start()
            case Phase.BROWSER:
                self._show_waiting()
            case Phase.NEW_PASSWORD:
                self._put(2)
                give(self.password.new.field)
                announce(self.password, self.password.new.accessibleName())
            case Phase.KEY:
                self._put(3)
                give(self.key.old.field)

    def _show_waiting(self) -> None:
        state = self._viewmodel.state
        self.waiting.show_state(state, browser=state.phase is Phase.BROWSER)
        self._put(1)
        give(self.waiting.cancel)

    def _put(self, place: int) -> None:
        # Not a stack, which is as high as its highest page: a form is taller than a sentence.
        for number, pane in enumerate(self._panes):
            pane.setVisible(number == place)

    def _pick_file(self, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
