"""The list of the journey: faces have words, and its end asks for the next page."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from desktop.domain.timeline import Entry
from desktop.ui.customers.journey_delegate import JourneyDelegate
from desktop.ui.customers.journey_viewmodel import JourneyViewModel
from desktop.ui.kit.listview import ListView
from desktop.ui.kit.rows import ROW

_AHEAD = 400
"""Pixels before the end at which the next page is read."""


class JourneyList(ListView):
    """Arrows move, Enter opens an entry."""

    def __init__(self, viewmodel: JourneyViewModel, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate(
            "JourneyList", "Parcours du client, le plus récent d’abord"
        )
        super().__init__(name, parent=parent)
        self._viewmodel = viewmodel
        self._painter = JourneyDelegate(viewmodel)
        self._painter.setParent(self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(viewmodel.rows)
        self.verticalScrollBar().valueChanged.connect(self._near_end)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole entry in the tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            entry = self.indexAt(event.pos()).data(ROW)
            if isinstance(entry, Entry):
                QToolTip.showText(event.globalPos(), self._viewmodel.text_of(entry), self)
            return True
        return super().viewportEvent(event)

    def _near_end(self, value: int) -> None:
        if self.isVisible() and value >= self.verticalScrollBar().maximum() - _AHEAD:
            self._viewmodel.more()
