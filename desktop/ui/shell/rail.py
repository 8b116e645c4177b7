"""The rail at the left: the pages, then settings and oneself at the bottom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.keys import key_text
from desktop.ui.kit.tokens import Space
from desktop.ui.shell.logo import Logo
from desktop.ui.shell.mebutton import MeButton
from desktop.ui.shell.railbutton import RailButton

_WIDTH: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the window, as the rail shows it; `label` is already translated."""

    id: str
    icon: str
    label: str
    key: str = ""
    """The key that leads there, in portable form, for the tooltip."""
    at_bottom: bool = False


class Rail(QFrame):
    """`picked` gives the id of the page that the person chose; arrows move among the pages."""

    picked = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(QCoreApplication.translate("Rail", "Pages"))
        self._buttons: dict[str, RailButton] = {}
        self.me = MeButton(self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, Space.M + 2, 0, Space.L)
        self._box.setSpacing(Space.XS + 1)
        self._box.addWidget(Logo(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addSpacing(Space.L)
        self._place(page for page in pages if not page.at_bottom)
        self._box.addStretch(1)
        self._place(page for page in pages if page.at_bottom)
        self._box.addSpacing(Space.XS)
        self._box.addWidget(self.me, 0, Qt.AlignmentFlag.AlignHCenter)
        for button in self._buttons.values():
            # Each in turn goes to the end, and oneself last of all.
            self.setTabOrder(button, self.me)
        self.show_page(pages[0].id if pages else "")
        paint.follow(self, self._fit)

    def show_page(self, page_id: str) -> None:
        """Mark a page as the one shown, without `picked`."""
        if page_id in self._buttons:
            self._buttons[page_id].setChecked(True)
        self._rove()

    def set_badge(self, page_id: str, count: int) -> None:
        """Show how many things wait on a page; none for 0."""
        self._buttons[page_id].set_badge(count)

    def show_only(self, page_ids: Sequence[str]) -> None:
        """Hide the pages that are not for who signed in."""
        for page_id, button in self._buttons.items():
            button.setVisible(page_id in page_ids)
        self._rove()

    def button(self, page_id: str) -> RailButton:
        """Return a page's button."""
        return self._buttons[page_id]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move among the pages with the arrows, and show one with Enter."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(watched, RailButton):
                watched.click()
            case _:
                return super().eventFilter(watched, event)
        return True

    def _place(self, pages: Iterable[Page]) -> None:
        for page in pages:
            button = RailButton(page.icon, page.label, self)
            tip = QCoreApplication.translate("Rail", "{label} ({key})")
            if page.key:
                button.setToolTip(tip.format(label=page.label, key=key_text(page.key)))
            button.clicked.connect(lambda _checked=False, one=page.id: self._pick(one))
            button.installEventFilter(self)
            self._buttons[page.id] = button
            self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _pick(self, page_id: str) -> None:
        self._rove()
        self.picked.emit(page_id)

    def _step(self, by: int) -> None:
        seen = [button for button in self._buttons.values() if button.isVisible()]
        here = next((place for place, one in enumerate(seen) if one.hasFocus()), 0)
        seen[(here + by) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rove(self) -> None:
        """Let Tab stop once on the rail: on the page shown."""
        for button in self._buttons.values():
            stop = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _fit(self) -> None:
        wide = max((one.sizeHint().width() for one in self._buttons.values()), default=0)
        for button in self._buttons.values():
            button.setFixedWidth(wide)
        self.setFixedWidth(max(theme.px(_WIDTH), wide + Space.S))

    def menu_spot(self) -> QPoint:
        """Return where, on the screen, a menu of the own button opens."""
        return self.me.mapToGlobal(QPoint(self.me.width() + Space.S, 0))
