"""Outline and map, the form, the preview: side by side, or the last two one after the other."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.authoring.editor.passing_column import PassingColumn
from desktop.ui.kit import theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.choices import Option
from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.panel import Divider
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.tokens import Space

_ALL: Final = 1160
"""From this width on all three stand side by side."""
_OUTLINE: Final = 272
_WRITING, _PREVIEW = "writing", "preview"


class Columns(QWidget):
    """`outline` is the list of steps and the map under it, `form` what is written and what is wrong."""

    def __init__(
        self,
        outline: tuple[QWidget, QWidget],
        form: tuple[QWidget, QWidget],
        preview: QWidget,
    ) -> None:
        super().__init__()
        self._outline = _outlined(*outline)
        self._written = Card()
        self._written.add(form[0], 1)
        self._written.add(form[1])
        self.preview = preview
        self._panes = (outline[0], outline[1], self._written, preview)
        self.faces = Segmented(
            QCoreApplication.translate("Editor", "Ce qui est montré"),
            [
                Option(_WRITING, QCoreApplication.translate("Editor", "Rédaction"), "pencil"),
                Option(_PREVIEW, QCoreApplication.translate("Editor", "Aperçu"), "eye"),
            ],
        )
        self.faces.set_value(_WRITING)
        self.faces.picked.connect(lambda _face: self._arrange())
        self._lay_out()
        theme.instance().changed.connect(self._arrange)
        self._arrange()

    @property
    def side_by_side(self) -> bool:
        """Whether the preview stands beside the form."""
        return self.width() >= theme.px(_ALL)

    def write(self) -> None:
        """Show the form, where there is room for one of both only."""
        self.faces.set_value(_WRITING)
        self._arrange()

    def next_pane(self, by: int = 1) -> None:
        """Put the keyboard in the next pane that is shown, or in the one before for -1."""
        shown = [pane for pane in self._panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        held = (n for n, one in enumerate(shown) if focus is one or one.isAncestorOf(focus or self))
        pane = shown[(next(held, -1) + by) % len(shown)]
        stops = [pane] if pane.focusPolicy() & Qt.FocusPolicy.TabFocus else focusable(pane)
        if stops:
            give(stops[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show two panes or three."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(Space.S)
        middle.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addWidget(self._written, 1)
        middle.addWidget(self.preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.L)
        columns.addWidget(self._outline)
        columns.addLayout(middle, 1)
        self._middle, self._columns = middle, columns

    def _arrange(self) -> None:
        # Never so wide that the form beside it is cut.
        self._outline.setFixedWidth(min(theme.px(_OUTLINE), self.width() * 2 // 5))
        wide = self.side_by_side
        holder = self._columns if wide else self._middle
        if holder.indexOf(self.preview) < 0:
            holder.addWidget(self.preview, 1)
        self.faces.setVisible(not wide)
        shown = self.faces.value or _WRITING
        self._written.setVisible(wide or shown == _WRITING)
        self.preview.setVisible(wide or shown == _PREVIEW)


def _outlined(steps: QWidget, branches: QWidget) -> Card:
    card = Card()
    scroll = PassingColumn()
    scroll.add(branches)
    scroll.body.addStretch(1)
    card.add(steps, 3)
    card.add(Divider())
    card.add(scroll, 2)
    return card
