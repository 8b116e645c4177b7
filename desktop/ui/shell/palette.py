"""The palette (Ctrl+K): type a few letters of anything that can be done, or of a customer."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.announce import announce
from desktop.ui.kit.listview import ListView
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.searchfield import SearchField
from desktop.ui.kit.tasks import Latest
from desktop.ui.kit.text import Text
from desktop.ui.shell import palette_rows
from desktop.ui.shell.actions import Actions
from desktop.ui.shell.palette_list import PaletteDelegate, PaletteModel
from desktop.ui.shell.palette_rows import Found, PaletteRow

__all__ = ["Finder", "Found", "Palette"]

Finder = Callable[[str], Coroutine[Any, Any, Sequence[Found]]]

_WIDTH: Final = 640
_HEIGHT: Final = 480
_AROUND: Final = 140
_RECENT: Final = 12


class Palette(Overlay):
    """`picked` gives the id of a customer found; actions are run from here."""

    picked = Signal(str)
    recent_changed = Signal(object)
    """The ids of the actions run last, newest first."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window, QCoreApplication.translate("Palette", "Tout faire"), _WIDTH)
        self._actions = actions
        self._find: Finder | None = None
        self._latest = Latest(self)
        self._found: Sequence[Found] = ()
        self._recent: tuple[str, ...] = ()
        self.field = SearchField(
            QCoreApplication.translate("Palette", "Une action ou un client"),
            QCoreApplication.translate("Palette", "Une action, un nom, un numéro…"),
        )
        self._model = PaletteModel(self)
        self.list = ListView(QCoreApplication.translate("Palette", "Résultats"))
        self._none = Text(
            QCoreApplication.translate("Palette", "Rien ne correspond à ces lettres."), "secondary"
        )
        self._build()

    def set_finder(self, find: Finder) -> None:
        """Take what finds customers; the newest request wins."""
        self._find = find

    def set_recent(self, action_ids: Sequence[str]) -> None:
        """Take the actions run last, newest first."""
        self._recent = tuple(action_ids)

    def open(self) -> None:
        """Show everything that can be done now, the most recent first."""
        if self.isVisible():
            return
        room = self.window().height() - theme.px(_AROUND)
        self.list.setFixedHeight(min(theme.px(_HEIGHT), room))
        self.field.clear()
        self._typed("")
        super().open()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows(self) -> tuple[PaletteRow, ...]:
        """Return what is listed."""
        return self._model.rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows move in the list, and its Enter run."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if watched is self.field and pressed and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down:
                    self._step(1)
                case Qt.Key.Key_Up:
                    self._step(-1)
                case Qt.Key.Key_PageDown:
                    self._step(8)
                case Qt.Key.Key_PageUp:
                    self._step(-8)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._run(self.list.current_row())
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.title.hide()
        self.cross.hide()
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.field)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.list.opened.connect(self._run)
        self.list.chosen.connect(self._say)

    def _typed(self, text: str) -> None:
        self._latest.cancel()
        if not text.strip():
            self._found = ()
        elif self._find is not None:
            self._latest.run(self._search(self._find, text))
        self._show(keep=False)

    async def _search(self, find: Finder, text: str) -> None:
        self._found = await find(text.strip())
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        """List what there is now; `keep` the row chosen, or go to the best one."""
        rows = palette_rows.action_rows(
            self._actions, self.field.text(), self._recent, self._run_action
        )
        rows += palette_rows.found_rows(self._found, self._open_customer)
        before = self.list.current_row()
        self._model.set_rows(rows)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        kept = QModelIndex()
        if keep and isinstance(before, PaletteRow):
            kept = self._model.index_of(before.key)
        self._choose(kept if kept.isValid() else self._first(0, 1))

    def _step(self, by: int) -> None:
        index = self.list.currentIndex()
        here = index.row() if index.isValid() else -1
        last = self._model.rowCount() - 1
        way = 1 if by > 0 else -1
        target = self._first(min(max(here + by, 0), last), way)
        self._choose(target if target.isValid() else self._first(max(here, 0), -way))

    def _first(self, place: int, way: int) -> QModelIndex:
        """Return the first row from `place` on, that way, that is no heading."""
        while 0 <= place < self._model.rowCount():
            if self._model.row(place).run is not None:
                return self._model.index(place)
            place += way
        return QModelIndex()

    def _choose(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        if index.row() == 1:
            self.list.scrollToTop()

    def _say(self, row: object) -> None:
        if isinstance(row, PaletteRow) and self.isVisible():
            announce(self.field, row.title)

    def _run(self, row: object) -> None:
        if isinstance(row, PaletteRow) and row.run is not None:
            self.dismiss()
            # After the focus is back where it was: some actions look at it.
            QTimer.singleShot(0, self, row.run)

    def _run_action(self, action_id: str) -> None:
        rest = tuple(one for one in self._recent if one != action_id)
        self._recent = (action_id, *rest)[:_RECENT]
        self._actions.run(action_id)
        self.recent_changed.emit(self._recent)

    def _open_customer(self, customer_id: str) -> None:
        self.picked.emit(customer_id)
