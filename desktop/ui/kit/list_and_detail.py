"""A list beside what is chosen in it; on a narrow page one after the other."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.tokens import Space

_SIDE_BY_SIDE: Final = 1100
_LIST_WIDTH: Final = 360
_HIGH: Final = 560
"""Height of the window from which what stands over the panes stays while the detail is alone."""
_NO_LIMIT: Final = 16_777_215
"""Qt's own greatest width of a widget."""


class ListAndDetail(QWidget):
    """`reveal` shows the detail where there is room for one pane only; Escape goes back."""

    def __init__(self, listing: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listing = listing
        self.detail = detail
        self._revealed = False
        self._head: QWidget | None = None
        words = QCoreApplication.translate("ListAndDetail", "Retour à la liste")
        self.back = Button(words, "chevron-left", "ghost")
        self.back.clicked.connect(self._go_back)
        # Hidden as a whole: an empty layout would keep its share of the width.
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(detail, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.L)
        box.addWidget(listing)
        box.addWidget(self._right, 1)
        self._arrange()

    @property
    def side_by_side(self) -> bool:
        """Whether both panes are seen."""
        return self.width() >= theme.px(_SIDE_BY_SIDE)

    def set_head(self, head: QWidget) -> None:
        """Give what stands over the panes: a detail that is alone takes its room in little height."""
        self._head = head
        self._arrange()

    def reveal(self) -> None:
        """Show the detail."""
        self._revealed = True
        self._arrange()

    def _go_back(self) -> None:
        self._revealed = False
        self._arrange()
        self.listing.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane or two."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room of the head, if need be."""
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give it back: something else stands under the head now."""
        super().hideEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape from the detail."""
        if event.key() == Qt.Key.Key_Escape and self._revealed:
            self.back.click()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        both = self.side_by_side
        self.listing.setMinimumWidth(theme.px(_LIST_WIDTH) if both else 0)
        self.listing.setMaximumWidth(theme.px(_LIST_WIDTH) if both else _NO_LIMIT)
        self.listing.setVisible(both or not self._revealed)
        self._right.setVisible(both or self._revealed)
        self.back.setVisible(not both and self._revealed)
        if self._head is not None:
            alone = self._revealed and not both and self.isVisible()
            self._head.setHidden(alone and self.window().height() < theme.px(_HIGH))
