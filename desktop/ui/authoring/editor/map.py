"""The small map of a guide's branches: what leads where, at a glance, by mouse and by keys."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.authoring.editor.map_brush import ROW, MapBrush
from desktop.ui.authoring.editor.map_plan import Plan, plan
from desktop.ui.authoring.editor.map_words import node_words, whole_words
from desktop.ui.authoring.editor.state import EditorState
from desktop.ui.kit import paint, theme
from desktop.ui.kit.announce import announce


class BranchMap(QWidget):
    """`picked` gives a step's id: Up and Down go through them, Right follows a way, Left goes back.

    `entered` when Enter is pressed: the step is to be written in.
    """

    picked = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self._here = -1
        self._wrong: frozenset[str] = frozenset()
        self._loud: frozenset[str] = frozenset()
        self._came: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Editor", "Carte des chemins"))
        paint.follow(self, self._fit)

    def show_state(self, state: EditorState) -> None:
        """Show the guide's ways, the step in front, and which steps have something wrong."""
        wrong = frozenset(one.step for one in state.errors)
        loud = frozenset(one.step for one in state.loud)
        here = state.script.position(state.step_id)
        found = plan(state.script)
        if (found, here, wrong, loud) == (self._plan, self._here, self._wrong, self._loud):
            return
        self._plan, self._here, self._wrong, self._loud = found, here, wrong, loud
        self.setAccessibleDescription(whole_words(found, here, wrong))
        self._fit()

    def sizeHint(self) -> QSize:
        """A row for each step."""
        return QSize(theme.px(200), max(len(self._plan.nodes), 1) * theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Titles may be cut, rows may not."""
        return QSize(theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the map."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self._here + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._plan.nodes) - 1)
        elif key == Qt.Key.Key_Right:
            self._follow()
        elif key == Qt.Key.Key_Left and self._came:
            self._go(self._came.pop())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step that was clicked."""
        self._go(self.row_at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip where a step leads."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(QPointF(event.pos()))
            known = 0 <= row < len(self._plan.nodes)
            words = node_words(self._plan, row, self._wrong) if known else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def row_at(self, spot: QPointF) -> int:
        """Return the place of the step at that spot, from 0."""
        return int(spot.y() // theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ways, those of the step in front last, then the steps over them."""
        brush = MapBrush(paint.painter_on(self), self._plan, self._here, self._loud)
        brush.ground(self.width(), focused=self.hasFocus())
        for link in sorted(self._plan.links, key=lambda one: one.origin == self._here):
            brush.link(link)
        for row, node in enumerate(self._plan.nodes):
            brush.node(row, node, self.width())

    def _follow(self) -> None:
        """Follow the first way out of the step in front."""
        onward = [one.target for one in self._plan.links if one.origin == self._here]
        if onward and onward[0] != self._here:
            here = self._here
            self._go(onward[0])
            self._came.append(here)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._plan.nodes):
            self.picked.emit(self._plan.nodes[row].id)
            announce(self, node_words(self._plan, row, self._wrong))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
