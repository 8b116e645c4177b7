"""Keeps a field that is written in in sight as it grows: whole, else to its buttons, else the caret."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space
from desktop.ui.scripts.ownwords_field import OwnWordsField


class InSight(QObject):
    """Looks once what was asked for is laid out; whoever scrolls away stays there until they type."""

    def __init__(self, scroll: ScrollColumn) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._field: OwnWordsField | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        scroll.viewport().installEventFilter(self)

    def keep(self, field: OwnWordsField | None) -> None:
        """Keep this field in sight from now on; None: none."""
        if self._field is not None and field is None:
            self._field.removeEventFilter(self)
            self._field.area.cursorPositionChanged.disconnect(self._soon.start)
        elif self._field is None and field is not None:
            field.installEventFilter(self)
            field.area.cursorPositionChanged.connect(self._soon.start)
        self._field = field
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the field or the room for it has another size."""
        if self._field is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        field = self._field
        if field is None or not field.isVisible():
            return
        shown, air = self._scroll.viewport().height(), 0
        top, height = self._place(field), field.height()
        if height > shown:
            # Its last lines only tell more about what is typed.
            height = field.keep.geometry().bottom() + Space.M
        if height > shown:
            caret, air = field.area.cursorRect(), Space.L
            top, height = self._place(field.area.viewport()) + caret.top(), caret.height()
        bar = self._scroll.verticalScrollBar()
        if top < air:
            bar.setValue(bar.value() + top - air)
        elif top + height > shown - air:
            bar.setValue(bar.value() + top + height - shown + air)

    def _place(self, widget: QWidget) -> int:
        """How far below the top of what is seen it begins."""
        return widget.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
