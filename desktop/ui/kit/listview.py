"""A list set up as all lists are: one click or Enter opens, arrows move, rows stay one height."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.ui.kit import paint
from desktop.ui.kit.announce import announce
from desktop.ui.kit.rowdelegate import RowDelegate, RowLook
from desktop.ui.kit.rows import ROW

__all__ = ["ListView", "RowDelegate", "RowLook"]


class ListView(QListView):
    """`name` is read aloud; `opened` and `chosen` give the row's object."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, name: str, delegate: RowDelegate | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._open)
        self._delegate = delegate
        if delegate is not None:
            delegate.setParent(self)
            self.setItemDelegate(delegate)
        paint.follow(self, self._fit)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show `model`, whose objects are under ROW."""
        super().setModel(model)
        if self.selectionModel() is not None:
            self.selectionModel().currentChanged.connect(self._choose)

    def current_row(self) -> object | None:
        """Return the current row's object, or None."""
        return self.currentIndex().data(ROW) if self.currentIndex().isValid() else None

    def step(self, by: int) -> None:
        """Make the row `by` lines further the current one, staying within the list.

        Where the focus is elsewhere, in a search field, the row is read aloud.
        """
        model = self.model()
        if model is None or not model.rowCount():
            return
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        target = min(max(here + by, 0), model.rowCount() - 1)
        self.setCurrentIndex(model.index(target, 0))
        if not self.hasFocus():
            announce(self, str(self.currentIndex().data() or ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter; leave Ctrl+PgUp and Ctrl+PgDown to the page's tabs."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW))

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(current.data(ROW) if current.isValid() else None)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
