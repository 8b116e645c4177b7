"""A list as high as its rows up to a few, scrolling within itself beyond."""

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit.listview import ListView, RowDelegate


class ShortList(ListView):
    """At most `most` rows are seen at once."""

    def __init__(
        self, name: str, delegate: RowDelegate, most: int, parent: QWidget | None = None
    ) -> None:
        self._most = most
        super().__init__(name, delegate, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show `model`, and follow how many rows it has."""
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self.updateGeometry)
            model.rowsRemoved.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Fit the rows."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        height = max(self.sizeHintForRow(0), 0) if rows else 0
        return QSize(200, min(rows, self._most) * height + 2)

    def minimumSizeHint(self) -> QSize:
        """Never lower than the rows to show."""
        return QSize(120, self.sizeHint().height())
