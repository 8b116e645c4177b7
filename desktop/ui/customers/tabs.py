"""The strip of open customers: a name, a dot where a contact is being written, a cross."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.domain.ids import CustomerId
from desktop.ui.customers.viewmodel import OpenCustomersViewModel, Tab
from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.tokens import Height, Radius, Space, Type, Weight

_WIDEST = 190
_DOT = 7


class TabButton(QPushButton):
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
        return QSize(theme.px(56), theme.px(Height.SMALL))

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


class CustomerTabs(QFrame):
    """Shown from two customers on; the shell's keys go among them too."""

    def __init__(self, viewmodel: OpenCustomersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar-top")
        self.setAccessibleName(QCoreApplication.translate("CustomerTabs", "Clients ouverts"))
        self._viewmodel = viewmodel
        self._drawn: tuple[tuple[Tab, ...], CustomerId | None] = ((), None)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        self._box.setSpacing(Space.XS)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._viewmodel.state
        if (state.tabs, state.current) == self._drawn:
            return
        self._drawn = (state.tabs, state.current)
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        boxes.clear(self._box)
        for tab in state.tabs:
            self._add(tab, current=tab.customer_id == state.current, focused=focused)
        self._box.addStretch(1)
        self.setVisible(len(state.tabs) > 1)

    def _add(self, tab: Tab, *, current: bool, focused: bool) -> None:
        button = TabButton(tab, current=current)
        button.clicked.connect(lambda: self._viewmodel.open(tab.customer_id))
        words = QCoreApplication.translate("CustomerTabs", "Fermer {name}")
        cross = IconButton("x", words.format(name=tab.name), size=Height.TARGET)
        cross.clicked.connect(lambda: self._viewmodel.close(tab.customer_id))
        self._box.addWidget(button)
        self._box.addWidget(cross)
        if current and focused:
            button.setFocus()
