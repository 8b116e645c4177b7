"""« À reprendre »: contacts begun and not closed, for a card of the day's page."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.drafts import DraftToResume
from desktop.ui.contacts.drafts_viewmodel import DraftsViewModel
from desktop.ui.kit import boxes, dates, theme
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.labels import label
from desktop.ui.kit.labels_customers import CHANNEL_ICONS
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.tokens import Space

_SHOWN = 4


class DraftsView(QWidget):
    """Hidden while there is nothing to resume. Enter takes up, Delete gives up (and undoes)."""

    def __init__(self, viewmodel: DraftsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        name = QCoreApplication.translate("Drafts", "Contacts à reprendre")
        self.list = ListView(name, RowDelegate(self._look, 2))
        self._rows = RowsModel[DraftToResume](lambda row: row.draft.contact_id, self._said, self)
        self.list.setModel(self._rows)
        self.list.opened.connect(self._open)
        self.list.installEventFilter(self)
        self.dropped = Banner("neutral", "", QCoreApplication.translate("Drafts", "Annuler"))
        self.dropped.acted.connect(viewmodel.bring_back)
        self.setLayout(boxes.column(self.dropped, self.list, spacing=Space.S))
        self.setFocusProxy(self.list)
        viewmodel.changed.connect(self._show)
        viewmodel.load()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the current draft up with Delete."""
        row = self.list.current_row()
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
            and isinstance(row, DraftToResume)
        ):
            self._viewmodel.drop(row)
            return True
        return super().eventFilter(watched, event)

    def _open(self, row: object) -> None:
        if isinstance(row, DraftToResume):
            self._viewmodel.resume(row)

    def _show(self) -> None:
        rows, dropped = self._viewmodel.rows, self._viewmodel.dropped
        self._rows.set_rows(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0))
        line = self.list.sizeHintForRow(0) if rows else theme.px(52)
        self.list.setFixedHeight(line * max(min(len(rows), _SHOWN), 1))
        self.list.setVisible(bool(rows))
        if dropped is not None:
            words = QCoreApplication.translate("Drafts", "Brouillon abandonné\u00a0: {name}")
            self.dropped.set_text(words.format(name=_name(dropped)))
        self.dropped.setVisible(dropped is not None)
        self.setVisible(bool(rows) or dropped is not None)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, DraftToResume):
            return RowLook("")
        draft = row.draft
        icon, tone = CHANNEL_ICONS[draft.channel]
        note = " ".join(draft.note.split()) or label(draft.channel)
        began = dates.moment(*self._viewmodel.started(draft))
        return RowLook(_name(row), subtitle=note, meta=began, icon=icon, tone=tone)

    def _said(self, row: DraftToResume) -> str:
        look = self._look(row)
        return f"{look.title}, {look.subtitle}, {look.meta}"


def _name(row: DraftToResume) -> str:
    return row.customer_name or QCoreApplication.translate("Drafts", "Client non identifié")
