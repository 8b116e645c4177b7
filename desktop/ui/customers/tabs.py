"""The strip of open customers: a name, a dot where a contact is being written, a cross."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from desktop.domain.ids import CustomerId
from desktop.ui.customers.viewmodel import OpenCustomersViewModel, Tab
from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.pushbutton import PushButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_WIDEST = 190
_DOT = 7


class TabButton(PushButton):
    """One customer's name; a dot before it says that their contact has text in it."""

    def __init__(self, tab: Tab, *, current: bool) -> None:
        words = tab.name or QCoreApplication.translate("CustomerTabs", "Ouverture…")
        super().__init__(words)
        self._tab = tab
        self.setCheckable(True)
        self.setChecked(current)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if tab.drafted:
            said = QCoreApplication.translate("CustomerTabs", "{name}, contact en cours de saisie")
            words = said.format(name=words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        paint.follow(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Fit the name, up to a width."""
        width = paint.width_of(self.text(), Type.SECONDARY, Weight.SEMIBOLD) + self._room()
        return QSize(round(min(width, theme.px(_WIDEST)) + 1), theme.px(Height.SMALL))

    def minimumSizeHint(self) -> QSize:
        """Give way when many are open."""
        return QSize(theme.px(72), theme.px(Height.SMALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the current one, the dot, the name."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        if self.isChecked():
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("accent_soft"))
        elif self.underMouse():
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
        ink = "accent" if self.isChecked() else "text2"
        words = whole.adjusted(theme.px(Space.S), 0, -theme.px(Space.S), 0)
        if self._tab.drafted:
            side = theme.px(_DOT)
            dot = QRectF(words.left(), whole.center().y() - side / 2, side, side)
            paint.rounded(painter, dot, side / 2, theme.color("warning"))
            words.setLeft(dot.right() + theme.px(6))
        paint.words(painter, words, self.text(), ink, Type.SECONDARY, Weight.SEMIBOLD)
        if self.hasFocus():
            paint.focus_ring(painter, whole, Radius.CONTROL)

    def _room(self) -> int:
        return 2 * theme.px(Space.S) + (theme.px(_DOT + 6) if self._tab.drafted else 0)


class TabStrip(QScrollArea):
    """Holds the tabs on one line however many there are; the current one stays in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setProperty("role", "scrolled")
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.box = QHBoxLayout(self._inner)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(Space.XS)
        self._current: QWidget | None = None
        self.setWidget(self._inner)

    def fill(self, widgets: Sequence[QWidget], current: QWidget | None) -> None:
        """Show these in place of those before."""
        boxes.clear(self.box)
        for widget in widgets:
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self._current = current
        self.updateGeometry()
        QTimer.singleShot(0, self, self._reveal)

    def sizeHint(self) -> QSize:
        """Be as high as a tab."""
        return QSize(self._inner.sizeHint().width(), theme.px(Height.SMALL))

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is."""
        return QSize(theme.px(120), theme.px(Height.SMALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current one in sight."""
        super().resizeEvent(event)
        self._reveal()

    def _reveal(self) -> None:
        if self._current is not None:
            self.ensureWidgetVisible(self._current, theme.px(Height.SMALL), 0)


class CustomerTabs(QFrame):
    """Shown from two customers on; the shell's keys go among them too."""

    def __init__(self, viewmodel: OpenCustomersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar-top")
        self.setAccessibleName(QCoreApplication.translate("CustomerTabs", "Clients ouverts"))
        self._viewmodel = viewmodel
        self._drawn: tuple[tuple[Tab, ...], CustomerId | None] = ((), None)
        self._strip = TabStrip()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        box.addWidget(self._strip)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._viewmodel.state
        if (state.tabs, state.current) == self._drawn:
            return
        self._drawn = (state.tabs, state.current)
        last = QApplication.focusWidget()
        focused = last is not None and self.isAncestorOf(last)
        widgets: list[QWidget] = []
        current: QWidget | None = None
        for tab in state.tabs:
            button = self._button(tab, current=tab.customer_id == state.current)
            current = button if button.isChecked() else current
            widgets += [button, self._cross(tab)]
        self._strip.fill(widgets, current)
        self.setVisible(len(state.tabs) > 1)
        if current is not None and focused:
            current.setFocus()

    def _button(self, tab: Tab, *, current: bool) -> TabButton:
        button = TabButton(tab, current=current)
        button.clicked.connect(lambda: self._viewmodel.open(tab.customer_id))
        return button

    def _cross(self, tab: Tab) -> IconButton:
        words = QCoreApplication.translate("CustomerTabs", "Fermer {name}")
        cross = IconButton("x", words.format(name=tab.name), size=Height.TARGET)
        cross.clicked.connect(lambda: self._viewmodel.close(tab.customer_id))
        return cross
